// Messages, by GMime.
#include "read/eml_reader.h"

#include <gmime/gmime.h>

#include <array>
#include <mutex>
#include <string>
#include <utility>

#include "read/byte_source.h"
#include "read/http_message.h"
#include "read/problems.h"
#include "text/split.h"
#include "text/utf8.h"

namespace qogam::read {
namespace {

constexpr int kDeepest = 32;  // parts in parts
constexpr std::array<std::string_view, 9> kHeaders = {"from", "date", "subject", "mime-version", "received",
                                                      "message-id", "content-type", "return-path", "to"};

void start_gmime() {
  static std::once_flag once;
  std::call_once(once, [] { g_mime_init(); });
}

struct Unref {
  void operator()(void* object) const {
    if (object != nullptr) g_object_unref(object);
  }
};
template <class T>
using Owned = std::unique_ptr<T, Unref>;

std::string utf8_or_empty(const char* text) { return text != nullptr && text::valid_utf8(text) ? text : ""; }

// The first part of that type, depth first.
GMimePart* find_part(GMimeObject* object, const char* subtype, int depth = 0) {
  if (object == nullptr || depth > kDeepest) return nullptr;
  if (GMIME_IS_MULTIPART(object)) {
    auto* const parts = GMIME_MULTIPART(object);
    for (int i = 0; i < g_mime_multipart_get_count(parts); ++i)
      if (auto* const found = find_part(g_mime_multipart_get_part(parts, i), subtype, depth + 1)) return found;
    return nullptr;
  }
  if (!GMIME_IS_PART(object) || g_mime_part_is_attachment(GMIME_PART(object))) return nullptr;
  GMimeContentType* const type = g_mime_object_get_content_type(object);
  return g_mime_content_type_is_type(type, "text", subtype) ? GMIME_PART(object) : nullptr;
}

// Base64 and quoted-printable taken off; the charset stays.
std::string content_of(GMimePart* part) {
  GMimeDataWrapper* const content = g_mime_part_get_content(part);
  if (content == nullptr) return {};
  const Owned<GMimeStream> memory(g_mime_stream_mem_new());
  g_mime_data_wrapper_write_to_stream(content, memory.get());
  const GByteArray* const bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory.get()));
  return {reinterpret_cast<const char*>(bytes->data), bytes->len};
}

std::string day_of(GMimeMessage* message) {
  GDateTime* const date = g_mime_message_get_date(message);
  if (date == nullptr) return {};
  gchar* const text = g_date_time_format(date, "%Y-%m-%d");
  std::string day = utf8_or_empty(text);
  g_free(text);
  return day;
}

class EmlReader : public FormatReader {
 public:
  explicit EmlReader(Opened opened) : opened_(std::move(opened)) {}

  std::optional<Document> next() override {
    if (done_) return std::nullopt;
    done_ = true;
    bool over = false;
    const std::string bytes = opened_.bytes->rest(opened_.options.max_document_bytes, over);
    if (opened_.bytes->failure()) return failed(opened_.path, opened_.id, problem_of(opened_.path, *opened_.bytes->failure()));
    if (over) return failed(opened_.path, opened_.id, too_large(opened_.path, opened_.options.max_document_bytes));
    Document document;
    document.id = opened_.id;
    document.source.path = opened_.path;
    fill(document, bytes);
    if (opened_.bytes->changed()) document.warnings.push_back(changed_while_read(opened_.path));
    return document;
  }

 private:
  static void fill(Document& document, const std::string& bytes) {
    start_gmime();
    const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
    const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    GMimeParserOptions* const options = g_mime_parser_options_new();
    // Of headers that hold letters as they are.
    const char* fallbacks[] = {"utf-8", "windows-1251", nullptr};
    g_mime_parser_options_set_fallback_charsets(options, fallbacks);
    const Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), options));
    g_mime_parser_options_free(options);
    GMimeObject* const body = message ? g_mime_message_get_mime_part(message.get()) : nullptr;
    GMimePart* part = find_part(body, "html");
    const bool html = part != nullptr;
    if (!html) part = find_part(body, "plain");
    if (part == nullptr) {
      document.error = invalid_record("no_text", document.source.path, "the message has no part that is text");
      return;
    }
    document.source.media_type = html ? "text/html" : "text/plain";
    document.source.bytes = content_of(part);
    document.source.charset = utf8_or_empty(g_mime_content_type_get_parameter(
        g_mime_object_get_content_type(GMIME_OBJECT(part)), "charset"));
    const bool page = g_mime_object_get_header(GMIME_OBJECT(message.get()), "Snapshot-Content-Location") != nullptr ||
                      g_mime_object_get_header(GMIME_OBJECT(part), "Content-Location") != nullptr;
    if (page) {
      document.source.url = utf8_or_empty(g_mime_object_get_header(GMIME_OBJECT(part), "Content-Location"));
      return;
    }
    document.source.title = utf8_or_empty(g_mime_message_get_subject(message.get()));
    document.source.published = day_of(message.get());
  }

  Opened opened_;
  bool done_ = false;
};

}  // namespace

std::unique_ptr<FormatReader> make_eml_reader(Opened opened) { return std::make_unique<EmlReader>(std::move(opened)); }

bool fits_eml(std::string_view head, const ReadOptions&) {
  const std::size_t crlf = head.find("\r\n\r\n"), lf = head.find("\n\n");
  const std::size_t end = std::min(crlf, lf);
  const std::string_view block = head.substr(0, end);
  if (block.empty() || block[0] == ' ' || block[0] == '\t') return false;
  std::size_t known = 0;
  for (const std::string_view name : kHeaders) known += !HeaderLines(block).find(name).empty();
  for (const std::string_view line : text::split(block, '\n')) {
    if (line.starts_with(' ') || line.starts_with('\t') || line.empty()) continue;
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || line.substr(0, colon).find(' ') != std::string_view::npos) return false;
  }
  return known >= 3 || (known >= 2 && !HeaderLines(block).find("mime-version").empty());
}

}  // namespace qogam::read
