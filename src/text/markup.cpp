// Telling HTML by its tags.
#include "text/markup.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/ascii.h"
#include "text/byte_order_mark.h"

namespace qogam::text {
namespace {

constexpr std::size_t kLook = 64u << 10;
constexpr std::size_t kEnoughTags = 3;
constexpr std::array<std::string_view, 5> kOutermost = {"!doctype html", "html", "head", "body", "!doctype amphtml"};
constexpr std::array<std::string_view, 22> kTags = {"p", "br", "div", "span", "a", "b", "i", "strong", "em", "table", "tr",
                                                    "td", "ul", "li", "h1", "h2", "h3", "img", "font", "meta", "article", "section"};

bool is_name_end(char c) { return c == '>' || c == ' ' || c == '/' || c == '\n' || c == '\r' || c == '\t'; }

// The name of the tag whose "<" is at `at`, with its slash taken off; empty where there is none.
std::string name_of(std::string_view text, std::size_t at) {
  ++at;
  if (at < text.size() && text[at] == '/') ++at;
  std::size_t end = at;
  while (end < text.size() && end - at < 10 && !is_name_end(text[end])) ++end;
  if (end == text.size() || !is_name_end(text[end])) return {};
  return ascii_lower(text.substr(at, end - at));
}

std::string_view without_prolog(std::string_view text) {
  text = without_byte_order_mark(text);
  while (true) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    const std::string_view end = text.starts_with("<!--") ? "-->" : text.starts_with("<?xml") ? "?>" : "";
    if (end.empty()) return text;
    const std::size_t found = text.find(end);
    if (found == std::string_view::npos) return text;
    text.remove_prefix(found + end.size());
  }
}

bool begins_a_page(std::string_view text) {
  if (!text.starts_with('<')) return false;
  const std::string head = ascii_lower(text.substr(1, 20));
  return std::any_of(kOutermost.begin(), kOutermost.end(), [&](std::string_view name) {
    return head.starts_with(name) && head.size() > name.size() && is_name_end(head[name.size()]);
  });
}

}  // namespace

bool looks_like_html(std::string_view utf8) {
  const std::string_view head = utf8.substr(0, kLook);
  if (begins_a_page(without_prolog(head))) return true;
  std::size_t tags = 0;
  for (std::size_t at = head.find('<'); at != std::string_view::npos; at = head.find('<', at + 1)) {
    const std::string name = name_of(head, at);
    if (std::find(kTags.begin(), kTags.end(), name) != kTags.end() && ++tags == kEnoughTags) return true;
  }
  return false;
}

}  // namespace qogam::text
