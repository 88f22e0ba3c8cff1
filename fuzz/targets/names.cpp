// Names and days as articles tell them: their parts, and whether two can be one.
#include "exports/days.h"
#include "registry/days.h"
#include "registry/person_name.h"
#include "support/feed.h"
#include "support/knowledge.h"
#include "support/texts.h"
#include "words/lemmatizer.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace qogam;
  static const registry::Spelling spelling(fuzz::knowledge()->resource("common/spelling.tsv"));
  static registry::NameParser parser(*fuzz::knowledge(), spelling);
  static words::Lemmatizer lemmatizer(*fuzz::knowledge());
  constexpr std::string_view kLanguages[] = {"ru", "kk", "kk-Latn", "en", ""};
  fuzz::Feed feed(data, size);
  const std::string_view language = kLanguages[feed.pick(std::size(kLanguages))];
  const std::string one = fuzz::as_utf8(feed.until('\n')), other = fuzz::as_utf8(feed.rest());
  const registry::PersonName a = parser.parse(one, language), b = parser.parse(other, language);
  fuzz::require(match(a, b) == match(b, a), "names are one whichever comes first");
  for (const registry::PersonName& name : {a, b, joined(a, b)}) {
    fuzz::require(name.completeness() >= 0 && name.completeness() <= 3, "a name is complete from 0 to 3");
    for (const std::string& part : {name.surname, name.given, name.father}) fuzz::require_utf8(part, "a part of a name");
  }
  std::uint32_t end = 0;
  for (const words::PlainWord& word : lemmatizer.words(other, language)) {
    fuzz::require_span(word.span, other, "a word");
    fuzz::require(word.span.begin >= end && !word.span.empty(), "words stand in order");
    fuzz::require_utf8(word.lemma, "a lemma");
    end = word.span.end;
  }
  lemmatizer.trim();
  registry::day_number(one);
  const exports::Days days = exports::days_of(one);
  fuzz::require(days.begin.empty() == days.end.empty(), "a value names both days or none");
  return 0;
}
