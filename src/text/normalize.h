// Unicode normalisation form C. Pure functions, safe from any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "qogam/document.h"

namespace qogam::text {

struct Normalized {
  std::string text;             // NFC
  std::vector<OffsetRun> runs;  // from `text` to the source it was made from (see OffsetMap)
};

// Whether valid UTF-8 is in NFC.
bool is_nfc(std::string_view utf8);

// NFC of valid UTF-8 below 2 GiB (UAX #15, by ICU's Normalizer2). A text in NFC already is copied
// and has one run.
Normalized normalize_nfc(std::string_view utf8);

}  // namespace qogam::text
