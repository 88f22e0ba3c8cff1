// JSON written straight into a string: no tree of values is made first.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace qogam::write {

// Appends to a string, which must outlive it; byte for byte what nlohmann-json's dump() gives of the same values. Commas come by
// themselves, from the last byte written. That what is opened is closed, and that keys stand in objects, is up to the caller. One thread.
class JsonText {
 public:
  explicit JsonText(std::string& to) : to_(to) {}

  void open_object() { next('{'); }
  void close_object() { to_ += '}'; }
  void open_list() { next('['); }
  void close_list() { to_ += ']'; }

  // The key of the value that is written next. ASCII without quotation marks.
  JsonText& key(std::string_view name) {
    next('"');
    to_.append(name).append("\":");
    return *this;
  }

  // Bytes that are no UTF-8 come out as U+FFFD.
  void text(std::string_view s);
  void text_or_null(std::string_view s) { s.empty() ? null() : text(s); }
  void texts(const std::vector<std::string>& all);
  void integer(std::int64_t value);
  void real(double value);
  // Confidences and scores, to three decimals.
  void rounded(double value);
  void truth(bool value) { literal(value ? "true" : "false"); }
  void null() { literal("null"); }
  void empty_list() { literal("[]"); }

  // Names of things by their numbers: id('e', 0) is "e1". `kNone` gives null.
  void id(char letter, std::int64_t number);
  void ids(char letter, const std::vector<std::uint32_t>& numbers);

 private:
  void next(char opening) {
    separate();
    to_ += opening;
  }
  void literal(std::string_view value) {
    separate();
    to_ += value;
  }
  void separate() {
    if (to_.empty()) return;
    const char last = to_.back();
    if (last != '{' && last != '[' && last != ':') to_ += ',';
  }

  std::string& to_;
};

}  // namespace qogam::write
