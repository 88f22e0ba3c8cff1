// Rows and cells.
#include "read/csv_reader.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "read/byte_source.h"
#include "read/problems.h"
#include "text/byte_order_mark.h"
#include "text/decode.h"
#include "text/split.h"
#include "text/utf8.h"

namespace qogam::read {
namespace {

constexpr std::array<char, 4> kSeparators = {',', ';', '\t', '|'};
constexpr std::size_t kMostNamed = 12;  // columns in a message
constexpr std::size_t kMostColumns = 16'384;  // as spreadsheets have; a cell costs more memory than its comma
constexpr int kEnd = -1;

using Cells = std::vector<std::string>;

std::string plain_name(std::string_view name) {
  while (!name.empty() && (name.back() == ' ' || name.back() == '\r')) name.remove_suffix(1);
  while (name.starts_with(' ')) name.remove_prefix(1);
  return text::to_lower(name);
}

char separator_of(std::string_view line) {
  return *std::max_element(kSeparators.begin(), kSeparators.end(), [&](char a, char b) {
    return std::count(line.begin(), line.end(), a) < std::count(line.begin(), line.end(), b);
  });
}

// Number of the first of `keys` among `columns`, or their size.
std::size_t column_of(const Cells& columns, const std::vector<std::string>& keys) {
  for (const std::string& key : keys) {
    const auto found = std::find(columns.begin(), columns.end(), plain_name(key));
    if (found != columns.end()) return static_cast<std::size_t>(found - columns.begin());
  }
  return columns.size();
}

class CsvReader : public FormatReader {
 public:
  explicit CsvReader(Opened opened) : opened_(std::move(opened)) {}

  std::optional<Document> next() override {
    if (ended_) return std::nullopt;
    if (columns_.empty())
      if (auto problem = read_head()) return end(1, std::move(*problem));
    Row row;
    do row = next_row();
    while (row.state == Row::State::good && row.count == 1 && row.cells[0].empty());
    switch (row.state) {
      case Row::State::good: return document_of(row);
      case Row::State::over: return failed_row(row.line, too_large(place(row.line), limit()));
      case Row::State::open:
        return end(row.line, broken(row.line).value_or(invalid_record(
                                 "invalid_csv", place(row.line), "a quote that opens in this row does not close")));
      case Row::State::none: break;
    }
    if (auto problem = broken(row.line)) return end(row.line, std::move(*problem));
    if (opened_.bytes->changed() && opened_.options.on_notice)
      opened_.options.on_notice(changed_while_read(opened_.path).message);
    ended_ = true;
    return std::nullopt;
  }

 private:
  struct Row {
    enum class State { none, good, over, open } state = State::none;
    std::size_t line = 0;
    Cells cells;            // those of columns only
    std::size_t count = 0;  // of all
  };

  std::size_t limit() const { return opened_.options.max_document_bytes; }
  std::string place(std::size_t line) const { return opened_.path + ":" + std::to_string(line); }

  std::optional<Problem> broken(std::size_t line) const {
    if (!opened_.bytes->failure()) return std::nullopt;
    return problem_of(place(line), *opened_.bytes->failure());
  }

  Document failed_row(std::size_t line, Problem problem) const {
    return failed(place(line), opened_.id + ":" + std::to_string(line), std::move(problem));
  }

  std::optional<Document> end(std::size_t line, Problem problem) {
    ended_ = true;
    return failed_row(line, std::move(problem));
  }

  std::optional<Problem> read_head() {
    if (opened_.bytes->peek(text::kByteOrderMark.size()) == text::kByteOrderMark) opened_.bytes->skip(text::kByteOrderMark.size());
    std::string_view head = opened_.bytes->peek(64u << 10);
    separator_ = separator_of(head.substr(0, head.find('\n')));
    Row row = next_row();
    for (const std::string& cell : row.cells) columns_.push_back(plain_name(cell));
    if (row.count > kMostColumns)
      return invalid_record("invalid_csv", place(1), "it names " + std::to_string(row.count) + " columns, and no more than " + std::to_string(kMostColumns) + " are read");
    const FieldMap& f = opened_.options.fields;
    text_ = column_of(columns_, f.text), title_ = column_of(columns_, f.title), id_ = column_of(columns_, f.id);
    published_ = column_of(columns_, f.published), url_ = column_of(columns_, f.url);
    language_ = column_of(columns_, f.language), path_ = column_of(columns_, f.path);
    if (text_ < columns_.size()) return std::nullopt;
    if (auto problem = broken(1)) return problem;
    if (columns_.empty()) return Problem{"empty", opened_.path + " has no text in it.", "read"};
    columns_.resize(std::min(columns_.size(), kMostNamed));
    return missing_column(place(1), either(f.text), either(columns_));
  }

