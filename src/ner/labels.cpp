// Labels and the names they spell.
#include "ner/labels.h"

namespace qogam::ner {

Labels Labels::of_names(const std::vector<std::string>& names) {
  std::vector<std::string> types;
  for (const std::string& name : names)
    if (name.starts_with("B-")) types.push_back(name.substr(2));
  return Labels(std::move(types));
}

std::vector<std::string> Labels::names() const {
  std::vector<std::string> names{"O"};
  for (const std::string& type : types_)
    for (const char* part : {"B-", "I-", "E-", "S-"}) names.push_back(part + type);
  return names;
}

bool Labels::may_follow(std::size_t before, std::size_t label) const {
  if (!open(before)) return !continues(label);
  return continues(label) && (before - 1) / 4 == (label - 1) / 4;
}

std::vector<std::uint16_t> Labels::labels_of(std::span<const TypedRange> ranges, TokenRange sentence) const {
  std::vector<std::uint16_t> labels(sentence.size(), 0);
  for (const TypedRange& r : ranges)
    for (std::uint32_t t = r.tokens.first; t < r.tokens.last; ++t) {
      const bool first = t == r.tokens.first, last = t + 1 == r.tokens.last;
      const Part part = first ? (last ? single : begin) : (last ? end : inside);
      labels[t - sentence.first] = static_cast<std::uint16_t>(1 + r.type * 4 + part);
    }
  return labels;
}

std::vector<TypedRange> Labels::ranges_of(std::span<const std::uint16_t> labels, std::uint32_t first) const {
  std::vector<TypedRange> ranges;
  for (std::uint32_t t = 0; t < labels.size(); ++t) {
    const std::uint16_t label = labels[t];
    if (label == 0) continue;
    if (!continues(label)) ranges.push_back({{first + t, first + t + 1}, static_cast<std::uint32_t>(label - 1) / 4});
    else ranges.back().tokens.last = first + t + 1;
  }
  return ranges;
}

}  // namespace qogam::ner
