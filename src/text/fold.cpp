// The fold table.
#include "text/fold.h"

#include <unicode/uchar.h>

#include "text/utf8.h"

namespace qogam::text {
namespace {

// Latin, Greek and Cyrillic with the Kazakh letters: one or two bytes of UTF-8.
constexpr char32_t kCommon = 0x800;

char32_t fold_case(char32_t c) {
  return static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT));
}

}  // namespace

FoldTable::FoldTable(const std::vector<std::pair<char32_t, char32_t>>& extra) {
  for (const auto& [from, to] : extra) extra_[fold_case(from)] = to;
  std::vector<char32_t> common(kCommon);
  for (char32_t c = 0; c < kCommon; ++c) common[c] = fold(c);
  common_ = std::move(common);
}

char32_t FoldTable::fold_rare(char32_t c) const {
  const char32_t folded = fold_case(c);
  const auto found = extra_.find(folded);
  return found == extra_.end() ? folded : found->second;
}

std::string FoldTable::fold(std::string_view utf8) const {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t pos = 0; pos < utf8.size();)
    if (const char32_t c = fold(decode_at(utf8, pos)); c != 0) append_utf8(out, c);
  return out;
}

}  // namespace qogam::text
