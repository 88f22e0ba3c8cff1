// Topic files (models/common/topics/*.topic) turned into records and lexicon entries.
#include <algorithm>
#include <charconv>

#include "lang/compiler.h"
#include "lang/pattern_parser.h"

namespace qogam::lang {
namespace {

// Takes the first piece of `rest` off it.
std::string take(std::string_view& rest) {
  rest = model::trim(rest);
  const std::size_t end = std::min(rest.find_first_of(" \t"), rest.size());
  std::string piece(rest.substr(0, end));
  rest = model::trim(rest.substr(end));
  return piece;
}

// A topic that a line of another names, and which may be read later.
struct Named {
  std::uint32_t topic;  // string
  std::string id;
  const model::SourceFile* file;
  std::uint32_t line;
};

// What the files read so far say.
struct ReadTopics {
  std::vector<TopicRecord> topics;
  std::vector<TopicNameRecord> names;
  std::vector<EntrySource> entries;
  std::vector<TopicExampleRecord> examples;
  std::vector<Named> parents, followers;
};

// Topics are told without the layer of mentions.
bool has_mention(const Node& node) { return node.kind == Node::Kind::mention || std::ranges::any_of(node.children, has_mention); }

// Weights beside the topics that nothing would look for.
bool is_unread_weights(const std::string& path) {
  return path.starts_with("common/topics/") && path.ends_with(".weights") && path != "common/topics/about.weights" && path != "common/topics/main.weights";
}

class TopicReader {
 public:
  TopicReader(Compiler& c, const model::SourceFile& file, ReadTopics& read) : c_(c), file_(file), read_(read) {}

  // One topic or several, each of which starts with `id` or `more`.
  void read() {
    for (const model::Line& line : file_.lines()) {
      std::string_view rest = line.text;
      const std::string keyword = take(rest);
      if (keyword == "id") open(rest, line);
      else if (keyword == "more") reopen(rest, line);
      else if (record_.id == 0) file_.fail(line.number, "a topic starts with `id NAME`");
      else read_line(keyword, rest, line);
    }
    if (record_.id == 0) file_.fail(1, "a topic starts with `id NAME`");
    close();
  }

 private:
  std::vector<TopicRecord>::iterator known(std::uint32_t id) { return std::ranges::find(read_.topics, id, &TopicRecord::id); }

  // Takes the place of a topic of that id that was read before.
  void open(std::string_view id, const model::Line& line) {
    if (id.empty() || id.find_first_of(" \t") != id.npos) file_.fail(line.number, "an id is one word");
    close();
    record_ = {};
    id_ = id;
    record_.id = c_.strings.add(id);
    record_.lexicon = c_.class_number("topic:" + std::string(id));
    record_.unless = c_.class_number("unless:" + std::string(id));
    std::erase_if(read_.entries, [&](const EntrySource& e) { return e.lexicon == record_.lexicon || e.lexicon == record_.unless; });
    std::erase_if(c_.topic_patterns, [&](const TopicPattern& p) { return p.topic == id; });
    std::erase_if(read_.names, [&](const TopicNameRecord& n) { return n.topic == record_.id; });
    std::erase_if(read_.examples, [&](const TopicExampleRecord& e) { return e.topic == record_.id; });
    for (auto* named : {&read_.parents, &read_.followers}) std::erase_if(*named, [&](const Named& n) { return n.topic == record_.id; });
  }

  // Adds to one.
  void reopen(std::string_view id, const model::Line& line) {
    close();
    const auto topic = known(c_.strings.add(id));
    if (topic == read_.topics.end()) file_.fail(line.number, "there is no topic '" + std::string(id) + "' to add to; `id` makes one");
    record_ = *topic;
    id_ = id;
  }

  void close() {
    if (record_.id == 0) return;
    const auto topic = known(record_.id);
    if (topic == read_.topics.end()) read_.topics.push_back(record_);
    else *topic = record_;
  }

  void read_line(const std::string& keyword, std::string_view rest, const model::Line& line) {
    if (keyword == "covers") record_.covers = c_.strings.add(rest);
    else if (keyword == "not") record_.excludes = c_.strings.add(rest);
    else if (keyword == "threshold") threshold(rest, line);
    else if (keyword == "name") name(take(rest), rest, line);
    else if (keyword == "parent") read_.parents.push_back({record_.id, std::string(rest), &file_, line.number});
    else if (keyword == "before") before(rest, line);
    else if (keyword == "cue") cue(rest, line);
    else if (keyword == "match") pattern(rest, line);
    else if (keyword == "+" || keyword == "-") example(keyword == "+", rest, line);
    else if (keyword == "unless") entry(record_.unless, take(rest), rest, "1", line);
    else file_.fail(line.number, "a line starts with id, more, name, covers, not, parent, before, threshold, cue, match, unless, + or -, not '" + keyword + "'");
  }

  void threshold(std::string_view rest, const model::Line& line) {
    record_.threshold = static_cast<std::uint32_t>(positive_number(rest, "a threshold is a number such as 3 or 4.5", line) * 100 + 0.5);
  }

