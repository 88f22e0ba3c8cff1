// Transliteration by a table.
#include "lang/fold.h"

#include <algorithm>
#include <charconv>

#include "text/utf8.h"

namespace qogam::lang {

Transliteration::Transliteration(std::vector<std::pair<std::string, std::string>> pairs)
    : pairs_(std::move(pairs)) {
  std::stable_sort(pairs_.begin(), pairs_.end(),
                   [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
  std::erase_if(pairs_, [](const auto& p) { return p.first.empty(); });
  for (std::size_t n = 0; n < pairs_.size(); ++n) starts_[static_cast<unsigned char>(pairs_[n].first[0])].push_back(n);
}

std::string Transliteration::operator()(std::string_view folded) const {
  std::string result;
  for (std::size_t at = 0; at < folded.size();) {
    const auto& starts = starts_[static_cast<unsigned char>(folded[at])];
    const auto hit = std::ranges::find_if(starts, [&](std::size_t n) { return folded.substr(at).starts_with(pairs_[n].first); });
    if (hit != starts.end()) {
      result += pairs_[*hit].second;
      at += pairs_[*hit].first.size();
    } else {
      const std::size_t from = at;
      text::decode_at(folded, at);
      result += folded.substr(from, at - from);
    }
  }
  return result;
}

namespace {

char32_t letter(const model::SourceFile& file, std::uint32_t line, const std::string& written) {
  std::size_t at = 0;
  if (text::count_code_points(written) == 1) return text::decode_at(written, at);
  std::uint32_t code = 0;
  const char* end = written.data() + written.size();
  if (!written.starts_with("U+") || std::from_chars(written.data() + 2, end, code, 16).ptr != end || code == 0 || code > 0x10FFFF)
    file.fail(line, "'" + written + "' is neither one letter nor U+ and its number");
  return code;
}

}  // namespace

text::FoldTable read_folds(const model::SourceFile& file) {
  std::vector<std::pair<char32_t, char32_t>> pairs;
  for (const model::Line& line : file.lines()) {
    const auto parts = model::fields(line.text);
    if (parts.size() < 2) file.fail(line.number, "a line is `letter<TAB>letter`");
    pairs.emplace_back(letter(file, line.number, parts[0]), parts[1] == "-" ? 0 : letter(file, line.number, parts[1]));
  }
  return text::FoldTable(pairs);
}

}  // namespace qogam::lang
