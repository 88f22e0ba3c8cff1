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

char weight_letter(double weight) {
  static const std::vector<std::int16_t> known = values();
  const auto above = std::ranges::lower_bound(known, weight);
  auto nearest = above == known.end() ? above - 1 : above;
  if (above != known.begin() && above != known.end() && weight - *(above - 1) < *above - weight) --nearest;
  return kLetters[static_cast<std::size_t>(nearest - known.begin())];
}

std::optional<std::int16_t> weight_of(char letter) {
  static const std::vector<std::int16_t> known = values();
  const std::size_t place = kLetters.find(letter);
  return place == kLetters.npos ? std::nullopt : std::optional(known[place]);
}

std::string number_letters(std::uint64_t number, int letters) {
  std::string text(static_cast<std::size_t>(letters), kLetters[0]);
  for (auto at = text.rbegin(); at != text.rend(); ++at, number >>= 6) *at = kLetters[number & 63];
  return text;
}

std::optional<std::uint64_t> number_of_letters(std::string_view letters) {
  std::uint64_t number = 0;
  for (const char letter : letters) {
    const std::size_t place = kLetters.find(letter);
    if (place == kLetters.npos) return std::nullopt;
    number = number << 6 | place;
  }
  return number;
}

std::string weights_text(std::span<const double> weights) {
  std::string text;
  text.reserve(weights.size() + weights.size() / kLine + 1);
  for (std::size_t k = 0; k < weights.size(); ++k) {
    text += weight_letter(weights[k]);
    if ((k + 1) % kLine == 0 || k + 1 == weights.size()) text += '\n';
  }
  return text;
}

std::vector<std::int16_t> read_weights(const model::SourceFile& file) {
  std::vector<std::int16_t> weights;
  std::uint32_t last = 0;
  for (const model::Line& line : file.lines()) {
    last = line.number;
    for (const char letter : line.text) {
      const auto weight = weight_of(letter);
      if (!weight) file.fail(line.number, std::string("'") + letter + "' stands for no weight; train the file anew");
      weights.push_back(*weight);
    }
  }
  if (!std::has_single_bit(weights.size())) file.fail(last, std::to_string(weights.size()) + " weights are no power of two; the file is torn, train it anew");
  return weights;
}

}  // namespace qogam::lang
