// Crawls: records, the bodies of responses, and what is broken in them.
#include <random>

#include "read/test_support.h"
#include "text/utf8.h"

namespace qogam::read::testing {
namespace {

using namespace std::string_literals;

class Warc : public Folder {};

constexpr const char* kHtml = "Content-Type: text/html; charset=utf-8\r\n";

std::string record(const std::string& type, const std::string& content, const std::string& more = "") {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Record-ID: <urn:uuid:0>\r\nWARC-Date: 2024-04-19T10:00:00Z\r\n" + more +
         "Content-Length: " + std::to_string(content.size()) + "\r\n\r\n" + content + "\r\n\r\n";
}

std::string http(const std::string& body, const std::string& headers = kHtml, const std::string& status = "200 OK") {
  return "HTTP/1.1 " + status + "\r\nServer: x\r\n" + headers + "\r\n" + body;
}

std::string response(const std::string& body, const std::string& headers = kHtml, const std::string& status = "200 OK") {
  return record("response", http(body, headers, status), "WARC-Target-URI: https://e.kz/1\r\n");
}

std::string chunked(const std::string& body, std::size_t size) {
  std::ostringstream out;
  for (std::size_t at = 0; at < body.size(); at += size)
    out << std::hex << std::min(size, body.size() - at) << (at == 0 ? ";first=1" : "") << "\r\n" << body.substr(at, size) << "\r\n";
  return out.str() + "0\r\nX-Trailer: x\r\n\r\n";
}

TEST_F(Warc, gives_responses_resources_and_conversions) {
  const std::string crawl =
      record("warcinfo", "software: x\r\n", "Content-Type: application/warc-fields\r\n") +
      record("request", "GET / HTTP/1.1\r\n\r\n", "Content-Type: application/http; msgtype=request\r\n") + response("бір") +
      record("metadata", "via: x\r\n") +
      record("resource", "екі", "Content-Type: text/plain; charset=utf-8\r\nWARC-Target-URI: <https://e.kz/2>\r\n") +
      record("conversion", "үш", "content-type: text/plain\r\nwarc-target-uri: https://e.kz/3\r\n") +
      record("revisit", http("", kHtml), "WARC-Profile: x\r\n");
  const auto documents = documents_of(put("c.warc", crawl));
  EXPECT_EQ(lines_of(documents), (Lines{"c:3|бір", "c:5|екі", "c:6|үш"}));
  ASSERT_EQ(documents.size(), 3u);
  EXPECT_EQ(documents[0].source.path, (folder_ / "c.warc:3").string());
  EXPECT_EQ(documents[0].source.media_type, "text/html");
  EXPECT_EQ(documents[1].source.media_type, "text/plain");
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(documents[i].source.url, "https://e.kz/" + std::to_string(i + 1));
  EXPECT_EQ(dump_stream(crawl), (Lines{"stdin:3|бір", "stdin:5|екі", "stdin:6|үш"}));
  EXPECT_EQ(dump(put("c.warc.gz", gzipped(crawl))), (Lines{"c:3|бір", "c:5|екі", "c:6|үш"}));
}

TEST_F(Warc, unpacks_bodies) {
  const std::string page = "<html><body><p>Приказ акима области о ремонте дорог</p></body></html>\n";
  const std::string chunks = "Transfer-Encoding: chunked\r\n"s, gzip = "Content-Encoding: gzip\r\n"s;
  const struct {
    const char* name;
    std::string headers, body, text;  // or "!code"
  } cases[] = {
      {"as it is", "", page, page},
      {"a chunk", chunks, chunked(page, 1000), page},
      {"chunks", chunks, chunked(page, 10), page},
      {"chunks of a byte", "TRANSFER-ENCODING: Chunked\r\n", chunked(page, 1), page},
      {"a broken chunk", chunks, "6\r\nПри\r\nx\r\nказ\r\n0\r\n\r\n", "При"},
      {"a chunk cut short", chunks, "a\r\nПри", "При"},
      {"gzip", gzip, gzipped(page), page},
      {"x-gzip", "content-encoding:X-GZIP\r\n", gzipped(page), page},
      {"deflate", "Content-Encoding: deflate\r\n", deflated(page, kZlib), page},
      {"deflate without a head", "Content-Encoding: deflate\r\n", deflated(page, kBare), page},
      {"identity", "Content-Encoding: identity\r\n", page, page},
      {"gzip in chunks", chunks + gzip, chunked(gzipped(page), 7), page},
      {"gzip cut short", gzip, gzipped(page + std::string(5000, 'a')).substr(0, 60), "<"},
      {"gzip that is damaged", gzip, gzipped(page).replace(10, 4, "\xFF\xFF\xFF\xFF"), "!unreadable"},
      {"brotli", "Content-Encoding: br\r\n", page, "!unsupported"},
      // Some crawlers unpack bodies and keep the headers as they were.
      {"chunks taken off before", chunks, page, page},
      {"gzip taken off before", gzip, page, page},
      {"both taken off before", chunks + gzip, page, page},
  };
  for (const auto& c : cases) {
    const auto documents = documents_of(put("c.warc", response(c.body, kHtml + c.headers) + response("соңы")));
    ASSERT_EQ(documents.size(), 2u) << c.name;
    const std::string text = documents[0].error ? "!" + documents[0].error->code : documents[0].source.bytes;
    EXPECT_TRUE(c.text.size() == 1 ? text.starts_with(c.text) : text == c.text) << c.name << ": " << text;
    EXPECT_EQ(documents[1].source.bytes, "соңы") << c.name;
  }
}

TEST_F(Warc, passes_over_and_counts_what_is_no_page) {
  const struct {
    std::string content;
    bool counted;
  } cases[] = {
      {response("moved", "Location: /2\r\n"s + kHtml, "301 Moved Permanently"), true},
      {response("gone", kHtml, "404 Not Found"), true},
      {response("\x89PNG\r\n", "Content-Type: image/png\r\n"), true},
      {response("{}", "Content-Type: application/json\r\n"), true},
      {response("no type", ""), true},
      {record("resource", "GIF89a", "Content-Type: image/gif\r\n"), true},
      {record("response", "no HTTP"), true},
  };
  std::string all;
  Lines told;
  ReadOptions options;
  options.on_passed_over = [&](const std::string& path) { told.push_back(fs::path(path).filename()); };
  for (const auto& c : cases) {
    const auto reader = make_reader({put("c.warc", c.content + response("соңы"))}, options);
    EXPECT_EQ(lines_of(documents_of(*reader)), (Lines{"c:2|соңы"})) << c.content;
    EXPECT_EQ(reader->progress().passed_over, c.counted) << c.content;
  }
  EXPECT_EQ(told, Lines(std::size(cases), "c.warc:1"));
}

TEST_F(Warc, tells_bytes_of_headers_as_utf8) {
  const auto documents = documents_of(put("c.warc", response("бір", "Content-Encoding: br\xFF\r\n"s + kHtml)));
  ASSERT_EQ(lines_of(documents), (Lines{"c:1!unsupported"}));
  EXPECT_TRUE(text::valid_utf8(documents[0].error->message)) << documents[0].error->message;
}

TEST_F(Warc, takes_the_charset_of_the_server) {
  const std::string text = "Ол бүгін ауылға барды";  // in RK1048 hardly told from windows-1251
  const struct {
    const char *type, *charset, *said;
    std::string text;
  } cases[] = {
      {"text/html; charset=windows-1251", "WINDOWS-1251", "windows-1251", "Приказ"},
      {"text/html;charset=\"koi8-r\"", "KOI8-R", "koi8-r", "Приказ"},
      {"TEXT/HTML; Charset='UTF-8'; x=y", "UTF-8", "UTF-8", "Бұйрық"},
      {"text/plain; charset=UTF-16LE", "UTF-16LE", "UTF-16LE", "Бұйрық"},
      {"text/html; charset=kz-1048", "RK1048", "kz-1048", text},
      {"text/html; charset=utf-8", "WINDOWS-1251", "utf-8", "Поручение акима области"},  // wrong
      {"text/html; charset=nonsense", "UTF-8", "nonsense", "Бұйрық"},
      {"text/html", "UTF-8", "", "Бұйрық"},
  };
  for (const auto& c : cases) {
    const auto documents =
        documents_of(put("c.warc", response(encoded(c.text, c.charset), "Content-Type: "s + c.type + "\r\n")));
    ASSERT_EQ(documents.size(), 1u) << c.type;
    EXPECT_EQ(documents[0].source.charset, c.said) << c.type;
    EXPECT_EQ(raw_of(documents[0]), c.text) << c.type;
  }
}

TEST_F(Warc, goes_on_behind_a_broken_record) {
  const std::string good = response("бір"), last = response("соңы");
  const std::string no_length = "WARC/1.0\r\nWARC-Type: response\r\n\r\n" + http("екі") + "\r\n\r\n";
  const std::string endless = "WARC/1.0\r\nX: " + std::string(70u << 10, 'x') + "\r\n\r\n\r\n\r\n";
  std::string wide = "WARC/1.0\r\nWARC-Type: response\r\n";
  for (int n = 0; n < 700; ++n) wide += "X-" + std::to_string(n) + ": " + std::string(100, 'x') + "\r\n";
  wide += "\r\n\r\n\r\n";
  const std::string long_address = "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: " + std::to_string(http("екі").size()) + "\r\nWARC-Target-URI: https://e.kz/" + std::string(70u << 10, 'x') + "\r\n\r\n" + http("екі") + "\r\n\r\n";
  const std::string bad_length = "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: many\r\n\r\n" + http("екі") + "\r\n\r\n";
  const struct {
    std::string crawl;
    Lines lines;
  } cases[] = {
      {good + no_length + last, {"c:1|бір", "c:2!invalid_warc", "c:3|соңы"}},
      {good + bad_length + last, {"c:1|бір", "c:2!invalid_warc", "c:3|соңы"}},
      {good + endless + last, {"c:1|бір", "c:2!invalid_warc", "c:3|соңы"}},
      {good + wide + last, {"c:1|бір", "c:2!invalid_warc", "c:3|соңы"}},
      {good + long_address + last, {"c:1|бір", "c:2!invalid_warc", "c:3|соңы"}},
      {good + "\r\n\r\njunk\r\n" + last, {"c:1|бір", "c:2|соңы"}},
      {good + last.substr(0, last.size() - 6), {"c:1|бір", "c:2!invalid_warc"}},
      {good + last.substr(0, 60), {"c:1|бір", "c:2!invalid_warc"}},
      {good + record("metadata", "via: https://e.kz").substr(0, 125), {"c:1|бір", "c:2!invalid_warc"}},
      {good + last.substr(0, last.size() - 4), {"c:1|бір", "c:2|соңы"}},  // the empty lines are no loss
  };
  for (const auto& c : cases) EXPECT_EQ(dump(put("c.warc", c.crawl)), c.lines) << c.crawl.substr(0, 2000);
}

TEST_F(Warc, leaves_out_what_is_too_large) {
  ReadOptions options;
  options.max_document_bytes = 1000;
  const std::string big(5000, 'a');
  EXPECT_EQ(dump(put("c.warc", response(big) + response("соңы")), options), (Lines{"c:1!too_large", "c:2|соңы"}));
  // Small as it comes, and too large once it is unpacked.
  EXPECT_EQ(dump(put("c.warc", response(gzipped(big), "Content-Encoding: gzip\r\n"s + kHtml) + response("соңы")), options),
            (Lines{"c:1!too_large", "c:2|соңы"}));
  // Longer than anything: the others are gone, but the run ends.
  EXPECT_EQ(dump(put("c.warc", "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 18446744073709551615\r\n\r\n" + http("x")), options),
            (Lines{"c:1!too_large"}));
}

// Annex D: a gzip member for each record.

// Words that gzip cannot make small.
std::string long_body(std::uint32_t seed) {
  std::mt19937 random(seed);
  std::string body = "екі";
  for (int i = 0; i < 400; ++i) body += ' ' + std::to_string(random() % 100000);
  return body;
}

TEST_F(Warc, reads_gzip_records_around_a_broken_one) {
  const std::string first = gzipped(response("бір")), last = gzipped(response("соңы"));
  const std::string middle = gzipped(response(long_body(1)));
  EXPECT_EQ(dump(put("c.warc.gz", first + middle + last)), (Lines{"c:1|бір", "c:2|" + long_body(1), "c:3|соңы"}));
  EXPECT_EQ(dump(put("c.warc.gz", first + middle.substr(0, middle.size() / 2) + last)),
            (Lines{"c:1|бір", "c:2!unreadable", "c:3|соңы"}));
  EXPECT_EQ(dump(put("c.warc.gz", first + middle.substr(0, middle.size() / 2))), (Lines{"c:1|бір", "c:2!unreadable"}));
  EXPECT_EQ(dump(put("c.warc.gz", first + last + std::string(512, '\0'))), (Lines{"c:1|бір", "c:2|соңы"}));
  // Bytes between two members that are none: what follows is read, and they are told.
  const Lines lines = dump(put("c.warc.gz", first + "junk" + last));
  ASSERT_GE(lines.size(), 2u);
  EXPECT_TRUE(lines.front().ends_with("|бір") && lines.back().ends_with("|соңы"));
}

TEST_F(Warc, reads_gzip_records_around_a_flipped_bit) {
  const std::string first = gzipped(response("бір")), last = gzipped(response("соңы"));
  const std::string middle = gzipped(response(long_body(2)));
  Lines lost;
  for (std::size_t at = 0; at < middle.size(); ++at) {
    std::string broken = middle;
    broken[at] = static_cast<char>(broken[at] ^ (1 << (at % 8)));
    const Lines lines = dump(put("c.warc.gz", first + broken + last));
    const auto has = [&](std::string_view end) {
      return std::any_of(lines.begin(), lines.end(), [&](const std::string& line) { return line.ends_with(end); });
    };
    if (!has("|бір") || !has("|соңы")) lost.push_back(std::to_string(at));
  }
  std::string places;
  for (const std::string& at : lost) places += at + " ";
  EXPECT_TRUE(lost.empty()) << lost.size() << " of " << middle.size() << " flipped bits lose other records, at byte " << places.substr(0, 500);
}

}  // namespace
}  // namespace qogam::read::testing
