// The rules of a model: sets by name and language, their matches and what they give.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lang/matcher.h"

namespace qogam::lang {

// The name of the set that holds the patterns of topics.
inline constexpr std::string_view kTopicPatterns = "topics";

// A view of the rules in a model, which must outlive it. Safe from any thread.
class Rules {
 public:
  Rules() = default;
  Rules(const model::ModelView& model, const model::StringTable& strings);

  // All matches of the set `name` of `language` (or of no language) in a sentence: one a rule and
  // starting token.
  std::vector<Match> find(const SentenceIndex& index, const Lexicon& lexicon, std::string_view name,
                          std::uint32_t language) const;
  // Of overlapping matches keeps the one of the highest priority, then the longest, then that of
  // the earlier rule. The result is in the order of the text.
  std::vector<Match> select(std::vector<Match> matches) const;

  const RuleRecord& rule(std::uint32_t number) const { return rules_[number]; }
  std::span<const RuleRecord> all() const { return rules_; }
  std::string_view string(std::uint32_t number) const { return strings_[number]; }
  // "ru/dates:day-month-year", what findings carry as `by`.
  const std::string& label(std::uint32_t rule) const { return labels_[rule]; }
  std::string_view gives(std::uint32_t rule) const { return strings_[rules_[rule].gives]; }

  // A field of a match: the tokens its capture took, or the constant written in the rule.
  struct Value {
    bool present = false;
    bool captured = false;
    TokenRange tokens;
    std::string_view constant;
  };
  Value field(const Match& match, std::string_view name) const;
  // The field `confidence` of a rule, 0.9 where it says nothing.
  double confidence(std::uint32_t rule) const { return confidences_[rule]; }
  std::string_view capture_name(const RuleRecord& rule, std::uint32_t k) const { return strings_[captures_[rule.first_capture_name + k]]; }

  std::span<const ExampleRecord> examples() const { return examples_; }

 private:
  std::string label_of(const RuleRecord& rule) const;
  double confidence_of(const RuleRecord& rule) const;

  model::StringTable strings_;
  std::span<const RuleRecord> rules_;
  std::span<const RuleSetRecord> sets_;
  std::span<const FieldRecord> fields_;
  std::span<const AnchorRecord> anchors_;
  std::span<const std::uint32_t> captures_;
  std::span<const ExampleRecord> examples_;
  struct Search;  // how matches are found
  std::shared_ptr<const Search> search_;
  std::vector<std::string> labels_;
  std::vector<double> confidences_;
};

}  // namespace qogam::lang
