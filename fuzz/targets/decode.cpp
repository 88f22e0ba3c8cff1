// Decoding bytes of any encoding, whole and as a stream, and Unicode normalisation with its way back.
#include "support/feed.h"
#include "support/texts.h"
#include "text/case_folds.h"
#include "text/decode.h"
#include "text/normalize.h"
#include "text/stream_decoder.h"

namespace qogam::fuzz {
namespace {

constexpr std::string_view kDeclared[] = {"", "utf-8", "windows-1251", "koi8-r", "rk1048", "ptcp154", "utf-16", "utf-32be", "cp866", "iso-8859-5", "latin1", "utf-7", "iso-2022-jp", "gb18030", "no-such"};

void decode_whole(std::string_view bytes, std::string_view declared) {
  const text::Decoded decoded = text::decode(bytes, declared);
  require_utf8(decoded.text, "decoded text");
  require(!decoded.encoding.empty(), "an encoding has a name");
  const text::Normalized nfc = text::normalize_nfc(decoded.text);
  require_utf8(nfc.text, "normalised text");
  require(text::is_nfc(nfc.text), "normalised text is in NFC");
  require_runs(nfc.runs, nfc.text, decoded.text, true);
  require(text::CodePointIndex(nfc.text)(static_cast<std::uint32_t>(nfc.text.size())) == text::count_code_points(nfc.text), "code points are counted alike");
  const std::string folded = text::case_folds().fold(nfc.text);
  require(text::case_folds().fold(folded) == folded, "folding folded text changes nothing");
}

std::string decode_stream(std::string_view bytes, const std::string& charset, std::size_t piece) {
  text::StreamDecoder decoder(charset);
  std::string out;
  for (std::size_t at = 0; at < bytes.size(); at += piece) decoder.feed(bytes.substr(at, piece), false, out);
  decoder.feed({}, true, out);
  return out;
}

}  // namespace
}  // namespace qogam::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace qogam;
  fuzz::Feed feed(data, size);
  const std::string_view declared = fuzz::kDeclared[feed.pick(std::size(fuzz::kDeclared))];
  const std::size_t piece = 1 + feed.pick(64);
  const std::string_view bytes = feed.rest();
  text::looks_binary(bytes);
  fuzz::decode_whole(bytes, declared);
  const std::string charset = text::charset_of_stream(bytes);
  const std::string whole = fuzz::decode_stream(bytes, charset, bytes.size() + 1);
  fuzz::require_utf8(whole, "a decoded stream");
  fuzz::require(fuzz::decode_stream(bytes, charset, piece) == whole, "a stream in pieces is the whole");
  return 0;
}
