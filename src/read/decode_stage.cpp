// The stage "decode".
#include "read/decode_stage.h"

#include <algorithm>
#include <string>
#include <utility>

#include "read/problems.h"
#include "text/decode.h"
#include "text/markup.h"
#include "text/sha256.h"
#include "text/utf8.h"

namespace qogam::read {
namespace {

constexpr std::size_t kMost = 1u << 30;
constexpr const char* kName = "decode";

class DecodeStage : public Stage {
 public:
  explicit DecodeStage(std::size_t limit) : limit_(std::min(limit, kMost)) {}

  std::string_view name() const override { return kName; }
  Layers needs() const override { return Layer::source; }
  Layers gives() const override { return Layer::raw; }

  void run(Document& document) const override {
    Source& source = document.source;
    std::string bytes = std::exchange(source.bytes, {});
    source.sha256 = text::sha256_hex(bytes);
    if (bytes.size() > limit_) {
      document.error = too_large(source.path, limit_, kName);
    } else if (is_blank(bytes)) {
      document.error = {"empty", source.path + " has no text in it.", kName};
    } else if (!source.decoded && text::looks_binary(bytes)) {
      document.error = {"not_text",
                        source.path + " is not text but a binary file; convert it to text first.",
                        kName};
    } else {
      decode(document, std::move(bytes));
    }
    if (source.media_type.empty()) source.media_type = text::looks_like_html(document.raw) ? "text/html" : "text/plain";
  }

 private:
  static bool is_blank(const std::string& bytes) {
    return bytes.find_first_not_of(" \t\r\n") == std::string::npos;
  }

  static void decode(Document& document, std::string bytes) {
    Source& source = document.source;
    if (source.decoded && text::valid_utf8(bytes)) {
      document.raw = std::move(bytes);
      source.encoding = "UTF-8";
      return;
    }
    text::Decoded decoded = text::decode(bytes, source.charset);
    document.raw = std::move(decoded.text);
    source.encoding = std::move(decoded.encoding);
    if (decoded.warning) {
      document.warnings.push_back({"invalid_bytes",
                                   source.path + " has bytes that are no text. " + *decoded.warning,
                                   kName});
    }
    if (is_blank(document.raw)) {  // a byte order mark and nothing else
      document.error = {"empty", source.path + " has no text in it.", kName};
    }
  }

  std::size_t limit_;
};

}  // namespace

std::unique_ptr<Stage> make_decode_stage(std::size_t max_document_bytes) {
  return std::make_unique<DecodeStage>(max_document_bytes);
}

}  // namespace qogam::read
