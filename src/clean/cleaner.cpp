// The stage that makes the article of a page: Document::raw becomes text, title, furniture, date.
#include "clean/cleaner.h"

#include <algorithm>
#include <string>
#include <utility>

#include "clean/characters.h"
#include "clean/furniture.h"
#include "clean/page.h"
#include "clean/published.h"
#include "clean/title.h"
#include "text/normalize.h"
#include "text/offset_map.h"

namespace qogam::clean {
namespace {

constexpr std::string_view kName = "clean";

MappedText nfc(std::string_view utf8) {
  auto normalized = text::normalize_nfc(utf8);
  return {std::move(normalized.text), std::move(normalized.runs)};
}

MappedText tidied(std::string_view raw, const Lookalikes& lookalikes) {
  MappedText page = tidy_characters(raw);
  page = chain(page, nfc(page.text));
  page = chain(page, lookalikes.repair(page.text));
  // A repaired letter may take up an accent that the Latin one could not.
  return text::is_nfc(page.text) ? page : chain(page, nfc(page.text));
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

class Cleaner : public Stage {
 public:
  Cleaner(CleanerKnowledge knowledge, const Options& options)
      : knowledge_(std::move(knowledge)), plain_(options.plain), published_(options.published) {}

  std::string_view name() const override { return kName; }
  Layers needs() const override { return Layer::raw; }
  Layers gives() const override { return Layer::text; }

  void run(Document& document) const override {
    std::optional<Date> clock;
    if (plain_)
      keep_all(document);
    else
      clock = clean(document);
    if (is_blank(document.text)) {
      document.error = {"empty",
                        std::string("The document has no text") +
                            (plain_ ? "." : " once page furniture is removed."),
                        std::string(kName)};
      return;
    }
    document.published = find_published(
        {published_, document.source.published, document.text, document.source.url, clock},
        knowledge_.dates);
    if (document.published.from == "header") warn_of_header(document);
  }

 private:
  static void keep_all(Document& document) {
    document.text = document.raw;
    document.offsets = text::identity_runs(static_cast<std::uint32_t>(document.raw.size()));
  }

  std::optional<Date> clean(Document& document) const {
    const MappedText tidy = tidied(document.raw, knowledge_.lookalikes);
    Page page(tidy.text);
    const auto clock = mark_furniture(page, knowledge_.furniture, knowledge_.dates);
    MappedText article = page.article();
    const auto to_raw = text::compose(page.runs(), tidy.runs);
    put_furniture(document, page, text::OffsetMap(to_raw));
    document.offsets = text::compose(article.runs, to_raw);
    document.text = std::move(article.text);
    document.title = document.source.title.empty() ? find_title(document.text, knowledge_.dates)
                                                   : given_title(document);
    return clock;
  }

  std::string given_title(const Document& document) const {
    const MappedText title = tidied(document.source.title, knowledge_.lookalikes);
    return Page(title.text).article().text;
  }

  static void put_furniture(Document& document, const Page& page, const text::OffsetMap& to_raw) {
    for (const Removed& removed : page.removed()) {
      const Span span = to_raw.to_raw(removed.span);
      document.furniture.push_back({span, std::string(span.of(document.raw)), removed.kind});
    }
  }

  static void warn_of_header(Document& document) {
    document.warnings.push_back({"header_date",
                                 "The publication date " + document.published.value +
                                     " was read from the page header, which may show the day of "
                                     "scraping; give --published if it is wrong.",
                                 std::string(kName)});
  }

  CleanerKnowledge knowledge_;
  bool plain_;
  std::string published_;
};

}  // namespace

std::unique_ptr<Stage> make_cleaner(CleanerKnowledge knowledge, const Options& options) {
  return std::make_unique<Cleaner>(std::move(knowledge), options);
}

}  // namespace qogam::clean
