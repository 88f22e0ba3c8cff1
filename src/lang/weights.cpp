// One letter a weight.
#include "lang/weights.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace qogam::lang {
namespace {

constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::size_t kLine = 128;
constexpr int kSteps = 31;
constexpr double kGrowth = 7.0 / 6;

// What the letters stand for, in their order: -32 steps to 31 steps.
std::vector<std::int16_t> values() {
  std::vector<std::int16_t> all;
  for (int step = -kSteps - 1; step <= kSteps; ++step) {
    const double size = (std::pow(kGrowth, std::abs(step)) - 1) / (kGrowth - 1);
    all.push_back(static_cast<std::int16_t>(std::lround(step < 0 ? -size : size)));
  }
  return all;
}

}  // namespace

std::string weights_text(std::span<const double> weights) {
  const std::vector<std::int16_t> known = values();
  std::string text;
  text.reserve(weights.size() + weights.size() / kLine + 1);
  for (std::size_t k = 0; k < weights.size(); ++k) {
    const auto above = std::ranges::lower_bound(known, weights[k]);
    auto nearest = above == known.end() ? above - 1 : above;
    if (above != known.begin() && above != known.end() && weights[k] - *(above - 1) < *above - weights[k]) --nearest;
    text += kLetters[static_cast<std::size_t>(nearest - known.begin())];
    if ((k + 1) % kLine == 0 || k + 1 == weights.size()) text += '\n';
  }
  return text;
}

std::vector<std::int16_t> read_weights(const model::SourceFile& file) {
  const std::vector<std::int16_t> known = values();
  std::vector<std::int16_t> weights;
  std::uint32_t last = 0;
  for (const model::Line& line : file.lines()) {
    last = line.number;
    for (const char letter : line.text) {
      const std::size_t place = kLetters.find(letter);
      if (place == kLetters.npos) file.fail(line.number, std::string("'") + letter + "' stands for no weight; train the file anew");
      weights.push_back(known[place]);
    }
  }
  if (!std::has_single_bit(weights.size())) file.fail(last, std::to_string(weights.size()) + " weights are no power of two; the file is torn, train it anew");
  return weights;
}

}  // namespace qogam::lang
