// The table of input formats, and how the format of a stream is found out.
#include "read/readers.h"

#include <algorithm>
#include <array>

#include "read/archive_reader.h"
#include "read/format_reader.h"
#include "read/csv_reader.h"
#include "read/eml_reader.h"
#include "read/json_reader.h"
#include "read/names.h"
#include "read/problems.h"
#include "read/transcoding_stream.h"
#include "read/warc_reader.h"
#include "read/whole_reader.h"
#include "text/decode.h"
#include "text/markup.h"

namespace qogam::read {
namespace {

// As much of a stream as is looked at to tell its format.
constexpr std::size_t kHead = 64u << 10;
constexpr int kDeepest = 6;

bool fits_html(std::string_view head, const ReadOptions&) { return text::looks_like_html(head); }

// Lines and separators are found in UTF-8.
template <std::unique_ptr<FormatReader> (*make)(Opened)>
std::unique_ptr<FormatReader> in_utf8(Opened opened) {
  opened.bytes = as_utf8(std::move(opened.bytes));
  return make(std::move(opened));
}

// In the order in which contents are asked. Text fits what nothing else does.
const std::array<ReaderRow, 7> kReaders = {{
    {"warc", "WARC, the format of web crawls", {".warc", ".wet"}, fits_warc, &make_warc_reader},
    {"jsonl", "JSON Lines, one document a line", {".jsonl", ".ndjson"}, fits_jsonl, &in_utf8<make_jsonl_reader>},
    {"json", "JSON, the objects of an array or one behind the other", {".json"}, fits_json, &in_utf8<make_json_reader>},
    {"eml", "an e-mail, or a page saved as MHTML", {".eml", ".mht", ".mhtml"}, fits_eml, &make_eml_reader},
    {"html", "an HTML page in any encoding, one document a file", {".html", ".htm", ".xhtml"}, fits_html, &make_html_reader},
    {"csv", "CSV or TSV with the names of the columns in the first row", {".csv", ".tsv"}, fits_csv, &in_utf8<make_csv_reader>},
    {"text", "plain text in any encoding, one document a file", {".txt", ".text"}, nullptr, &make_text_reader},
}};
const ReaderRow& kText = kReaders.back();

const ReaderRow* row_by_name(std::string_view name) {
  const auto row = std::find_if(kReaders.begin(), kReaders.end(), [&](const ReaderRow& r) { return r.name == name; });
  return row == kReaders.end() ? nullptr : &*row;
}

const ReaderRow* row_by_ending(std::string_view name) {
  const std::string ending = ending_of(name);
  const auto row = std::find_if(kReaders.begin(), kReaders.end(), [&](const ReaderRow& r) {
    return std::find(r.endings.begin(), r.endings.end(), ending) != r.endings.end();
  });
  return row == kReaders.end() ? nullptr : &*row;
}

const ReaderRow* row_by_content(std::string_view head, const ReadOptions& options) {
  const auto row = std::find_if(kReaders.begin(), kReaders.end(), [&](const ReaderRow& r) { return r.fits != nullptr && r.fits(head, options); });
  return row == kReaders.end() ? nullptr : &*row;
}

// One document that is known already.
class SingleReader : public FormatReader {
 public:
  explicit SingleReader(std::optional<Document> document) : document_(std::move(document)) {}
  std::optional<Document> next() override { return std::exchange(document_, std::nullopt); }

 private:
  std::optional<Document> document_;
};

// The row for a stream, or nothing where it should be passed over.
const ReaderRow* choose_row(const Opened& opened, std::string_view bytes) {
  if (const ReaderRow* const asked = row_by_name(opened.options.from)) return asked;
  const std::string head = text::looks_binary(bytes) ? std::string(bytes) : text::decode(bytes).text;
  if (const ReaderRow* const row = row_by_content(head, opened.options)) return row;
  if (const ReaderRow* const row = row_by_ending(opened.name)) return row;
  return opened.below && !ending_of(opened.name).empty() ? nullptr : &kText;
}

}  // namespace

std::span<const ReaderRow> readers() { return kReaders; }

std::unique_ptr<FormatReader> open_document_stream(Opened opened) {
  const std::string_view head = opened.bytes->peek(kHead);
  if (const Packing packing = packing_of(head, opened.name); packing != Packing::none) {
    if (opened.depth == kDeepest) return std::make_unique<SingleReader>(failed(opened.path, opened.id, too_deep(opened.path)));
    return make_archive_reader(std::move(opened), packing);
  }
  if (const ReaderRow* const row = choose_row(opened, head)) return row->make(std::move(opened));
  if (opened.options.on_passed_over) opened.options.on_passed_over(opened.path);
  return std::make_unique<SingleReader>(std::nullopt);
}

}  // namespace qogam::read
