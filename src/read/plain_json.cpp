// A scanner of plain JSON by recursive descent.
#include "read/plain_json.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "text/utf8.h"

namespace qogam::read {
namespace {

constexpr int kDeepest = 16;
constexpr std::size_t kLongestNumber = 15;  // digits that a double holds

constexpr std::string_view kEscapes = "\"\\/bfnrt", kMeanings = "\"\\/\b\f\n\r\t";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The value of four hexadecimal digits; above 0xFFFF where they are none.
char32_t hex(std::string_view digits) {
  char32_t value = digits.size() == 4 ? 0 : 0x10000;
  for (const char c : digits) {
    const int digit = is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
    if (digit < 0) return 0x10000;
    value = value * 16 + static_cast<char32_t>(digit);
  }
  return value;
}

// Walks over a text; each function gives false where what stands there is not plain.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  bool at_end() {
    blanks();
    return at_ == text_.size();
  }

  // Calls take(key, value) for each member.
  template <typename Take>
  bool object(int depth, Take take) {
    if (depth > kDeepest || !one('{')) return false;
    if (one('}')) return true;
    do {
      JsonValue key, member;
      if (!value(0, key) || key.kind != JsonValue::Kind::string || key.text.find('\\') != key.text.npos || !one(':') || !value(depth + 1, member)) return false;
      take(key.text, member);
    } while (one(','));
    return one('}');
  }

 private:
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  void blanks() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\r' || text_[at_] == '\t')) ++at_;
  }
  bool one(char c) {
    blanks();
    if (peek() != c) return false;
    ++at_;
    return true;
  }
  bool word(std::string_view w) {
    if (text_.substr(at_, w.size()) != w) return false;
    at_ += w.size();
    return true;
  }

  bool value(int depth, JsonValue& found) {
    blanks();
    const std::size_t begin = at_;
    bool plain = false;
    switch (peek()) {
      case '"':
        found.kind = JsonValue::Kind::string;
        if (!string()) return false;
        found.text = text_.substr(begin + 1, at_ - begin - 2);
        return true;
      case '{':
        found.kind = JsonValue::Kind::object;
        plain = object(depth, [](std::string_view, const JsonValue&) {});
        break;
      case '[': plain = list(depth); break;
      case 't': plain = word("true"); break;
      case 'f': plain = word("false"); break;
      case 'n': plain = word("null"); break;
      default:
        found.kind = JsonValue::Kind::number;
        plain = number();
    }
    found.text = text_.substr(begin, at_ - begin);
    return plain;
  }

  bool list(int depth) {
    if (depth > kDeepest || !one('[')) return false;
    if (one(']')) return true;
    do {
      JsonValue item;
      if (!value(depth + 1, item)) return false;
    } while (one(','));
    return one(']');
  }

  bool string() {
    for (++at_; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '"') {
        ++at_;
        return true;
      }
      if (static_cast<unsigned char>(c) < 0x20 || (c == '\\' && !escape())) return false;
    }
    return false;
  }

  // Leaves the place at the last byte of an escape.
  bool escape() {
    ++at_;
    if (peek() != 'u') return at_ < text_.size() && kEscapes.find(text_[at_]) != kEscapes.npos;
    const char32_t c = hex(text_.substr(at_ + 1, 4));
    at_ += 4;
    return c < 0xD800 || (c >= 0xE000 && c <= 0xFFFF);
  }

  bool number() {
    if (peek() == '-') ++at_;
    const std::size_t begin = at_;
    const bool zero = peek() == '0';
    if (!digits() || (zero && at_ - begin > 1)) return false;
    if (peek() == '.' && (++at_, !digits())) return false;
    return peek() != 'e' && peek() != 'E' && at_ - begin <= kLongestNumber;
  }
  bool digits() {
    const std::size_t begin = at_;
    while (is_digit(peek())) ++at_;
    return at_ > begin;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

std::string JsonValue::string() const {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t escape = std::min(text.find('\\', at), text.size());
    result.append(text, at, escape - at);
    at = escape + 2;
    if (escape == text.size()) break;
    if (text[escape + 1] == 'u') {
      text::append_utf8(result, hex(text.substr(at, 4)));
      at += 4;
    } else {
      result += kMeanings[kEscapes.find(text[escape + 1])];
    }
  }
  return result;
}

std::optional<PlainJson> PlainJson::of(std::string_view json) {
  std::optional<PlainJson> plain(std::in_place);
  Scanner scanner(json);
  const bool whole = scanner.object(0, [&](std::string_view key, const JsonValue& value) { plain->members_.push_back({key, value}); }) && scanner.at_end();
  return whole ? std::move(plain) : std::nullopt;
}

std::optional<JsonValue> PlainJson::find(std::string_view key) const {
  const auto member = std::find_if(members_.rbegin(), members_.rend(), [&](const Member& m) { return m.key == key; });
  return member == members_.rend() ? std::nullopt : std::optional(member->value);
}

}  // namespace qogam::read