  int peek() const {
    const std::string_view next = opened_.bytes->peek(1);
    return next.empty() ? kEnd : static_cast<unsigned char>(next[0]);
  }

  char take() {
    const char c = opened_.bytes->peek(1)[0];
    opened_.bytes->skip(1);
    line_ += c == '\n';
    return c;
  }

  Row next_row() {
    Row row{.line = line_};
    if (peek() == kEnd) return row;
    row.state = Row::State::good;
    const std::size_t most = columns_.empty() ? kMostColumns : columns_.size();
    std::size_t size = 0;
    while (true) {
      std::string cell;
      const bool closed = take_cell(cell, limit() - std::min(limit(), size));
      size += cell.size() + 1;
      if (!closed) row.state = Row::State::open;
      if (size > limit() + 1 && row.state == Row::State::good) row.state = Row::State::over;
      ++row.count;
      if (row.state == Row::State::good && row.cells.size() < most) row.cells.push_back(std::move(cell));
      if (peek() != static_cast<unsigned char>(separator_)) break;
      take();
    }
    if (peek() == '\r') take();
    if (peek() == '\n') take();
    return row;
  }

  // Up to the separator or end of line, which stay. Of a longer cell only what is past `room` by one
  // is kept. False where its quotes do not close.
  bool take_cell(std::string& cell, std::size_t room) {
    const bool quoted = peek() == '"';
    if (quoted) take();
    bool inside = quoted;
    for (int c = peek(); c != kEnd; c = peek()) {
      if (!inside && (c == static_cast<unsigned char>(separator_) || c == '\n')) return true;
      char byte = take();
      if (!inside && byte == '\r' && peek() == '\n') return true;
      if (inside && byte == '"') {
        if (peek() != '"') {
          inside = false;
          continue;
        }
        byte = take();
      }
      if (cell.size() <= room) cell += byte;
    }
    return !inside;
  }

  Document document_of(Row& row) const {
    if (row.count > columns_.size())
      return failed_row(row.line, invalid_record("invalid_csv", place(row.line),
                                                 "it has " + std::to_string(row.count) + " cells, and the first row names " +
                                                     std::to_string(columns_.size()) + " columns"));
    const auto cell = [&](std::size_t i) {
      if (i >= row.cells.size()) return std::string();
      // A table in several encodings: each cell for itself.
      return text::valid_utf8(row.cells[i]) ? row.cells[i] : text::decode(row.cells[i]).text;
    };
    Document document;
    document.id = cell(id_);
    if (document.id.empty()) document.id = opened_.id + ":" + std::to_string(row.line);
    document.source.path = cell(path_);
    if (document.source.path.empty()) document.source.path = place(row.line);
    document.source.media_type = "text/csv";
    document.source.decoded = true;
    document.source.title = cell(title_);
    document.source.published = cell(published_);
    document.source.url = cell(url_);
    document.source.language = cell(language_);
    if (text_ < row.cells.size()) document.source.bytes = std::move(row.cells[text_]);  // "decode" tells of its bytes
    return document;
  }

  Opened opened_;
  char separator_ = ',';
  Cells columns_;
  std::size_t text_ = 0, title_ = 0, id_ = 0, published_ = 0, url_ = 0, language_ = 0, path_ = 0;
  std::size_t line_ = 1;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<FormatReader> make_csv_reader(Opened opened) { return std::make_unique<CsvReader>(std::move(opened)); }

bool fits_csv(std::string_view head, const ReadOptions& options) {
  head = text::without_byte_order_mark(head);
  const std::string_view line = head.substr(0, head.find('\n'));
  if (line.size() == head.size()) return false;
  Cells columns;
  for (std::string_view name : text::split(line, separator_of(line))) {
    std::string plain = plain_name(name);
    std::erase(plain, '"');
    columns.push_back(std::move(plain));
  }
  return columns.size() > 1 && column_of(columns, options.fields.text) < columns.size();
}

}  // namespace qogam::read
