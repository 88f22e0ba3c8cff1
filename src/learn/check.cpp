// Examples of rules against what the pipeline makes of them.
#include "learn/check.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <nlohmann/json.hpp>

#include "model/source.h"
#include "qogam/pipeline.h"
#include "text/split.h"
#include "write/json.h"

namespace qogam::learn {
namespace {

using Json = nlohmann::ordered_json;
using Fields = std::map<std::string, std::string>;

// The output of a document as examples ask for it: entities by their names, and of what is told of by its name only, that name.
class Findings {
 public:
  explicit Findings(const Document& document) : document_(document), output_(write::to_json(document, {})) {}

  // What is there by this rule. `kind`: what the rule says of commitments.
  std::vector<Fields> by(const std::string& rule, std::string_view kind) const {
    std::vector<Fields> found;
    for (const auto& [key, list] : output_.items()) {
      if (!list.is_array() || key == "mentions") continue;
      for (const Json& item : list)
        if (item.contains("by") && item["by"] == rule) found.push_back(fields(item));
      if (key != "commitments" || kind.empty() || kind == "future") continue;
      for (Fields& f : found) f["kind"] = kind;
    }
    add_mentions(rule, found);
    add_representatives(rule, found);
    return found;
  }

 private:
  // Without what no example asks for.
  Fields fields(const Json& item) const {
    constexpr std::string_view kPassedOver[] = {"id", "start", "end", "mentions", "confidence", "by"};
    Fields f;
    for (const auto& [key, value] : item.items()) {
      if (std::ranges::find(kPassedOver, key) != std::end(kPassedOver)) continue;
      if (value.is_object()) f[key] = value.contains("value") ? text(value["value"]) : std::string();
      else f[key] = text(value);
      if (f[key].empty() && item.contains(key + "_name")) f[key] = text(item[key + "_name"]);
    }
    return f;
  }

  std::string text(const Json& value) const {
    if (value.is_null()) return {};
    return value.is_string() ? named(value.get<std::string>()) : value.dump();
  }

  // "e2" as the name of that entity.
  std::string named(const std::string& word) const {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(word.data() + std::min<std::size_t>(word.size(), 1), word.data() + word.size(), number);
    const bool is_id = word.starts_with('e') && error == std::errc() && end == word.data() + word.size() && number >= 1 && number <= document_.entities.size();
    return is_id ? document_.entities[number - 1].name : word;
  }

  // The output has nothing of the pieces of mentions, and of who speaks for an NGO not by which rule.
  void add_mentions(const std::string& rule, std::vector<Fields>& found) const {
    for (const Mention& m : document_.mentions) {
      if (m.by != rule || m.type == MentionType::date || m.type == MentionType::money) continue;
      Fields f{{"text", std::string(document_.surface(m.span))}, {"name", m.name}, {"kind", m.kind}};
      for (const Capture& c : m.captures) f.emplace(c.name, c.text);
      found.push_back(std::move(f));
    }
  }
  void add_representatives(const std::string& rule, std::vector<Fields>& found) const {
    for (const Ngo& n : document_.ngos)
      for (const Representative& r : n.representatives)
        if (r.by == rule) found.push_back({{"person", r.name}, {"name", n.name}, {"role", r.role}});
  }

  const Document& document_;
  Json output_;
};

// Whether a label, "ru/commitments:ordered", is of a rule of commitments.
bool is_of_commitments(std::string_view label) { return label.find("/commitments:") != label.npos; }

// "key=value; key=value".
Fields parse_expectation(const std::string& text) {
  Fields fields;
  for (const std::string_view piece : text::split(text, ';'))
    if (const std::size_t equals = piece.find('='); equals != piece.npos)
      fields[std::string(model::trim(piece.substr(0, equals)))] = model::trim(piece.substr(equals + 1));
  return fields;
}

std::string show(const Fields& fields) {
  std::string text;
  for (const auto& [key, value] : fields) text += (text.empty() ? "" : "; ") + key + "=" + value;
  return text;
}

bool fits(const Fields& found, const Fields& wanted) {
  return std::ranges::all_of(wanted, [&](const auto& w) {
    const auto it = found.find(w.first);
    return it != found.end() && it->second == w.second;
  });
}

class Checker {
 public:
  explicit Checker(std::shared_ptr<const lang::Knowledge> knowledge) : knowledge_(std::move(knowledge)) {}

  RuleCheck run() {
    const lang::Rules& rules = knowledge_->rules();
    for (std::uint32_t r = 0; r < rules.all().size(); ++r) check_.rules += knowledge_->topic_of_pattern(r) == kNone;
    for (const lang::ExampleRecord& e : rules.examples()) {
      ++check_.examples;
      example(e, rules.rule(e.rule));
    }
    for (const lang::TopicExampleRecord& e : knowledge_->topic_examples()) topic_example(e);
    return std::move(check_);
  }

  void each_commitment_example(const std::function<void(const Document&, const std::vector<Pledge>&)>& take) {
    const lang::Rules& rules = knowledge_->rules();
    for (const lang::ExampleRecord& e : rules.examples()) {
      const lang::RuleRecord& rule = rules.rule(e.rule);
      if (!e.positive || !is_of_commitments(rules.label(e.rule))) continue;
      Pledge one{.text = std::string(rules.string(e.text))};
      if (!gives_nothing(rule)) {
        const Fields wanted = parse_expectation(std::string(rules.string(e.expect)));
        one.kind = wanted.contains("kind") ? wanted.at("kind") : kind_of(e.rule);
        if (one.kind == "future") continue;
      }
      take(analysed(rules.string(e.text), rule.language), gives_nothing(rule) ? std::vector<Pledge>() : std::vector{one});
    }
  }

