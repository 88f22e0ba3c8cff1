// Telling a charset from the bytes alone. For the files of this room; others call decode().
// Pure functions, safe from any thread.
#pragma once

#include <string>
#include <string_view>

namespace qogam::text {

// "UTF-16LE", "UTF-16BE", "UTF-32LE" or "UTF-32BE" where the high bytes of the code units give it
// away, else empty. No byte order mark is needed.
std::string guess_wide_charset(std::string_view bytes);

// The most credible single-byte charset of bytes that are not UTF-8: windows-1251, KOI8-R or
// ISO-8859-5, or a Latin one where most high bytes stand alone next to an ASCII letter.
//
// A Cyrillic charset scores by the confidence of ICU's detector (trigrams of Russian) and by the
// shape of the outcome: letters, and no upper-case letter after a lower-case one. Equal scores go
// to windows-1251, by far the most frequent. Very short texts all in capitals stay a guess.
std::string guess_byte_charset(std::string_view bytes);

// "windows-1251", or where its letters would be foreign ones "RK1048" or "PTCP154", which have
// those of Kazakh in their place.
std::string kazakh_variant(std::string_view bytes);

}  // namespace qogam::text
