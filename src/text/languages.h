// Codes of languages (ISO 639, by ICU).
#pragma once

#include <string>

namespace qogam::text {

// The code of three letters (ISO 639-3) of a language tag, with or without a script: "kaz" for "kk" and "kk-Latn". Empty for what is
// no known language and for "und". Safe from any thread.
std::string three_letters(const std::string& tag);

}  // namespace qogam::text
