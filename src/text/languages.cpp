// Codes, as ICU's table has them.
#include "text/languages.h"

#include <unicode/uloc.h>

namespace qogam::text {

std::string three_letters(const std::string& tag) {
  const std::string code = uloc_getISO3Language(tag.c_str());
  return code == "und" ? std::string() : code;
}

}  // namespace qogam::text
