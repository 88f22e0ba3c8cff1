// Names as they are looked for.
#include "store/name_stems.h"

#include <algorithm>

namespace qogam::store {

std::vector<std::string> NameStems::of(std::string_view name) const {
  std::vector<std::string> stems;
  for (const std::string& word : registry::plain_words(knowledge_.fold(name))) stems.push_back(spelling_.place(word));
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
