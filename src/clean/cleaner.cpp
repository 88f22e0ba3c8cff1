// The stage that makes the article of a page: Document::raw becomes text, title, furniture, date.
#include "clean/cleaner.h"

#include <algorithm>
#include <string>
#include <utility>

#include "clean/characters.h"
#include "clean/furniture.h"
#include "clean/mojibake.h"
#include "clean/page.h"
#include "clean/published.h"
#include "clean/references.h"
#include "clean/rewriter.h"
#include "clean/title.h"
#include "text/markup.h"
#include "text/normalize.h"
#include "text/offset_map.h"

namespace qogam::clean {
namespace {

constexpr std::string_view kName = "clean";

MappedText nfc(std::string_view utf8) {
  auto normalized = text::normalize_nfc(utf8);
  return {std::move(normalized.text), std::move(normalized.runs)};
}

// Mojibake first: it is made of the blanks and invisible characters that are tidied after it.
MappedText tidied(std::string_view raw, const CleanerKnowledge& knowledge) {
  MappedText page = repair_mojibake(raw);
  if (page.text.find('&') != std::string::npos) page = chain(page, resolve_references(page.text));
  page = chain(page, tidy_characters(page.text));
  page = chain(page, nfc(page.text));
  MappedText repaired = knowledge.lookalikes.repair(page.text);
  const bool new_letters = repaired.text != page.text;
  page = chain(page, std::move(repaired));
  page = chain(page, knowledge.spaces.repair(page.text));
  // A repaired letter may take up an accent that the Latin one could not.
  return new_letters ? chain(page, nfc(page.text)) : page;
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

class Cleaner : public Stage {
 public:
  Cleaner(CleanerKnowledge knowledge, const Options& options)
      : knowledge_(std::move(knowledge)), plain_(options.plain), published_(options.published), recurring_(options.recurring_lines) {}

  std::string_view name() const override { return kName; }
  Layers needs() const override { return Layer::raw; }
  Layers gives() const override { return Layer::text; }

  void run(Document& document) const override {
    Witnesses witnesses;
    witnesses.option = published_;
    witnesses.metadata = document.source.published;
    html::Extracted page;  // `witnesses` has views of it
    if (plain_) {
      keep_all(document);
    } else if (is_html(document)) {
      page = html::extract(document.raw, knowledge_.markup);
      take_metadata(document, page, witnesses);
      document.furniture = furniture_of(page);
      const MappedText article{std::move(page.text), std::move(page.runs)};
      witnesses.clock = clean(document, chain(article, tidied(article.text, knowledge_)), true);
    } else {
      witnesses.clock = clean(document, tidied(document.raw, knowledge_), false);
      put_stamps(document, witnesses);
    }
    if (is_blank(document.text)) {
      document.error = {"empty",
                        std::string("The document has no text") +
                            (plain_ ? "." : " once page furniture is removed."),
                        std::string(kName)};
      return;
    }
    witnesses.article = document.text;
    witnesses.url = document.source.url;
    document.published = find_published(witnesses, knowledge_.dates);
    if (document.published.from == "header") warn_of_header(document);
  }

 private:
  static bool is_html(const Document& document) {
    const std::string& type = document.source.media_type;
    return type == "text/html" || (type != "text/plain" && text::looks_like_html(document.raw));
  }

  static void keep_all(Document& document) {
    document.title = document.source.title;
    document.text = document.raw;
    document.offsets = text::identity_runs(static_cast<std::uint32_t>(document.raw.size()));
  }

  // What the input says outranks what the page says.
  static void take_metadata(Document& document, const html::Extracted& page, Witnesses& witnesses) {
    Source& source = document.source;
    const auto keep = [](std::string& slot, const std::string& value) {
      if (slot.empty()) slot = value;
    };
    if (source.published.empty()) {
      witnesses.metadata = page.published;
      witnesses.utc = page.utc;
    }
    witnesses.datelines = page.datelines;
    witnesses.header_datelines = page.header_datelines;
    witnesses.tail_datelines = page.tail_datelines;
    keep(source.title, page.title);
    keep(source.author, page.author);
    keep(source.url, page.url);
    if (page.too_deep)
      document.warnings.push_back({"too_deep", source.path + " has elements nested more than " + std::to_string(html::kDeepest) +
                                                   " deep; what stands in them is left out.", std::string(kName)});
  }

  static std::vector<Furniture> furniture_of(const html::Extracted& page) {
    std::vector<Furniture> furniture;
    for (const html::Rest& rest : page.rest) furniture.push_back({rest.page, rest.text, std::string(rest.kind)});
    return furniture;
  }

  // Of `markup` furniture has the text that is seen, else it has that of the source.
  std::optional<Date> clean(Document& document, const MappedText& whole, bool markup) const {
    const MappedText tidy = without_pieces(document, whole, markup);
    Page page(tidy.text);
    const auto clock = mark_furniture(page, knowledge_.furniture, knowledge_.dates);
    if (recurring_) mark_recurring(page, *recurring_, site_of(document.source), knowledge_.dates);
    MappedText article = page.article();
    const auto to_raw = text::compose(page.runs(), tidy.runs);
    put_furniture(document, page, to_raw, markup);
    document.offsets = text::compose(article.runs, to_raw);
    document.text = std::move(article.text);
    if (document.source.title.empty())
      document.title = find_title(document.text, knowledge_.dates);
    else
      put_title(document);
    return clock;
  }

  // The text without the pieces that rules cut out of lines; a line end stands in their place.
  MappedText without_pieces(Document& document, const MappedText& whole, bool markup) const {
    const auto pieces = knowledge_.furniture.find_inside(whole.text);
    if (pieces.empty()) return whole;
    const text::OffsetMap to_raw(whole.runs);
    Rewriter rest(whole.text);
    for (const FurnitureRules::Piece& piece : pieces) {
      rest.replace(piece.span.begin, piece.span.end, "\n");
      const Span raw = to_raw.to_raw(piece.span);
      document.furniture.push_back({raw, std::string(markup ? piece.span.of(whole.text) : raw.of(document.raw)), piece.rule->kind});
    }
    return chain(whole, rest.take());
  }

  // A title that came apart from the text becomes its first line, unless it is there already: what it
  // says is said by the article.
  void put_title(Document& document) const {
    const MappedText title = tidied(document.source.title, knowledge_);
    document.title = Page(title.text).article().text;
    if (document.title.empty() || is_blank(document.text) || begins_with_title(document.text, document.title)) return;
    text::OffsetMapBuilder map;
    const std::string head = document.title + "\n\n";
    map.replace(static_cast<std::uint32_t>(head.size()), 0, 0);
    for (const OffsetRun& run : document.offsets) map.replace(run.text_size, run.raw_begin, run.raw_size);
    document.text.insert(0, head);
    document.offsets = map.take();
  }

  static void put_furniture(Document& document, const Page& page, const std::vector<OffsetRun>& runs, bool markup) {
    const text::OffsetMap to_raw(runs);
    for (const Removed& removed : page.removed()) {
      const Span span = to_raw.to_raw(removed.span);
      document.furniture.push_back({span, std::string(markup ? page.text(removed.span) : span.of(document.raw)), removed.kind});
    }
    std::stable_sort(document.furniture.begin(), document.furniture.end(),
                     [](const Furniture& a, const Furniture& b) { return a.source < b.source; });
  }

  // Furniture below the text may tell the day, and a stamp of publication does so wherever it stands.
  void put_stamps(const Document& document, Witnesses& witnesses) const {
    if (document.offsets.empty()) return;
    const OffsetRun& last = document.offsets.back();
    for (const Furniture& f : document.furniture)
      if (f.source.begin >= last.raw_begin + last.raw_size || knowledge_.dates.stamp(f.text)) witnesses.tail_datelines.push_back(f.text);
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
  std::shared_ptr<const RecurringLines> recurring_;
};

}  // namespace

std::unique_ptr<Stage> make_cleaner(CleanerKnowledge knowledge, const Options& options) {
  return std::make_unique<Cleaner>(std::move(knowledge), options);
}

}  // namespace qogam::clean
