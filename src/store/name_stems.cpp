// Names as they are looked for.
#include "store/name_stems.h"

#include <algorithm>

#include "text/utf8.h"

namespace qogam::store {

std::vector<std::string> NameStems::of(std::string_view name) const {
  const std::string folded = knowledge_.fold(name);
  std::vector<std::string> stems;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) stems.push_back(spelling_.place(word));
    word.clear();
  };
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = text::decode_at(folded, at);
    if (text::is_letter(c) || text::is_digit(c)) text::append_utf8(word, c);
    else end_word();
  }
  end_word();
  return stems;
}

std::string NameStems::text_of(std::string_view name) const {
  std::string text;
  for (const std::string& stem : of(name)) text += " " + stem;
  return text;
}

bool NameStems::has(std::string_view text, const std::vector<std::string>& stems) {
  return std::ranges::all_of(stems, [&](const std::string& stem) { return text.find(" " + stem) != std::string_view::npos; });
}

}  // namespace qogam::store
