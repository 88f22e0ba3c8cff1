// Streams, by ICU's converters.
#include "text/stream_decoder.h"

#include <unicode/ucnv.h>

#include <array>

#include "text/byte_order_mark.h"
#include "text/charset.h"
#include "text/decode.h"
#include "text/guess_charset.h"
#include "text/icu.h"
#include "text/utf8.h"

namespace qogam::text {
namespace {

constexpr std::size_t kLongestCodePoint = 4;

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

}  // namespace

std::string charset_of_stream(std::string_view head) {
  // Cut where a code point may have been, in any of the encodings.
  std::string_view whole = head;
  const auto bad = first_invalid_utf8(head);
  if (bad && head.size() - *bad < kLongestCodePoint) whole = head.substr(0, *bad);
  if (bad && whole.size() == head.size()) whole = head.substr(0, head.size() / kLongestCodePoint * kLongestCodePoint);
  return decode(whole).encoding;
}

struct StreamDecoder::State {
  std::string charset;
  Converter converter{nullptr, &ucnv_close};
  bool begun = false;

  void to_utf8(std::string_view bytes, bool last, std::string& out) const {
    if (!converter) {
      out += convert(bytes, charset).text;
      return;
    }
    const char* source = bytes.data();
    const char* const end = source + bytes.size();
    icu::UnicodeString utf16;  // whole, as a pair of surrogates may come in two blocks
    for (bool more = true; more;) {
      std::array<UChar, 4096> buffer;
      UChar* target = buffer.data();
      UErrorCode status = U_ZERO_ERROR;
      ucnv_toUnicode(converter.get(), &target, buffer.data() + buffer.size(), &source, end, nullptr, last, &status);
      utf16.append(buffer.data(), static_cast<int32_t>(target - buffer.data()));
      more = status == U_BUFFER_OVERFLOW_ERROR;
    }
    utf16.toUTF8String(out);
  }
};

StreamDecoder::StreamDecoder(const std::string& charset) : state_(std::make_unique<State>()) {
  state_->charset = charset;
  UErrorCode status = U_ZERO_ERROR;
  state_->converter.reset(ucnv_open(charset.c_str(), &status));
  if (U_FAILURE(status)) {
    state_->converter.reset();
    convert("", charset);  // throws where nobody knows it; the pages that iconv knows have no state
  }
}

StreamDecoder::~StreamDecoder() = default;
StreamDecoder::StreamDecoder(StreamDecoder&&) noexcept = default;
StreamDecoder& StreamDecoder::operator=(StreamDecoder&&) noexcept = default;

void StreamDecoder::feed(std::string_view bytes, bool last, std::string& out) {
  const std::size_t before = out.size();
  state_->to_utf8(bytes, last, out);
  if (state_->begun || out.size() == before) return;
  state_->begun = true;
  if (std::string_view(out).substr(before).starts_with(kByteOrderMark)) out.erase(before, kByteOrderMark.size());
}

}  // namespace qogam::text