  double positive_number(std::string_view text, const char* form, const model::Line& line) const {
    constexpr double kMost = 100;
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    if (error != std::errc() || end != text.data() + text.size() || !(value > 0 && value <= kMost)) file_.fail(line.number, form);
    return value;
  }

  void name(const std::string& language, std::string_view text, const model::Line& line) {
    if (language != "en") language_number(language, line);
    const TopicNameRecord name{record_.id, c_.strings.add(language), c_.strings.add(text)};
    std::erase_if(read_.names, [&](const TopicNameRecord& n) { return n.topic == name.topic && n.language == name.language; });
    read_.names.push_back(name);
  }

  void before(std::string_view rest, const model::Line& line) {
    for (std::string& id : model::pieces(rest)) read_.followers.push_back({record_.id, std::move(id), &file_, line.number});
  }

  std::string weight(std::string_view& rest, const char* form, const model::Line& line) const {
    std::string text = take(rest);
    positive_number(text, form, line);
    return text;
  }

  void cue(std::string_view rest, const model::Line& line) {
    const std::string language = take(rest), worth = weight(rest, "a cue is written `cue LANGUAGE WEIGHT phrase`", line);
    entry(record_.lexicon, language, rest, worth, line);
  }

  // A cue in the notation of rules, which is its name as well.
  void pattern(std::string_view rest, const model::Line& line) {
    const std::uint32_t language = language_number(take(rest), line);
    const std::string worth = weight(rest, "a pattern is written `match LANGUAGE WEIGHT pattern`", line);
    RuleSource rule{.name = std::string(rest), .line = line.number, .gives = "topic", .fields = {{"topic", id_}, {"weight", worth}}};
    rule.pattern = parse_pattern(rest, {}, [&](const std::string& why) { file_.fail(line.number, why); });
    if (has_mention(rule.pattern)) file_.fail(line.number, "a pattern of a topic knows words and classes, no mentions such as #person");
    c_.topic_patterns.push_back({id_, language, std::move(rule), &file_});
  }

  void example(bool positive, std::string_view rest, const model::Line& line) {
    constexpr std::string_view kOpen = "\xC2\xAB", kClose = "\xC2\xBB";  // angle quotation marks
    const std::uint32_t language = language_number(take(rest), line);
    if (!rest.starts_with(kOpen) || !rest.ends_with(kClose) || rest.size() <= kOpen.size() + kClose.size())
      file_.fail(line.number, "an example is written `+ LANGUAGE` and its text in angle quotation marks");
    rest = rest.substr(kOpen.size(), rest.size() - kOpen.size() - kClose.size());
    read_.examples.push_back({record_.id, c_.strings.add(rest), c_.strings.add(file_.path), language, line.number, positive ? 1u : 0u});
  }

  std::uint32_t language_number(const std::string& language, const model::Line& line) const {
    if (!c_.folders.contains(language)) file_.fail(line.number, "no folder for the language '" + language + "'");
    return c_.folders.at(language);
  }

  void entry(std::uint32_t lexicon, const std::string& language, std::string_view phrase, const std::string& weight,
             const model::Line& line) {
    const std::uint32_t number = language_number(language, line);
    if (phrase.empty()) file_.fail(line.number, "the phrase is missing");
    read_.entries.push_back({lexicon, number, std::string(phrase), {{"weight", weight}}, 0, &file_, line.number});
  }

  Compiler& c_;
  const model::SourceFile& file_;
  ReadTopics& read_;
  TopicRecord record_{};
  std::string id_;  // of the record
};

}  // namespace

std::vector<EntrySource> compile_topics(Compiler& c) {
  ReadTopics read;
  for (const model::SourceFile& file : c.files) {
    if (file.path.ends_with(".topic")) TopicReader(c, file, read).read();
    if (is_unread_weights(file.path)) file.fail(1, "weights of topics are called about.weights and main.weights");
  }
  for (const model::SourceFile& file : c.own_topics) TopicReader(c, file, read).read();
  const auto find = [&](std::uint32_t id) { return std::ranges::find(read.topics, id, &TopicRecord::id); };
  for (const auto* named : {&read.parents, &read.followers})
    for (const Named& n : *named) {
      const auto other = find(c.strings.add(n.id));
      if (other == read.topics.end()) n.file->fail(n.line, "there is no topic '" + n.id + "'");
      if (other->id == n.topic) n.file->fail(n.line, "a topic cannot name itself here");
      if (named == &read.parents) find(n.topic)->parent = other->id;
    }
  for (TopicRecord& t : read.topics) {
    std::string before;
    for (const Named& n : read.followers)
      if (n.topic == t.id) before += (before.empty() ? "" : " ") + n.id;
    t.before = c.strings.add(before);
  }
  c.out.add<TopicRecord>("topics", read.topics);
  c.out.add<TopicNameRecord>("topics.names", read.names);
  c.out.add<TopicExampleRecord>("topics.examples", read.examples);
  return std::move(read.entries);
}

}  // namespace qogam::lang
