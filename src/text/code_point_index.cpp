// Code points are counted by their first bytes: all but 10xxxxxx.
#include "text/code_point_index.h"

#include <algorithm>

#include "text/utf8.h"

namespace qogam::text {
namespace {

constexpr std::size_t kStep = 64;

}  // namespace

CodePointIndex::CodePointIndex(std::string_view utf8) : text_(utf8) {
  checkpoints_.reserve(utf8.size() / kStep + 1);
  std::size_t count = 0;
  for (std::size_t begin = 0; begin <= utf8.size(); begin += kStep) {
    checkpoints_.push_back(static_cast<std::uint32_t>(count));
    count += count_code_points(utf8.substr(begin, kStep));
  }
}

std::uint32_t CodePointIndex::operator()(std::uint32_t byte) const {
  const std::size_t end = std::min<std::size_t>(byte, text_.size());
  const std::size_t begin = end / kStep * kStep;
  const std::size_t rest = count_code_points(text_.substr(begin, end - begin));
  return checkpoints_[end / kStep] + static_cast<std::uint32_t>(rest);
}

}  // namespace qogam::text
