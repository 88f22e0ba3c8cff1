// Weights of a trained model as text.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/source.h"

namespace qogam::lang {

// The lines of a file of weights: 128 letters a line, each of the 64 letters of Base64url (RFC 4648)
// standing for one weight. "g" is 0; each further step of the alphabet, up or down, is worth a sixth
// more than the one before (companding, as in ITU-T G.711), up to about 700. Text, so that it lives
// among the other files of models/ and its changes can be counted. Each weight becomes the nearest of
// these.
std::string weights_text(std::span<const double> weights);

// The letter of the nearest weight, and what a letter stands for; nothing where it is none of the 64.
char weight_letter(double weight);
std::optional<std::int16_t> weight_of(char letter);

// A number of so many letters, six bits each, the highest first. Reading gives nothing where one is none of the 64.
std::string number_letters(std::uint64_t number, int letters);
std::optional<std::uint64_t> number_of_letters(std::string_view letters);

// The weights of such a file, comments apart. Throws Error{Cause::models} that names the line where a
// letter is none of the 64, or the number of weights is no power of two.
std::vector<std::int16_t> read_weights(const model::SourceFile& file);

}  // namespace qogam::lang
