// References, resolved.
#include "clean/references.h"

#include <charconv>
#include <cstdint>

#include "clean/rewriter.h"
#include "html/characters.h"

namespace qogam::clean {
namespace {

constexpr std::size_t kLongest = 12;  // of what stands between "&" and ";"

// The character of the reference without its "&" and ";", 0 where it is none.
char32_t character_of(std::string_view name) {
  if (!name.starts_with('#')) return html::named_character(name);
  const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
  const std::string_view digits = name.substr(hex ? 2 : 1);
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, hex ? 16 : 10);
  const bool whole = error == std::errc() && end == digits.data() + digits.size();
  return whole && value >= 0x20 && value <= 0x10FFFF && !(value >= 0xD800 && value < 0xE000) ? static_cast<char32_t>(value) : 0;
}

// Behind "&" at `at`: the end of the reference, with every "amp;" that was put before its name.
struct Reference {
  char32_t c = 0;
  std::size_t end = 0;
};

Reference reference_at(std::string_view text, std::size_t at) {
  std::size_t name = at + 1;
  while (text.substr(name).starts_with("amp;")) name += 4;
  const std::size_t end = text.substr(name, kLongest).find(';');
  if (end != std::string_view::npos) {
    const char32_t c = character_of(text.substr(name, end));
    if (c != 0) return {c, name + end + 1};
  }
  return name > at + 1 ? Reference{U'&', name} : Reference{};
}

}  // namespace

MappedText resolve_references(std::string_view utf8) {
  Rewriter rewriter(utf8);
  for (std::size_t at = utf8.find('&'); at != std::string_view::npos; at = utf8.find('&', at + 1)) {
    const Reference reference = reference_at(utf8, at);
    if (reference.c == 0) continue;
    rewriter.replace(at, reference.end, reference.c);
    at = reference.end - 1;
  }
  return rewriter.take();
}

}  // namespace qogam::clean
