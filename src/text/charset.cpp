// Conversion, by ICU's converters.
#include "text/charset.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

#include <algorithm>
#include <iterator>
#include <memory>

#include "text/icu.h"

namespace qogam::text {
namespace {

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

Converter open(const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(charset.c_str(), &status), &ucnv_close);
  if (U_FAILURE(status)) return {nullptr, &ucnv_close};
  // Stops at bad bytes, so that they can be counted and placed.
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  return converter;
}

std::size_t length_of_bad(const UConverter* converter) {
  char bad[32];
  int8_t size = sizeof bad;
  UErrorCode status = U_ZERO_ERROR;
  ucnv_getInvalidChars(converter, bad, &size, &status);
  return U_SUCCESS(status) && size > 0 ? static_cast<std::size_t>(size) : 1;
}

}  // namespace

std::optional<std::string> charset_name(std::string_view alias) {
  const std::string name(alias);
  if (name.empty()) return std::nullopt;  // ICU would answer its default
  const Converter converter = open(name);
  if (!converter) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  const char* const own = ucnv_getName(converter.get(), &status);
  if (U_FAILURE(status)) return std::nullopt;
  const char* const mime = ucnv_getStandardName(own, "MIME", &status);
  return U_SUCCESS(status) && mime != nullptr ? mime : own;
}

Converted convert(std::string_view bytes, const std::string& charset) {
  const Converter converter = open(charset);
  if (!converter) throw std::runtime_error("ICU does not know the charset " + charset + ".");
  Converted out;
  icu::UnicodeString utf16;
  const char* source = bytes.data();
  const char* const source_end = source + bytes.size();
  for (bool more = true; more;) {
    UChar buffer[4096];
    UChar* target = buffer;
    UErrorCode status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &target, std::end(buffer), &source, source_end, nullptr, true,
                   &status);
    utf16.append(buffer, static_cast<int32_t>(target - buffer));
    more = status == U_BUFFER_OVERFLOW_ERROR;
    if (more || U_SUCCESS(status)) continue;
    const std::size_t consumed = static_cast<std::size_t>(source - bytes.data());
    if (!out.first_bad)
      out.first_bad = consumed - std::min(consumed, length_of_bad(converter.get()));
    ++out.bad;
    utf16.append(static_cast<UChar>(0xFFFD));
    more = source < source_end;
  }
  utf16.toUTF8String(out.text);
  return out;
}

}  // namespace qogam::text
