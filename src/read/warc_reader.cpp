// Records of a crawl.
#include "read/warc_reader.h"

#include <charconv>
#include <string>
#include <utility>

#include "read/byte_source.h"
#include "read/http_message.h"
#include "read/problems.h"
#include "text/decode.h"
#include "text/utf8.h"

namespace qogam::read {
namespace {

constexpr std::string_view kMagic = "WARC/";
constexpr std::size_t kMostHeader = 64u << 10;  // of one record, and of one line

bool is_page(std::string_view type) {
  return type == "text/html" || type == "application/xhtml+xml" || type == "text/plain";
}

class WarcReader : public FormatReader {
 public:
  explicit WarcReader(Opened opened) : opened_(std::move(opened)) {}

  std::optional<Document> next() override {
    while (!ended_) {
      if (!find_record()) {
        if (auto document = stream_failure()) return document;
        continue;
      }
      ++number_;
      std::string head;
      if (!read_head(head)) {
        if (opened_.bytes->failure()) return stream_failure();
        return broken("its header does not end");
      }
      if (auto document = read_record(HeaderLines(head))) return document;
    }
    return std::nullopt;
  }

 private:
  std::string place() const { return ":" + std::to_string(number_); }

  // Goes to the next line that begins a record, and takes it. False at the end of what can be read.
  bool find_record() {
    std::string line;
    bool over = false;
    while (opened_.bytes->next_line(line, kMostHeader, over))
      if (line.starts_with(kMagic)) return true;
    return false;
  }

  bool read_head(std::string& head) {
    std::string line;
    bool over = false;
    while (opened_.bytes->next_line(line, kMostHeader, over)) {
      if (over || head.size() + line.size() > kMostHeader) return false;
      if (line.empty() || line == "\r") return true;
      head.append(line).append("\n");
    }
    return false;
  }

  std::optional<Document> read_record(const HeaderLines& head) {
    const std::string_view text = head.find("content-length");
    std::size_t length = 0;
    if (const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length); text.empty() || error != std::errc())
      return broken("it has no Content-Length");
    const std::string_view type = head.find("warc-type");
    const bool response = type == "response";
    if (!response && !((type == "resource" || type == "conversion") && is_page(parse_media_type(head.find("content-type")).type))) {
      if (opened_.bytes->skip(length) < length) return cut_short();
      pass_over(type);
      return std::nullopt;
    }
    if (length > opened_.options.max_document_bytes) return oversized(length);
    std::string content;
    if (opened_.bytes->take(length, content) < length) return cut_short();
    return response ? of_response(head, content) : of_resource(head, std::move(content));
  }

  std::optional<Document> of_response(const HeaderLines& head, std::string_view content) {
    HttpResponse response = parse_http_response(content, opened_.options.max_document_bytes);
    if (response.status != 200 || !is_page(response.media.type)) {
      pass_over("response");
      return std::nullopt;
    }
    Document document = empty_document(head);
    if (response.failure) {
      document.error = response.failure->code == "too_large" ? too_large(document.source.path, opened_.options.max_document_bytes)
                                                             : problem_of(document.source.path, *response.failure);
      return document;
    }
    return filled(std::move(document), response.media, std::move(response.body));
  }

  std::optional<Document> of_resource(const HeaderLines& head, std::string content) {
    return filled(empty_document(head), parse_media_type(head.find("content-type")), std::move(content));
  }

  static Document filled(Document document, const MediaType& media, std::string body) {
    document.source.media_type = media.type == "text/plain" ? "text/plain" : "text/html";
    document.source.charset = media.charset;
    document.source.bytes = std::move(body);
    return document;
  }

  Document empty_document(const HeaderLines& head) const {
    Document document;
    document.id = opened_.id + place();
    document.source.path = opened_.path + place();
    std::string_view url = head.find("warc-target-uri");
    if (url.starts_with('<') && url.ends_with('>')) url = url.substr(1, url.size() - 2);  // as WARC 1.0 was read by some
    document.source.url = text::valid_utf8(url) ? std::string(url) : text::decode(url).text;
    return document;
  }

  std::optional<Document> oversized(std::size_t length) {
    Document document = failed(opened_.path + place(), opened_.id + place(),
                               too_large(opened_.path + place(), opened_.options.max_document_bytes));
    opened_.bytes->skip(length);
    return document;
  }

  Document broken(const std::string& reason) const {
    return failed(opened_.path + place(), opened_.id + place(), invalid_record("invalid_warc", opened_.path + place(), reason));
  }

  // The stream ended inside a record.
  Document cut_short() {
    if (auto document = stream_failure()) return *std::move(document);
    return broken("it is cut short");
  }

  // What broke the stream, and reading goes on behind it where that can be; nothing, and the end,
  // where nothing broke.
  std::optional<Document> stream_failure() {
    const auto failure = opened_.bytes->failure();
    if (!failure) {
      ended_ = true;
      return std::nullopt;
    }
    Document document = failed(opened_.path + place(), opened_.id + place(), problem_of(opened_.path + place(), *failure));
    ended_ = !opened_.bytes->resume();
    return document;
  }

  void pass_over(std::string_view type) {
    if (type != "response" && type != "resource" && type != "conversion") return;  // never hold a page
    if (opened_.options.on_passed_over) opened_.options.on_passed_over(opened_.path + place());
  }

  Opened opened_;
  std::size_t number_ = 0;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<FormatReader> make_warc_reader(Opened opened) { return std::make_unique<WarcReader>(std::move(opened)); }

bool fits_warc(std::string_view head, const ReadOptions&) { return head.starts_with(kMagic); }

}  // namespace qogam::read
