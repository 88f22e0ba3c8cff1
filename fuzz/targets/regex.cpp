// Regular expressions of the models: a pattern on the first line, a text below it.
#include "clean/regex_cues.h"
#include "qogam/error.h"
#include "support/feed.h"
#include "support/texts.h"
#include "text/regex.h"

namespace qogam::fuzz {
namespace {

void match(const text::Regex& regex, const std::string& subject) {
  const bool whole = regex.matches(subject);
  const auto found = regex.search(subject);
  require(regex.matches(subject) == whole && regex.search(subject) == found, "the same is found again");
  if (!found) return;
  require_span(*found, subject, "a match");
  require(regex.search(subject, found->begin) == found, "a match is found from where it begins");
  if (const auto next = regex.search(subject, found->end)) require(next->begin >= found->end, "the next match begins behind it");
  require(!regex.search(subject, static_cast<std::uint32_t>(subject.size()) + 1), "behind the text there is nothing");
}

}  // namespace
}  // namespace qogam::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace qogam;
  fuzz::Feed feed(data, size);
  const std::string_view pattern = feed.until('\n');
  const std::string subject = fuzz::as_utf8(feed.rest());
  clean::regex_cues(pattern);
  clean::regex_demands(pattern);
  try {
    fuzz::match(text::Regex(pattern), subject);
  } catch (const Error& error) {
    fuzz::require(error.cause() == Cause::models, "a bad pattern is a mistake of the models");
  }
  return 0;
}
