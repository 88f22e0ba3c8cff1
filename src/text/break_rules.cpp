// Rule-based breaking, by ICU's RuleBasedBreakIterator.
#include "text/break_rules.h"

#include <unicode/parseerr.h>
#include <unicode/rbbi.h>
#include <unicode/utf16.h>
#include <unicode/uvernum.h>

#include <cstring>

#include "qogam/error.h"
#include "text/icu.h"
#include "text/pool.h"

namespace qogam::text {
namespace {

// Bytes of a UTF-16 unit in UTF-8; of a surrogate pair each has half.
std::uint32_t utf8_size(char16_t unit) {
  if (unit < 0x80) return 1;
  return unit < 0x800 || U16_IS_SURROGATE(unit) ? 2 : 3;
}

constexpr std::string_view kVersion = "ICU " U_ICU_VERSION "\n";

}  // namespace

// ICU reads its tables in place, eight bytes to a word: they are kept so.
struct BreakRules::Compiled {
  std::vector<std::uint64_t> tables;
  std::unique_ptr<const icu::RuleBasedBreakIterator> iterator;  // only ever cloned
  mutable Pool<icu::RuleBasedBreakIterator> clones;
};

BreakRules::BreakRules(std::string_view rules, std::string_view source_name) { compile(rules, source_name); }

BreakRules::BreakRules(std::string_view rules, std::string_view source_name, std::string_view binary) {
  if (binary.starts_with(kVersion)) load(binary.substr(kVersion.size()));
  if (!compiled_) compile(rules, source_name);
}

void BreakRules::load(std::string_view binary) {
  auto loaded = std::make_shared<Compiled>();
  loaded->tables.resize((binary.size() + 7) / 8);
  std::memcpy(loaded->tables.data(), binary.data(), binary.size());
  UErrorCode status = U_ZERO_ERROR;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(loaded->tables.data());
  loaded->iterator = std::make_unique<icu::RuleBasedBreakIterator>(bytes, static_cast<std::uint32_t>(binary.size()), status);
  if (U_SUCCESS(status)) compiled_ = std::move(loaded);
}

std::string BreakRules::compiled() const {
  std::uint32_t size = 0;
  const std::uint8_t* bytes = const_cast<icu::RuleBasedBreakIterator*>(compiled_->iterator.get())->getBinaryRules(size);
  return std::string(kVersion) + std::string(reinterpret_cast<const char*>(bytes), size);
}

void BreakRules::compile(std::string_view rules, std::string_view source_name) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError where{};
  auto iterator =
      std::make_unique<icu::RuleBasedBreakIterator>(unicode_string(rules), where, status);
  if (U_FAILURE(status)) {
    throw Error(Cause::models, "The break rules of " + std::string(source_name) +
                                   " do not compile at line " + std::to_string(where.line) +
                                   ", column " + std::to_string(where.offset) + ": ICU says " +
                                   u_errorName(status) + "; correct the rules there.");
  }
  auto made = std::make_shared<Compiled>();
  made->iterator = std::move(iterator);
  compiled_ = std::move(made);
}

std::vector<Break> BreakRules::split(std::u16string_view text) const {
  std::vector<Break> breaks;
  if (text.empty()) return breaks;
  // A clone shares the compiled rules; an iterator itself serves one thread only.
  std::unique_ptr<icu::RuleBasedBreakIterator> iterator = compiled_->clones.borrow(
      [&] { return std::unique_ptr<icu::RuleBasedBreakIterator>(compiled_->iterator->clone()); });
  if (!iterator) throw_icu("break a text", U_MEMORY_ALLOCATION_ERROR);
  const icu::UnicodeString alias(false, text.data(), static_cast<int32_t>(text.size()));
  iterator->setText(alias);
  iterator->first();
  std::size_t at = 0;
  std::uint32_t bytes = 0;
  for (int32_t end = iterator->next(); end != icu::BreakIterator::DONE; end = iterator->next()) {
    while (at < static_cast<std::size_t>(end)) bytes += utf8_size(text[at++]);
    breaks.push_back({bytes, iterator->getRuleStatus()});
  }
  compiled_->clones.give_back(std::move(iterator));
  return breaks;
}

}  // namespace qogam::text
