// NFC, by ICU straight from UTF-8 to UTF-8.
#include "text/normalize.h"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>

#include "text/icu.h"
#include "text/offset_map.h"

namespace qogam::text {
namespace {

const icu::Normalizer2& nfc() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) throw_icu("load its NFC data", status);
  return *normalizer;
}

}  // namespace

bool is_nfc(std::string_view utf8) {
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
