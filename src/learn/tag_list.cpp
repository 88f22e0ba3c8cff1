// Code point by code point, as gold counts them.
#include "learn/tag_list.h"

#include <set>

#include "text/letters.h"
#include "text/utf8.h"

namespace qogam::learn {
namespace {

std::u32string small_letters(const std::string& text) {
  std::u32string all;
  for (std::size_t at = 0; at < text.size();) all += text::to_lower(text::decode_at(text, at));
  return all;
}

}  // namespace

NameText tag_list(const NameText& text) {
  const std::u32string small = small_letters(text.text);
  NameText list{text.id, "", {}};
  std::u32string all;
  std::set<std::u32string> seen;
  for (const GoldName& name : text.names) {
    const std::u32string tag = small.substr(name.begin, name.end - name.begin);
    if (!seen.insert(tag).second) continue;
    if (!all.empty()) all += U", ";
    const auto begin = static_cast<std::uint32_t>(all.size());
    all += tag;
    list.names.push_back({begin, static_cast<std::uint32_t>(all.size()), name.type});
  }
  for (const char32_t c : all) text::append_utf8(list.text, c);
  return list;
}

}  // namespace qogam::learn
