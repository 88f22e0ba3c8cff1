// A stream as one document.
#include "read/whole_reader.h"

#include <utility>

#include "read/byte_source.h"
#include "read/problems.h"

namespace qogam::read {
namespace {

class WholeReader : public FormatReader {
 public:
  WholeReader(Opened opened, std::string media_type) : opened_(std::move(opened)), media_type_(std::move(media_type)) {}

  std::optional<Document> next() override {
    if (done_) return std::nullopt;
    done_ = true;
    Document document;
    document.id = opened_.id;
    document.source.path = opened_.path;
    document.source.media_type = media_type_;
    const std::size_t limit = opened_.options.max_document_bytes;
    bool over = false;
    document.source.bytes = opened_.bytes->rest(limit, over);
    if (opened_.bytes->failure()) {
      document.source.bytes.clear();
      document.error = problem_of(opened_.path, *opened_.bytes->failure());
    } else if (over) {
      document.error = too_large(opened_.path, limit);
    } else if (opened_.bytes->changed()) {
      document.warnings.push_back(changed_while_read(opened_.path));
    }
    return document;
  }

 private:
  Opened opened_;
  std::string media_type_;
  bool done_ = false;
};

}  // namespace

std::unique_ptr<FormatReader> make_text_reader(Opened opened) {
  return std::make_unique<WholeReader>(std::move(opened), "");
}

std::unique_ptr<FormatReader> make_html_reader(Opened opened) {
  return std::make_unique<WholeReader>(std::move(opened), "text/html");
}

}  // namespace qogam::read