 private:
  const Pipeline& pipeline(std::uint32_t language) {
    auto& slot = pipelines_[language];
    if (!slot) {
      Options options;
      options.plain = true;
      options.published = kExamplesPublished;
      options.min_commitment_confidence = 0;  // what rules see, before weights judge it
      options.language = language == 0 ? "auto" : knowledge_->languages()[language].code;
      slot = std::make_unique<Pipeline>(Pipeline::load(knowledge_, options));
    }
    return *slot;
  }

  Document analysed(std::string_view text, std::uint32_t language) {
    Document d;
    d.id = "example";
    d.source.bytes = text;
    d.source.decoded = true;
    pipeline(language).analyze(d);
    return d;
  }

  // A text that is to be about a topic, or is not.
  void topic_example(const lang::TopicExampleRecord& e) {
    ++check_.examples;
    const model::StringTable& strings = knowledge_->strings();
    const Document d = analysed(strings[e.text], e.language);
    const auto found = std::ranges::find(d.topics, strings[e.topic], &Topic::id);
    if ((found != d.topics.end()) == (e.positive != 0)) return;
    std::string message = e.positive ? "wanted this topic, got" : "wanted not this topic, got";
    for (const Topic& t : d.topics) message += " " + t.id;
    if (d.topics.empty()) message += " nothing";
    check_.failures.push_back({std::string(strings[e.file]), std::string(strings[e.topic]), message, e.line});
  }

  void example(const lang::ExampleRecord& e, const lang::RuleRecord& rule) {
    const lang::Rules& rules = knowledge_->rules();
    const Document d = analysed(rules.string(e.text), rule.language);
    const std::string by = rules.label(e.rule);
    const bool of_commitments = is_of_commitments(by);
    const std::vector<Fields> found = Findings(d).by(by, of_commitments ? kind_of(e.rule) : std::string_view());
    if (gives_nothing(rule)) return of_commitments ? cue_of_near_miss(e, rule, d) : near_miss(e, rule, d);
    const Fields wanted = parse_expectation(std::string(rules.string(e.expect)));
    const bool ok = e.positive ? std::ranges::any_of(found, [&](const Fields& f) { return fits(f, wanted); }) : found.empty();
    if (ok) return;
    std::string message = (e.positive ? "wanted " + show(wanted) + ", got " : std::string("wanted nothing, got "));
    if (found.empty()) message += "nothing";
    for (const Fields& f : found) message += "[" + show(f) + "]";
    check_.failures.push_back({std::string(rules.string(rule.file)), std::string(rules.string(rule.name)), message, e.line});
  }

  // Of a rule of commitments: it is written there.
  std::string_view kind_of(std::uint32_t rule) const {
    return knowledge_->rules().field(lang::Match{.rule = rule, .tokens = {}, .captures = {}}, "kind").constant;
  }

  bool gives_nothing(const lang::RuleRecord& rule) const {
    const std::string_view gives = knowledge_->rules().string(rule.gives);
    return gives == "nothing" || gives == "veto";
  }

  // A rule that keeps others off is right where no rule of its file finds anything.
  void near_miss(const lang::ExampleRecord& e, const lang::RuleRecord& rule, const Document& d) {
    const std::string label = knowledge_->rules().label(e.rule);
    const std::string set = label.substr(0, label.find(':') + 1);
    std::vector<std::string> found;
    for (const Mention& m : d.mentions) found.push_back(m.by);
    const auto hit = std::ranges::find_if(found, [&](const std::string& by) { return by.starts_with(set); });
    if ((hit == found.end()) == (e.positive != 0)) return;
    const std::string message = e.positive ? "wanted nothing, got " + *hit : "wanted something of " + set + ", got nothing";
    check_.failures.push_back({std::string(knowledge_->rules().string(rule.file)),
                               std::string(knowledge_->rules().string(rule.name)), message, e.line});
  }

  // A near miss of commitments speaks against a cue, and weights say how much: its examples ask whether it is seen at all.
  void cue_of_near_miss(const lang::ExampleRecord& e, const lang::RuleRecord& rule, const Document& d) {
    bool seen = false;
    for (const Sentence& s : d.sentences) {
      const lang::SentenceIndex index(d, s.tokens, {0, static_cast<std::uint32_t>(d.mentions.size())}, knowledge_->strings());
      for (const lang::Match& m : knowledge_->rules().find(index, knowledge_->lexicon(), "commitments", rule.language)) seen = seen || m.rule == e.rule;
    }
    if (seen == (e.positive != 0)) return;
    check_.failures.push_back({std::string(knowledge_->rules().string(rule.file)), std::string(knowledge_->rules().string(rule.name)),
                               e.positive ? "wanted this near miss, got nothing" : "wanted nothing, got this near miss", e.line});
  }

  std::shared_ptr<const lang::Knowledge> knowledge_;
  std::map<std::uint32_t, std::unique_ptr<Pipeline>> pipelines_;
  RuleCheck check_;
};

}  // namespace

void each_commitment_example(std::shared_ptr<const lang::Knowledge> knowledge, const std::function<void(const Document&, const std::vector<Pledge>&)>& take) {
  Checker(std::move(knowledge)).each_commitment_example(take);
}

RuleCheck check_rules(std::shared_ptr<const lang::Knowledge> knowledge) { return Checker(std::move(knowledge)).run(); }

}  // namespace qogam::learn
