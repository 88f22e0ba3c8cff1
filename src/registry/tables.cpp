// Reading tables of phrases, and checking their other columns.
#include "registry/tables.h"

#include <charconv>
#include <optional>
#include <string>

#include "model/plain_lines.h"

namespace qogam::registry {
namespace {

constexpr const char *kTerms = "common/body_terms.tsv", *kConcepts = "common/concepts.tsv";

PhraseTable read(const char* file, const lang::Knowledge& knowledge) { return PhraseTable(file, knowledge.resource(file), knowledge); }

std::optional<float> number(const PhraseTable::Entry& entry) {
  constexpr float kMost = 1000;
  const auto column = entry.more.find("weight");
  if (column == entry.more.end()) return std::nullopt;
  const std::string& text = column->second;
  float value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !(value >= 0 && value <= kMost)) return std::nullopt;
  return value;
}

}  // namespace

PhraseTable read_body_terms(const lang::Knowledge& knowledge) {
  PhraseTable table = read(kTerms, knowledge);
  for (const PhraseTable::Entry& entry : table.entries())
    if (!entry.more.contains("role")) model::fail_line(kTerms, entry.line, "there is no column `role`");
  return table;
}

PhraseTable read_concepts(const lang::Knowledge& knowledge) {
  PhraseTable table = read(kConcepts, knowledge);
  for (const PhraseTable::Entry& entry : table.entries())
    if (!number(entry)) model::fail_line(kConcepts, entry.line, "the column `weight` holds a number from 0 to 1000, such as 0.5");
  return table;
}

float weight_of(const PhraseTable::Entry& entry) { return number(entry).value_or(0); }

}  // namespace qogam::registry
