// The ways to alter an input.
#include "smoke/mutator.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace qogam::fuzz {
namespace {

using namespace std::string_view_literals;

// What parsers stumble over.
constexpr std::array kPieces = {"\0"sv, "\n"sv, "\r\n"sv, "\t"sv, "\""sv, "\\"sv, "<"sv, ">"sv, "&"sv, "{"sv, "}"sv, "["sv, "]"sv, "("sv, ")"sv, ","sv, ":"sv, ";"sv, "="sv, "*"sv,
                                "-1"sv, "0"sv, "4294967296"sv, "99999999999999999999"sv, "1e999"sv, "\xEF\xBB\xBF"sv, "\xFF"sv, "\xC0\x80"sv, "\xED\xA0\x80"sv, "\xF4\x90\x80\x80"sv,
                                "\xCC\x81"sv, "\xC2\xAB"sv, "\xC2\xBB"sv, "\xE2\x80\x8B"sv, "\xE2\x80\xA8"sv, "\xC2\xA0"sv};

}  // namespace

std::string Mutator::piece(const std::string& of) {
  constexpr std::size_t kLongestPiece = 64;
  const std::size_t begin = below(of.size() + 1);
  return of.substr(begin, 1 + below(kLongestPiece));
}

void Mutator::alter(std::string& input) {
  const std::size_t at = below(input.size() + 1);
  switch (below(8)) {
    case 0:
      if (at < input.size()) input[at] = static_cast<char>(input[at] ^ (1 << below(8)));
      break;
    case 1:
      if (at < input.size()) input[at] = static_cast<char>(below(256));
      break;
    case 2: input.erase(at, 1 + below(16)); break;
    case 3: input.insert(at, kPieces[below(kPieces.size())]); break;
    case 4: input.insert(at, piece(input)); break;
    case 5: input.insert(at, piece(seed())); break;
    case 6: {  // a piece many times
      const std::string repeated = piece(input).substr(0, 1 + below(8));
      for (std::size_t times = below(200); times > 0; --times) input.insert(at, repeated);
      break;
    }
    default: input.resize(at);
  }
}

std::string Mutator::next() {
  std::string input = seed();
  for (std::size_t times = 1 + below(8); times > 0; --times) alter(input);
  input.resize(std::min(input.size(), longest_));
  return input;
}

}  // namespace qogam::fuzz
