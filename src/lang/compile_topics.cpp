// Topic files (models/common/topics/*.topic) turned into records and lexicon entries.
#include <algorithm>
#include <charconv>

#include "lang/compiler.h"

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

class TopicReader {
 public:
  TopicReader(Compiler& c, const model::SourceFile& file, std::vector<TopicRecord>& topics, std::vector<EntrySource>& entries)
      : c_(c), file_(file), topics_(topics), entries_(entries) {}

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
  std::vector<TopicRecord>::iterator known(std::uint32_t id) { return std::ranges::find(topics_, id, &TopicRecord::id); }

  // Takes the place of a topic of that id that was read before.
  void open(std::string_view id, const model::Line& line) {
    if (id.empty() || id.find_first_of(" \t") != id.npos) file_.fail(line.number, "an id is one word");
    close();
    record_ = {};
    record_.id = c_.strings.add(id);
    record_.lexicon = c_.class_number("topic:" + std::string(id));
    record_.unless = c_.class_number("unless:" + std::string(id));
    std::erase_if(entries_, [&](const EntrySource& e) { return e.lexicon == record_.lexicon || e.lexicon == record_.unless; });
  }

  // Adds to one.
  void reopen(std::string_view id, const model::Line& line) {
    close();
    const auto topic = known(c_.strings.add(id));
    if (topic == topics_.end()) file_.fail(line.number, "there is no topic '" + std::string(id) + "' to add to; `id` makes one");
    record_ = *topic;
  }

  void close() {
    if (record_.id == 0) return;
    const auto topic = known(record_.id);
    if (topic == topics_.end()) topics_.push_back(record_);
    else *topic = record_;
  }

  void read_line(const std::string& keyword, std::string_view rest, const model::Line& line) {
    if (keyword == "covers") record_.covers = c_.strings.add(rest);
    else if (keyword == "not") record_.excludes = c_.strings.add(rest);
    else if (keyword == "threshold") threshold(rest, line);
    else if (keyword == "name") name(take(rest), rest, line);
    else if (keyword == "cue") cue(rest, line);
    else if (keyword == "unless") entry(record_.unless, take(rest), rest, "1", line);
    else file_.fail(line.number, "a line starts with id, more, name, covers, not, threshold, cue or unless, not '" + keyword + "'");
  }

  void threshold(std::string_view rest, const model::Line& line) {
    double value = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), value);
    if (error != std::errc() || end != rest.data() + rest.size() || value <= 0 || value > 100)
      file_.fail(line.number, "a threshold is a number such as 3 or 4.5");
    record_.threshold = static_cast<std::uint32_t>(value * 100 + 0.5);
  }

  void name(const std::string& language, std::string_view text, const model::Line& line) {
    if (language == "ru") record_.name_ru = c_.strings.add(text);
    else if (language == "kk") record_.name_kk = c_.strings.add(text);
    else if (language == "en") record_.name_en = c_.strings.add(text);
    else file_.fail(line.number, "a name is in ru, kk or en");
  }

  void cue(std::string_view rest, const model::Line& line) {
    const std::string language = take(rest), weight = take(rest);
    if (weight.empty() || weight.find_first_not_of("0123456789.") != weight.npos)
      file_.fail(line.number, "a cue is written `cue LANGUAGE WEIGHT phrase`");
    entry(record_.lexicon, language, rest, weight, line);
  }

  void entry(std::uint32_t lexicon, const std::string& language, std::string_view phrase, const std::string& weight,
             const model::Line& line) {
    if (!c_.folders.contains(language)) file_.fail(line.number, "no folder for the language '" + language + "'");
    if (phrase.empty()) file_.fail(line.number, "the phrase is missing");
    entries_.push_back({lexicon, c_.folders.at(language), std::string(phrase), {{"weight", weight}}, 0, &file_, line.number});
  }

  Compiler& c_;
  const model::SourceFile& file_;
  std::vector<TopicRecord>& topics_;
  std::vector<EntrySource>& entries_;
  TopicRecord record_{};
};

}  // namespace

std::vector<EntrySource> compile_topics(Compiler& c) {
  std::vector<EntrySource> entries;
  std::vector<TopicRecord> topics;
  for (const model::SourceFile& file : c.files)
    if (file.path.ends_with(".topic")) TopicReader(c, file, topics, entries).read();
  for (const model::SourceFile& file : c.own_topics) TopicReader(c, file, topics, entries).read();
  c.out.add<TopicRecord>("topics", topics);
  return entries;
}

}  // namespace qogam::lang
