// Rule trees turned into programs for the pattern machine.
#include <algorithm>
#include <span>

#include "lang/compiler.h"
#include "lang/rule_parser.h"
#include "lang/rules.h"
#include "lang/token_sets.h"

namespace qogam::lang {
namespace {

constexpr std::size_t kMostWritten = 30'000;  // pieces of a rule whose repeats are written out

constexpr std::string_view kMentionTypes[] = {"person", "organization", "position", "location", "date", "money", "law", "event"};

class RuleCompiler {
 public:
  explicit RuleCompiler(Compiler& c) : c_(c) {}

  void add_file(const model::SourceFile& file) {
    file_ = &file;
    language_ = c_.language_of(file.path);
    const std::size_t slash = file.path.rfind('/'), dot = file.path.rfind('.');
    const std::string name = file.path.substr(slash + 1, dot - slash - 1);
    const std::uint32_t set = static_cast<std::uint32_t>(sets_.size());
    const std::uint32_t first = static_cast<std::uint32_t>(rules_.size());
    for (const RuleSource& rule : parse_rules(file)) add_rule(rule, set);
    sets_.push_back({c_.strings.add(name), language_, first, static_cast<std::uint32_t>(rules_.size()) - first});
  }

  // The patterns of topics are one set a language.
  void add_topics(const std::vector<TopicPattern>& patterns) {
    for (language_ = 1; language_ < c_.languages.size(); ++language_) {
      const std::uint32_t set = static_cast<std::uint32_t>(sets_.size()), first = static_cast<std::uint32_t>(rules_.size());
      for (const TopicPattern& p : patterns) {
        if (p.language != language_) continue;
        file_ = p.file;
        add_rule(p.rule, set);
      }
      if (rules_.size() > first) sets_.push_back({c_.strings.add(kTopicPatterns), language_, first, static_cast<std::uint32_t>(rules_.size()) - first});
    }
  }

  void write() {
    const TokenSets token_sets = find_token_sets(program_);
    c_.out.add<TokenSetRecord>("rules.token_sets", token_sets.sets);
    c_.out.add<std::uint32_t>("rules.alternatives", token_sets.alternatives);
    c_.out.add<Instruction>("rules.program", program_);
    c_.out.add<RuleRecord>("rules.rules", rules_);
    c_.out.add<RuleSetRecord>("rules.sets", sets_);
    c_.out.add<FieldRecord>("rules.fields", fields_);
    c_.out.add<AnchorRecord>("rules.anchors", anchors_);
    c_.out.add<std::uint32_t>("rules.captures", captures_);
    c_.out.add<ExampleRecord>("rules.examples", examples_);
  }

 private:
  void add_rule(const RuleSource& rule, std::uint32_t set) {
    rule_line_ = rule.line;
    names_.clear();
    collect_names(rule.pattern);
    RuleRecord record{};
    record.name = c_.strings.add(rule.name);
    record.file = c_.strings.add(file_->path);
    record.line = rule.line;
    record.set = set;
    record.language = language_;
    record.priority = rule.priority;
    record.gives = c_.strings.add(rule.gives);
    record.slots = static_cast<std::uint32_t>(names_.size());
    record.first_capture_name = static_cast<std::uint32_t>(captures_.size());
    for (const std::string& name : names_) captures_.push_back(c_.strings.add(name));
    record.first_field = static_cast<std::uint32_t>(fields_.size());
    record.fields = static_cast<std::uint32_t>(rule.fields.size());
    for (const Field& field : rule.fields) fields_.push_back(field_record(field));
    add_anchors(rule.pattern, record);
    record.first_instruction = push({.op = Op::accept});
    written_ = 0;
    record.start = emit(rule.pattern, record.first_instruction);
    record.instructions = static_cast<std::uint32_t>(program_.size()) - record.first_instruction;
    for (const Example& e : rule.examples)
      examples_.push_back({static_cast<std::uint32_t>(rules_.size()), e.line, c_.strings.add(e.text),
                           c_.strings.add(e.expect), e.positive ? 1u : 0u});
    rules_.push_back(record);
  }

  FieldRecord field_record(const Field& field) {
    if (!field.is_capture) return {c_.strings.add(field.name), c_.strings.add(field.value), -1};
    const auto it = std::ranges::find(names_, field.value);
    if (it == names_.end()) file_->fail(rule_line_, "`gives` uses $" + field.value + ", which no `match` line captures");
    return {c_.strings.add(field.name), 0, static_cast<std::int32_t>(it - names_.begin())};
  }

