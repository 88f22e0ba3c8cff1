// Records of JSON: by line, or by their braces.
#include "read/json_reader.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "read/byte_source.h"
#include "read/problems.h"
#include "read/record.h"
#include "text/byte_order_mark.h"

namespace qogam::read {
namespace {

constexpr std::string_view kBlank = " \t\r";
// As much of a stream as is looked at to tell its format, see readers.cpp.
constexpr std::size_t kFirstLine = 64u << 10;

// What both readers do.
class RecordReader : public FormatReader {
 protected:
  explicit RecordReader(Opened opened) : opened_(std::move(opened)) {}

  Document empty_document(std::size_t line) const {
    const std::string place = ":" + std::to_string(line);
    Document document;
    document.id = opened_.id + place;
    document.source.path = opened_.path + place;
    document.source.media_type = "application/json";
    return document;
  }

  Document record(std::size_t line, std::string_view json) const {
    Document document = empty_document(line);
    fill_from_json(document, json, opened_.options.fields);
    return document;
  }

  Document oversized(std::size_t line) const {
    Document document = empty_document(line);
    document.error = too_large(document.source.path, opened_.options.max_document_bytes);
    return document;
  }

  Document broken_off(std::size_t line) const {
    Document document = empty_document(line);
    document.error = problem_of(document.source.path, *opened_.bytes->failure());
    return document;
  }

  // The end: the failure that it was, else nothing.
  std::optional<Document> end(std::size_t line) {
    if (ended_) return std::nullopt;
    ended_ = true;
    if (opened_.bytes->failure()) return broken_off(line);
    if (opened_.bytes->changed() && opened_.options.on_notice)
      opened_.options.on_notice(changed_while_read(opened_.path).message);
    return std::nullopt;
  }

  Opened opened_;
  bool ended_ = false;
};

class JsonlReader : public RecordReader {
 public:
  explicit JsonlReader(Opened opened) : RecordReader(std::move(opened)) {}

  std::optional<Document> next() override {
    std::string line;
    bool over = false;
    while (opened_.bytes->next_line(line, opened_.options.max_document_bytes, over)) {
      ++number_;
      std::string_view content = line;
      if (number_ == 1) content = text::without_byte_order_mark(content);
      if (over) return oversized(number_);
      if (content.find_first_not_of(kBlank) != std::string_view::npos) return record(number_, content);
    }
    return end(number_ + 1);
  }

 private:
  std::size_t number_ = 0;
};

class JsonReader : public RecordReader {
 public:
  explicit JsonReader(Opened opened) : RecordReader(std::move(opened)) {}

  std::optional<Document> next() override {
    if (ended_) return end(line_);
    const Found found = find_record();
    if (found == Found::end) return end(line_);
    if (found == Found::other) return no_object();
    const std::size_t begin = line_;
    std::string json;
    bool over = false;
    const bool closed = take_record(json, over);
    if (over) return oversized(begin);
    if (closed) return record(begin, json);
    ended_ = true;
    if (opened_.bytes->failure()) return broken_off(begin);
    Document document = empty_document(begin);
    document.error = invalid_json(document.source.path, "it does not end");
    return document;
  }

 private:
  // The next byte without taking it, or -1.
  int peek() const {
    const std::string_view next = opened_.bytes->peek(1);
    return next.empty() ? -1 : static_cast<unsigned char>(next[0]);
  }

  void take(std::string* into) {
    const char c = opened_.bytes->peek(1)[0];
    line_ += c == '\n';
    if (into != nullptr) *into += c;
    opened_.bytes->skip(1);
  }

  enum class Found { record, other, end };

  // Up to the next brace that opens; between two records there are commas and blanks, and around
  // them an array.
  Found find_record() {
    if (opened_.bytes->peek(text::kByteOrderMark.size()) == text::kByteOrderMark) opened_.bytes->skip(text::kByteOrderMark.size());
    for (int c = peek(); c >= 0; c = peek()) {
      if (c == '{') return Found::record;
      if (std::string_view(" \t\r\n,[]").find(static_cast<char>(c)) == std::string_view::npos) return Found::other;
      take(nullptr);
    }
    return Found::end;
  }

  Document no_object() {
    ended_ = true;
    Document document = empty_document(line_);
    document.error = invalid_json(document.source.path, "what stands here is no object");
    return document;
  }

  // False where it does not end. One above the limit is taken to its end, but not kept.
  bool take_record(std::string& json, bool& over) {
    std::size_t depth = 0;
    bool inside = false;
    for (int c = peek(); c >= 0; c = peek()) {
      take(over ? nullptr : &json);
      if (inside && c == '\\' && peek() >= 0)
        take(over ? nullptr : &json);
      else if (c == '"')
        inside = !inside;
      else if (!inside && (c == '{' || c == '['))
        ++depth;
      else if (!inside && (c == '}' || c == ']') && --depth == 0)
        return true;
      if (json.size() <= opened_.options.max_document_bytes) continue;
      over = true;
      std::string().swap(json);
    }
    return false;
  }

  std::size_t line_ = 1;
};

std::string_view without_blanks(std::string_view head) {
  head = text::without_byte_order_mark(head);
  return head.substr(std::min(head.find_first_not_of(" \t\r\n"), head.size()));
}

}  // namespace

std::unique_ptr<FormatReader> make_jsonl_reader(Opened opened) {
  return std::make_unique<JsonlReader>(std::move(opened));
}

std::unique_ptr<FormatReader> make_json_reader(Opened opened) {
  return std::make_unique<JsonReader>(std::move(opened));
}

bool fits_jsonl(std::string_view head, const ReadOptions&) {
  const std::string_view text = without_blanks(head);
  const std::size_t end = text.find('\n');
  // A line longer than what is looked at cannot be parsed; its beginning has to do.
  if (end == std::string_view::npos && head.size() + 4 >= kFirstLine) return text.starts_with("{\"");
  return is_json_object(text.substr(0, end));
}

bool fits_json(std::string_view head, const ReadOptions&) {
  const std::string_view text = without_blanks(head);
  if (text.empty() || (text[0] != '[' && text[0] != '{')) return false;
  const std::string_view inside = without_blanks(text.substr(1));
  if (text[0] == '{') return inside.starts_with('"');
  return inside.starts_with('{') && without_blanks(inside.substr(1)).starts_with('"');
}

}  // namespace qogam::read
