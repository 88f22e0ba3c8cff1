// Text that was decoded by the wrong encoding, put right.
#pragma once

#include <string_view>

#include "clean/mapped_text.h"

namespace qogam::clean {

// Lines that only make sense when taken back to bytes and decoded anew: UTF-8 that was read as
// windows-1251 or as windows-1252, and windows-1251 that was read as windows-1252.
// A line is repaired as far as its characters lead back to bytes without a gap, and only
// where well-formed Cyrillic comes out of a run of such characters; all else stays. The letter whose
// byte windows-1251 lacks comes back too, where it was kept as U+0098 or U+FFFD. Linear. Pure.
MappedText repair_mojibake(std::string_view utf8);

}  // namespace qogam::clean