  void collect_names(const Node& node) {
    if (node.kind == Node::Kind::capture && std::ranges::find(names_, node.text) == names_.end()) names_.push_back(node.text);
    for (const Node& child : node.children) collect_names(child);
  }

  // ---- programs: each piece is emitted in front of what follows it ----

  std::uint32_t push(Instruction in) {
    program_.push_back(in);
    return static_cast<std::uint32_t>(program_.size() - 1);
  }

  std::uint32_t emit(const Node& node, std::uint32_t next) {
    if (++written_ > kMostWritten) file_->fail(rule_line_, "the repeats of the rule are too many; each is written out");
    switch (node.kind) {
      case Node::Kind::sequence:
        for (std::size_t k = node.children.size(); k-- > 0;) next = emit(node.children[k], next);
        return next;
      case Node::Kind::alternatives: return emit_alternatives(node, next);
      case Node::Kind::repeat: return emit_repeat(node, next);
      case Node::Kind::capture: return emit_capture(node, next);
      case Node::Kind::look:
      case Node::Kind::look_not: {
        const std::uint32_t inside = emit(node.children.front(), push({.op = Op::accept}));
        return push({.op = node.kind == Node::Kind::look ? Op::look : Op::look_not, .next = next, .other = inside});
      }
      default: return push(test(node, next));
    }
  }

  std::uint32_t emit_alternatives(const Node& node, std::uint32_t next) {
    std::uint32_t entry = emit(node.children.back(), next);
    for (std::size_t k = node.children.size() - 1; k-- > 0;) {
      const std::uint32_t first = emit(node.children[k], next);
      entry = push({.op = Op::split, .next = first, .other = entry});
    }
    return entry;
  }

  std::uint32_t emit_repeat(const Node& node, std::uint32_t next) {
    const Node& body = node.children.front();
    if (node.most == kNoLimit) {
      const std::uint32_t loop = push({.op = Op::split, .other = next});
      const std::uint32_t first = emit(body, loop);
      program_[loop].next = first;
      next = loop;
    } else {
      // x{0,3} is (x(x(x)?)?)?: each may stop and go on to what follows all of them.
      const std::uint32_t rest = next;
      for (std::uint32_t k = node.least; k < node.most; ++k) {
        const std::uint32_t inside = emit(body, next);
        next = push({.op = Op::split, .next = inside, .other = rest});
      }
    }
    for (std::uint32_t k = 0; k < node.least; ++k) next = emit(body, next);
    return next;
  }

  std::uint32_t emit_capture(const Node& node, std::uint32_t next) {
    const auto slot = static_cast<std::uint32_t>(std::ranges::find(names_, node.text) - names_.begin());
    const std::uint32_t close = push({.op = Op::save, .a = 2 * slot + 1, .next = next});
    return push({.op = Op::save, .a = 2 * slot, .next = emit(node.children.front(), close)});
  }

  Instruction test(const Node& node, std::uint32_t next) {
    Instruction in{.op = Op::any, .next = next, .required = node.required, .forbidden = node.forbidden};
    switch (node.kind) {
      case Node::Kind::at_start: in.op = Op::at_start; break;
      case Node::Kind::at_end: in.op = Op::at_end; break;
      case Node::Kind::word: in.op = Op::word; in.a = c_.lemma(node.text); break;
      case Node::Kind::prefix: in.op = Op::word; in.a = c_.word(node.text + "*"); break;
      case Node::Kind::form: in.op = Op::form; in.a = c_.word(node.text); break;
      case Node::Kind::lexicon: lexicon_test(node, in); break;
      case Node::Kind::mention: mention_test(node, in); break;
      default: break;
    }
    return in;
  }

  void lexicon_test(const Node& node, Instruction& in) {
    in.op = Op::lexicon;
    if (!c_.class_numbers.contains(node.text)) file_->fail(rule_line_, "no lexicon opens the class @" + node.text);
    in.a = c_.class_numbers.at(node.text);
    if (node.key.empty()) return;
    std::string value = node.value;
    if (node.key != "value") std::replace(value.begin(), value.end(), '_', ' ');
    in.b = c_.strings.add(node.key);
    in.c = c_.strings.add(value);
  }

