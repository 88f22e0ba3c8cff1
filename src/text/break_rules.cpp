// Rule-based breaking, by ICU's RuleBasedBreakIterator over UTF-8.
#include "text/break_rules.h"

#include <unicode/parseerr.h>
#include <unicode/rbbi.h>
#include <unicode/utext.h>

#include "qogam/error.h"
#include "text/icu.h"
#include "text/pool.h"

namespace qogam::text {

struct BreakRules::Compiled {
  std::unique_ptr<const icu::RuleBasedBreakIterator> iterator;  // only ever cloned
  mutable Pool<icu::RuleBasedBreakIterator> clones;
};

BreakRules::BreakRules(std::string_view rules, std::string_view source_name) {
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
  compiled_ = std::make_shared<const Compiled>(std::move(iterator));
}

std::vector<Break> BreakRules::split(std::string_view utf8) const {
  std::vector<Break> breaks;
  if (utf8.empty()) return breaks;
  UErrorCode status = U_ZERO_ERROR;
  // A clone shares the compiled rules; an iterator itself serves one thread only.
  std::unique_ptr<icu::RuleBasedBreakIterator> iterator = compiled_->clones.borrow(
      [&] { return std::unique_ptr<icu::RuleBasedBreakIterator>(compiled_->iterator->clone()); });
  const Utf8Text text(utf8);
  if (iterator) iterator->setText(text.get(), status);
  if (!iterator || U_FAILURE(status)) throw_icu("break a text", status);
  iterator->first();
  for (int32_t end = iterator->next(); end != icu::BreakIterator::DONE; end = iterator->next()) {
    breaks.push_back({static_cast<std::uint32_t>(end), iterator->getRuleStatus()});
  }
  compiled_->clones.give_back(std::move(iterator));
  return breaks;
}

}  // namespace qogam::text
