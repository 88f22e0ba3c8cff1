// One letter a weight.
#include "lang/weights.h"

#include <algorithm>
#include <bit>

namespace qogam::lang {
namespace {

constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::size_t kLine = 128;

}  // namespace

std::string weights_text(std::span<const std::int8_t> weights) {
  std::string text;
  text.reserve(weights.size() + weights.size() / kLine + 1);
  for (std::size_t k = 0; k < weights.size(); ++k) {
    const int weight = std::clamp<int>(weights[k], kLeastWeight, kGreatestWeight);
    text += kLetters[static_cast<std::size_t>(weight - kLeastWeight)];
    if ((k + 1) % kLine == 0 || k + 1 == weights.size()) text += '\n';
  }
  return text;
}

std::vector<std::int8_t> read_weights(const model::SourceFile& file) {
  std::vector<std::int8_t> weights;
  std::uint32_t last = 0;
  for (const model::Line& line : file.lines()) {
    last = line.number;
    for (const char letter : line.text) {
      const std::size_t place = kLetters.find(letter);
      if (place == kLetters.npos) file.fail(line.number, std::string("'") + letter + "' stands for no weight; train the file anew");
      weights.push_back(static_cast<std::int8_t>(static_cast<int>(place) + kLeastWeight));
    }
  }
  if (!std::has_single_bit(weights.size())) file.fail(last, std::to_string(weights.size()) + " weights are no power of two; the file is torn, train it anew");
  return weights;
}

}  // namespace qogam::lang
