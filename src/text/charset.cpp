// Conversion, by ICU's converters, and by iconv(3) for the code pages of old Kazakh sites, which ICU lacks.
#include "text/charset.h"

#include <iconv.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <iterator>
#include <memory>

#include "text/ascii.h"
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

struct KazakhPage {
  const char* name;
  std::array<const char*, 4> aliases;  // lower-case
};

constexpr std::array<KazakhPage, 2> kKazakhPages = {{
    {"RK1048", {"rk1048", "kz-1048", "strk1048-2002", "kz1048"}},
    {"PTCP154", {"ptcp154", "pt154", "cp154", "cyrillic-asian"}},
}};

std::optional<std::string> kazakh_page(std::string_view alias) {
  const std::string lower = ascii_lower(alias);
  for (const KazakhPage& page : kKazakhPages)
    if (std::find(page.aliases.begin(), page.aliases.end(), lower) != page.aliases.end()) return page.name;
  return std::nullopt;
}

class Iconv {
 public:
  explicit Iconv(const std::string& charset) : handle_(iconv_open("UTF-8", charset.c_str())) {}
  ~Iconv() {
    if (good()) iconv_close(handle_);
  }
  Iconv(const Iconv&) = delete;
  Iconv& operator=(const Iconv&) = delete;

  // Its tables are files of the C library that a small system may lack.
  bool good() const { return handle_ != reinterpret_cast<iconv_t>(-1); }

  Converted convert(std::string_view bytes) const {
    Converted out;
    char* source = const_cast<char*>(bytes.data());
    std::size_t left = bytes.size();
    while (left > 0) {
      std::array<char, 4096> buffer;
      char* target = buffer.data();
      std::size_t room = buffer.size();
      const std::size_t answer = iconv(handle_, &source, &left, &target, &room);
      out.text.append(buffer.data(), buffer.size() - room);
      if (answer != static_cast<std::size_t>(-1) || errno == E2BIG) continue;
      if (!out.first_bad) out.first_bad = bytes.size() - left;
      ++out.bad;
      out.text += "\xEF\xBF\xBD";
      ++source;
      --left;
    }
    return out;
  }

 private:
  iconv_t handle_;
};

}  // namespace

std::optional<std::string> charset_name(std::string_view alias) {
  const std::string name(alias);
  if (name.empty()) return std::nullopt;  // ICU would answer its default
  if (auto page = kazakh_page(alias)) return Iconv(*page).good() ? page : std::nullopt;
  const Converter converter = open(name);
  if (!converter) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  const char* const own = ucnv_getName(converter.get(), &status);
  if (U_FAILURE(status)) return std::nullopt;
  for (const char* const standard : {"MIME", "IANA"}) {  // "windows-1251" is a name of IANA only
    status = U_ZERO_ERROR;
    const char* const found = ucnv_getStandardName(own, standard, &status);
    if (U_SUCCESS(status) && found != nullptr) return found;
  }
  return own;
}

Converted convert(std::string_view bytes, const std::string& charset) {
  if (const auto page = kazakh_page(charset)) {
    const Iconv converter(*page);
    if (converter.good()) return converter.convert(bytes);
  }
  const Converter converter = open(charset);
  if (!converter) throw std::runtime_error("The charset " + charset + " is not known.");
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
