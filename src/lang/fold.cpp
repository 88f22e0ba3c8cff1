// Transliteration by a table.
#include "lang/fold.h"

#include <algorithm>

#include "text/utf8.h"

namespace qogam::lang {

Transliteration::Transliteration(std::vector<std::pair<std::string, std::string>> pairs)
    : pairs_(std::move(pairs)) {
  std::stable_sort(pairs_.begin(), pairs_.end(),
                   [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
}

std::string Transliteration::operator()(std::string_view folded) const {
  std::string result;
  for (std::size_t at = 0; at < folded.size();) {
    const auto hit = std::find_if(pairs_.begin(), pairs_.end(), [&](const auto& p) {
      return folded.substr(at, p.first.size()) == p.first;
    });
    if (hit != pairs_.end()) {
      result += hit->second;
      at += hit->first.size();
    } else {
      const std::size_t from = at;
      text::decode_at(folded, at);
      result += folded.substr(from, at - from);
    }
  }
  return result;
}

}  // namespace qogam::lang
