// Regular expressions, by ICU over UTF-8 without conversion.
#include "text/regex.h"

#include <unicode/regex.h>

#include <string>

#include "qogam/error.h"
#include "text/icu.h"

namespace qogam::text {
namespace {

constexpr int32_t kTimeLimit = 1000;       // ICU's unit: 10,000 steps, about a millisecond
constexpr int32_t kStackLimit = 16 << 20;  // bytes

using Matcher = std::unique_ptr<icu::RegexMatcher>;

// A matcher serves one thread, hence one for each call.
Matcher make_matcher(const icu::RegexPattern& pattern, const Utf8Text& text) {
  UErrorCode status = U_ZERO_ERROR;
  Matcher matcher(pattern.matcher(status));
  if (!matcher || U_FAILURE(status)) throw_icu("match a pattern", status);
  matcher->setTimeLimit(kTimeLimit, status);
  matcher->setStackLimit(kStackLimit, status);
  matcher->reset(text.get());
  return matcher;
}

std::vector<Span> groups_of(const icu::RegexMatcher& matcher) {
  UErrorCode status = U_ZERO_ERROR;
  std::vector<Span> groups(static_cast<std::size_t>(matcher.groupCount()) + 1);
  for (int32_t g = 0; g < static_cast<int32_t>(groups.size()); ++g) {
    const int64_t begin = matcher.start64(g, status);
    const int64_t end = matcher.end64(g, status);
    if (U_FAILURE(status) || begin < 0) continue;
    groups[static_cast<std::size_t>(g)] = {static_cast<std::uint32_t>(begin),
                                           static_cast<std::uint32_t>(end)};
  }
  return groups;
}

}  // namespace

struct Regex::Compiled {
  std::unique_ptr<const icu::RegexPattern> pattern;
};

Regex::Regex(std::string_view pattern, std::string_view source) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError where{};
  std::unique_ptr<const icu::RegexPattern> compiled(
      icu::RegexPattern::compile(unicode_string(pattern), where, status));
  if (U_FAILURE(status)) {
    const std::string place = source.empty() ? "" : " of " + std::string(source);
    throw Error(Cause::models, "The pattern \"" + std::string(pattern) + "\"" + place +
                                   " is no regular expression: ICU says " + u_errorName(status) +
                                   " at character " + std::to_string(where.offset) +
                                   "; correct the pattern.");
  }
  compiled_ = std::make_shared<const Compiled>(Compiled{std::move(compiled)});
}

bool Regex::matches(std::string_view utf8) const {
  const Utf8Text text(utf8);
  UErrorCode status = U_ZERO_ERROR;
  const Matcher matcher = make_matcher(*compiled_->pattern, text);
  return matcher->matches(status) && U_SUCCESS(status);
}

std::optional<std::vector<Span>> Regex::match(std::string_view utf8) const {
  const Utf8Text text(utf8);
  UErrorCode status = U_ZERO_ERROR;
  const Matcher matcher = make_matcher(*compiled_->pattern, text);
  if (!matcher->matches(status) || U_FAILURE(status)) return std::nullopt;
  return groups_of(*matcher);
}

std::optional<std::vector<Span>> Regex::search(std::string_view utf8, std::uint32_t from) const {
  if (from > utf8.size()) return std::nullopt;
  const Utf8Text text(utf8);
  UErrorCode status = U_ZERO_ERROR;
  const Matcher matcher = make_matcher(*compiled_->pattern, text);
  if (!matcher->find(int64_t{from}, status) || U_FAILURE(status)) return std::nullopt;
  return groups_of(*matcher);
}

std::optional<std::size_t> Regex::group(std::string_view name) const {
  UErrorCode status = U_ZERO_ERROR;
  const int32_t number = compiled_->pattern->groupNumberFromName(unicode_string(name), status);
  if (U_FAILURE(status)) return std::nullopt;
  return static_cast<std::size_t>(number);
}

}  // namespace qogam::text
