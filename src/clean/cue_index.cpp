// Which of many strings stand in a text, in one pass.
#include "clean/cue_index.h"

#include <algorithm>
#include <utility>

namespace qogam::clean {
namespace {

std::uint32_t packed(std::string_view bytes) {
  std::uint32_t key = 0;
  for (const char c : bytes) key = key << 8 | static_cast<unsigned char>(c);
  return key;
}

}  // namespace

void CueIndex::add(std::string cue, std::uint32_t number) {
  const std::string_view key = std::string_view(cue).substr(0, kKey);
  lengths_.set(key.size());
  if (key.size() == 1) {
    for (std::uint32_t second = 0; second < 256; ++second) begins_.set(packed(key) << 8 | second);
  } else {
    begins_.set(packed(key.substr(0, 2)));
  }
  auto& cues = cues_[packed(key)];
  cues.push_back({std::move(cue), number});
}

std::vector<std::uint32_t> CueIndex::find(std::string_view text) const {
  std::vector<std::uint32_t> found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view rest = text.substr(at);
    const std::uint32_t two = rest.size() > 1 ? packed(rest.substr(0, 2)) : packed(rest) << 8;
    if (!begins_.test(two)) continue;
    for (std::size_t size = 1; size <= std::min(kKey, rest.size()); ++size) {
      if (!lengths_.test(size)) continue;
      const auto cues = cues_.find(packed(rest.substr(0, size)));
      if (cues == cues_.end()) continue;
      for (const Cue& cue : cues->second)
        if (rest.starts_with(cue.text)) found.push_back(cue.number);
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace qogam::clean
