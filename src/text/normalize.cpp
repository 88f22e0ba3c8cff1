// NFC, by ICU straight from UTF-8 to UTF-8.
#include "text/normalize.h"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>

#include <array>

#include "text/icu.h"
#include "text/offset_map.h"

namespace qogam::text {
namespace {

const icu::Normalizer2* load_nfc() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) throw_icu("load its NFC data", status);
  return normalizer;
}

// Asked for once, and so handed from thread to thread where the thread sanitizer sees it; ICU's own lock it does not see.
const icu::Normalizer2& nfc() {
  static const icu::Normalizer2* const loaded = load_nfc();
  return *loaded;
}

// Whether there are only code points that every text of ours has and that NFC leaves alone beside any of their kind:
// below U+0300, Cyrillic but for its marks, dashes, quotes and U+2116.
constexpr auto kPlain = [] {
  std::array<bool, 256> plain{};
  for (std::size_t byte = 0; byte < plain.size(); ++byte) plain[byte] = byte < 0xCC || byte == 0xD0 || byte == 0xD1 || byte == 0xD3;
  return plain;
}();

bool is_plain(std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size(); ++at) {
    const auto byte = static_cast<unsigned char>(utf8[at]);
    if (kPlain[byte]) continue;
    const auto next = at + 1 < utf8.size() ? static_cast<unsigned char>(utf8[at + 1]) : 0u;
    if (byte == 0xD2 && next >= 0x8A) continue;
    if (byte == 0xE2 && ((next == 0x80 && utf8.substr(at + 2, 1) >= "\x90") || utf8.substr(at + 1, 2) == "\x84\x96")) continue;
    return false;
  }
  return true;
}

}  // namespace

bool is_nfc(std::string_view utf8) {
  if (is_plain(utf8)) return true;
  UErrorCode status = U_ZERO_ERROR;
  return nfc().isNormalizedUTF8(string_piece(utf8), status) && U_SUCCESS(status);
}

Normalized normalize_nfc(std::string_view utf8) {
  if (is_nfc(utf8)) {
    return {std::string(utf8), identity_runs(static_cast<std::uint32_t>(utf8.size()))};
  }
  Normalized out;
  UErrorCode status = U_ZERO_ERROR;
  icu::Edits edits;
  icu::StringByteSink<std::string> sink(&out.text, static_cast<int32_t>(utf8.size()));
  nfc().normalizeUTF8(0, string_piece(utf8), sink, &edits, status);
  if (U_FAILURE(status)) throw_icu("normalise a text", status);

  OffsetMapBuilder builder;
  auto edit = edits.getFineIterator();
  while (edit.next(status)) {
    builder.replace(static_cast<std::uint32_t>(edit.newLength()),
                    static_cast<std::uint32_t>(edit.sourceIndex()),
                    static_cast<std::uint32_t>(edit.oldLength()));
  }
  out.runs = builder.take();
  return out;
}

}  // namespace qogam::text
