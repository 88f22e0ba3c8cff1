// Taking the article out of an HTML page.
#include "html/extract.h"
#include "support/feed.h"
#include "support/knowledge.h"
#include "support/texts.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace qogam;
  static const html::MarkupRules rules(fuzz::knowledge()->resource("common/markup.tsv"), "common/markup.tsv");
  fuzz::Feed feed(data, size);
  const std::string page = fuzz::as_utf8(feed.rest());
  const html::Extracted found = html::extract(page, rules);
  fuzz::require_utf8(found.text, "the article");
  fuzz::require_runs(found.runs, found.text, page, false);
  for (const std::string& s : {found.title, found.published, found.author, found.url}) fuzz::require_utf8(s, "what a page says of itself");
  for (const auto* lines : {&found.datelines, &found.header_datelines, &found.tail_datelines})
    for (const std::string& line : *lines) fuzz::require_utf8(line, "a dateline");
  for (const html::Rest& rest : found.rest) {
    fuzz::require_span(rest.page, page, "what is no article");
    fuzz::require_utf8(rest.text, "what is no article");
  }
  return 0;
}
