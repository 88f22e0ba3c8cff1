// Records of JSON read without a tree of values: what most of them are.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace qogam::read {

// What stands under a key.
struct JsonValue {
  enum class Kind { string, number, object, other };
  Kind kind = Kind::other;
  std::string_view text;  // as it stands; of a string what stands between its marks

  // Of a string, without escapes.
  std::string string() const;
};

// The members of an object, as views of its text, which must outlive it.
class PlainJson {
 public:
  // Nothing where the text (valid UTF-8) is more or other than one plain object. Plain is JSON (RFC 8259) without deep nesting, long numbers, exponents, code units of
  // surrogates and escapes in keys: what is not plain, or no JSON at all, is left to a whole parser, which also tells what is wrong.
  static std::optional<PlainJson> of(std::string_view json);

  // The value of the last member of that key, or nothing.
  std::optional<JsonValue> find(std::string_view key) const;

 private:
  struct Member {
    std::string_view key;
    JsonValue value;
  };
  std::vector<Member> members_;
};

}  // namespace qogam::read
