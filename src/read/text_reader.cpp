// Plain text files.
#include "read/text_reader.h"

#include <utility>

#include "read/byte_source.h"
#include "read/problems.h"

namespace qogam::read {
namespace {

class TextReader : public FormatReader {
 public:
  explicit TextReader(Opened opened) : opened_(std::move(opened)) {}

  std::optional<Document> next() override {
    if (done_) return std::nullopt;
    done_ = true;
    Document document;
    document.id = opened_.id;
    document.source.path = opened_.path;
    document.source.media_type = "text/plain";
    const std::size_t limit = opened_.options.max_document_bytes;
    bool over = false;
    document.source.bytes = opened_.bytes->rest(limit, over);
    if (over) {
      document.error = too_large(opened_.path, limit);
    } else if (opened_.bytes->failed()) {
      document.source.bytes.clear();
      document.error = unreadable(opened_.path, "reading broke off");
    }
    return document;
  }

 private:
  Opened opened_;
  bool done_ = false;
};

}  // namespace

std::unique_ptr<FormatReader> make_text_reader(Opened opened) {
  return std::make_unique<TextReader>(std::move(opened));
}

}  // namespace qogam::read