  void mention_test(const Node& node, Instruction& in) {
    in.op = Op::mention;
    const auto it = std::ranges::find(kMentionTypes, node.text);
    if (it == std::end(kMentionTypes)) file_->fail(rule_line_, "no mention type #" + node.text);
    in.a = static_cast<std::uint32_t>(it - std::begin(kMentionTypes));
    if (!node.key.empty()) in.b = c_.strings.add(node.key);
  }

  // ---- anchors: keys that every match has, as clauses of which each needs one ----

  using Clause = std::vector<AnchorRecord>;
  static constexpr std::size_t kMostKeys = 48, kMostClauses = 4;

  // The `match` lines of a rule are the alternatives at the top of its pattern. A line without a clause can always match.
  void add_anchors(const Node& pattern, RuleRecord& record) {
    record.first_anchor = static_cast<std::uint32_t>(anchors_.size());
    const std::span<const Node> lines = pattern.kind == Node::Kind::alternatives ? std::span<const Node>(pattern.children) : std::span(&pattern, 1);
    for (const Node& line : lines) {
      std::vector<Clause> needed = clauses(line);
      std::ranges::stable_sort(needed, {}, cost);
      if (needed.size() > kMostClauses) needed.resize(kMostClauses);
      if (needed.empty()) {
        anchors_.resize(record.first_anchor);
        break;
      }
      for (Clause& clause : needed) {
        clause.back().ends = &clause == &needed.back() ? 2 : 1;
        anchors_.insert(anchors_.end(), clause.begin(), clause.end());
      }
    }
    record.anchors = static_cast<std::uint32_t>(anchors_.size()) - record.first_anchor;
  }

  // Words and forms are rarer than classes and mention types; the fewer keys the better.
  static std::size_t cost(const Clause& clause) {
    std::size_t sum = 0;
    for (const AnchorRecord& key : clause) sum += key.kind <= 1 ? 1 : key.kind == 2 ? 4 : 8;
    return sum;
  }

  std::vector<Clause> clauses(const Node& node) {
    const auto one = [](std::uint16_t kind, std::uint32_t value) { return std::vector<Clause>{Clause{{kind, 0, value}}}; };
    switch (node.kind) {
      case Node::Kind::word: return one(0, c_.word(node.text));
      case Node::Kind::prefix: return one(0, c_.word(node.text + "*"));
      case Node::Kind::form: return one(1, c_.word(node.text));
      case Node::Kind::lexicon: return one(2, test(node, 0).a);
      case Node::Kind::mention: return one(3, test(node, 0).a);
      case Node::Kind::capture:
      case Node::Kind::look: return clauses(node.children.front());
      case Node::Kind::repeat: return node.least == 0 ? std::vector<Clause>() : clauses(node.children.front());
      case Node::Kind::alternatives: return clause_of_alternatives(node);
      case Node::Kind::sequence: return clauses_of_sequence(node);
      default: return {};
    }
  }

  // Of each alternative the cheapest clause; none where some alternative has none.
  std::vector<Clause> clause_of_alternatives(const Node& node) {
    Clause result;
    for (const Node& child : node.children) {
      const std::vector<Clause> needed = clauses(child);
      if (needed.empty()) return {};
      const Clause& cheapest = *std::ranges::min_element(needed, {}, cost);
      result.insert(result.end(), cheapest.begin(), cheapest.end());
    }
    if (result.empty() || result.size() > kMostKeys) return {};
    return {result};
  }

  std::vector<Clause> clauses_of_sequence(const Node& node) {
    std::vector<Clause> all;
    for (const Node& child : node.children)
      for (Clause& clause : clauses(child)) all.push_back(std::move(clause));
    return all;
  }

  Compiler& c_;
  const model::SourceFile* file_ = nullptr;
  std::uint32_t language_ = 0, rule_line_ = 0;
  std::size_t written_ = 0;
  std::vector<std::string> names_;
  std::vector<Instruction> program_;
  std::vector<RuleRecord> rules_;
  std::vector<RuleSetRecord> sets_;
  std::vector<FieldRecord> fields_;
  std::vector<AnchorRecord> anchors_;
  std::vector<std::uint32_t> captures_;
  std::vector<ExampleRecord> examples_;
};

}  // namespace

void compile_rules(Compiler& c) {
  RuleCompiler rules(c);
  for (const model::SourceFile& file : c.files)
    if (file.path.ends_with(".rules") && file.path.find("/rules/") != file.path.npos) rules.add_file(file);
  rules.add_topics(c.topic_patterns);
  rules.write();
}

}  // namespace qogam::lang
