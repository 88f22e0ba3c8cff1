// Files cut short and with a flipped bit, through the reader, the decoder and the cleaner: what comes
// out is a document or an error that says what to do.
#include <functional>
#include <random>

#include "clean/cleaner.h"
#include "read/test_support.h"
#include "support/knowledge.h"
#include "text/utf8.h"

namespace qogam::read::testing {
namespace {

using namespace std::string_literals;

constexpr std::size_t kStep = 64;        // bytes between two cuts
constexpr int kFlips = 1000;
constexpr std::uint32_t kSeed = 20240419;
constexpr std::size_t kMostDocuments = 1000;  // more than any of these files can hold
constexpr std::size_t kMostShown = 5;

const std::string kFirst =
    "В Караганде отремонтируют дороги\n\n19 апреля 2024, 10:30\n\nАким области поручил до 1 сентября отремонтировать дороги в "
    "посёлке Шахан. «Деньги выделены», – сообщил руководитель управления.\n\nПоделиться\nUSD 447.4\n";
const std::string kSecond =
    "Ауыл жолдары жөнделеді\n\nОблыс әкімі ауыл жолдарын 1 қыркүйекке дейін жөндеуді тапсырды. «Қаражат бөлінді», – деді "
    "басқарма басшысы.\n";

std::string page_of(const std::string& text) {
  return "<!DOCTYPE html>\n<html lang=\"ru\"><head><meta charset=\"utf-8\"><title>e.kz</title>"
         "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-04-19\"}</script></head>"
         "<body><nav><a href=\"/\">Главная</a></nav><article><h1>Дороги</h1><p>" +
         text + "</p></article></body></html>\n";
}

std::string json_of(const std::string& text) {
  std::string escaped;
  for (const char c : text) escaped += c == '\n' ? "\\n"s : std::string(1, c);
  return "{\"title\": \"Дороги\", \"date\": \"2024-04-19\",\n \"text\": \"" + escaped + "\"}";
}

std::string one_line(std::string json) {
  std::replace(json.begin(), json.end(), '\n', ' ');
  return json + "\n";
}

std::string record(const std::string& headers, const std::string& body) {
  const std::string http = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n" + headers + "\r\n" + body;
  return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://e.kz/1\r\nContent-Length: " + std::to_string(http.size()) +
         "\r\n\r\n" + http + "\r\n\r\n";
}

const std::string kMail =
    "From: a@e.kz\r\nDate: Fri, 19 Apr 2024 10:00:00 +0500\r\nMIME-Version: 1.0\r\nSubject: =?utf-8?B?0JTQvtGA0L7Qs9C4?=\r\n"
    "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n";
const std::string kSaved =
    "Snapshot-Content-Location: https://e.kz/1\r\nMIME-Version: 1.0\r\n"
    "Content-Type: multipart/related; type=\"text/html\"; boundary=\"--b\"\r\n\r\n----b\r\n"
    "Content-Type: text/html\r\nContent-Location: https://e.kz/1\r\n\r\n";

std::vector<Member> members() {
  return {{"a/ru.txt", kFirst}, {"kk.html", page_of(kSecond)}, {"in.zip", packed({{"b.txt", kSecond}})}};
}

struct Kind {
  const char* name;  // of the file
  std::function<std::string()> make;
  friend void PrintTo(const Kind& kind, std::ostream* out) { *out << kind.name; }
};

const Kind kKinds[] = {
    {"a.txt", [] { return kFirst + kSecond; }},
    {"a.html", [] { return page_of(kFirst + "</p><p>" + kSecond); }},
    {"a.jsonl", [] { return one_line(json_of(kFirst)) + one_line(json_of(kSecond)); }},
    {"a.json", [] { return "[\n" + json_of(kFirst) + ",\n" + json_of(kSecond) + "\n]\n"; }},
    {"a.csv", [] { return "id,title,date,text\n1,Дороги,2024-04-19,\"" + kFirst + "\"\n2,Жол,,\"" + kSecond + "\"\n"; }},
    {"a.eml", [] { return kMail + kFirst; }},
    {"a.mhtml", [] { return kSaved + page_of(kFirst) + "\r\n----b--\r\n"; }},
    {"a.warc", [] { return record("Content-Encoding: gzip\r\n", gzipped(page_of(kFirst))) + record("", page_of(kSecond)); }},
    {"a.warc.gz", [] { return gzipped(record("", page_of(kFirst))) + gzipped(record("", kSecond)) + gzipped(record("", kFirst)); }},
    {"a.zip", [] { return packed(members()); }},
    {"a.tar.gz", [] { return packed(members(), kTarGz); }},
    {"a.tar", [] { return packed({{"a/ru.txt", kFirst}, {"kk.txt", kSecond}}, kTar); }},
    {"a.7z", [] { return packed(members(), {ARCHIVE_FORMAT_7ZIP}); }},
    {"a.txt.bz2", [] { return compressed(kFirst + kSecond, ARCHIVE_FILTER_BZIP2); }},
    {"a.txt.xz", [] { return compressed(kFirst + kSecond, ARCHIVE_FILTER_XZ); }},
    {"a.txt.zst", [] { return compressed(kFirst + kSecond, ARCHIVE_FILTER_ZSTD); }},
};

const Stage& cleaner() {
  static const auto stage = clean::make_cleaner(*test::real_knowledge(), Options{});
  return *stage;
}

// What is wrong with a document, or an empty string.
std::string complaint(Document& document) {
  static const auto decoder = make_decode_stage();
  if (document.id.empty()) return "no id";
  const Source& source = document.source;
  for (const std::string& text : {document.id, source.path, source.title, source.url, source.published, source.language})
    if (!text::valid_utf8(text)) return "no UTF-8: " + text;
  for (const Stage* const stage : {static_cast<const Stage*>(decoder.get()), &cleaner()})
    if (!document.error) stage->run(document);
  if (!document.error) return {};
  if (document.error->code.empty()) return "an error without a code";
  if (document.error->stage.empty()) return "an error without a stage";
  if (!text::valid_utf8(document.error->message)) return "no UTF-8: " + document.error->message;
  return document.error->message.ends_with('.') ? "" : "no sentence: " + document.error->message;
}

std::string complaint(Reader& reader) try {
  std::size_t count = 0;
  while (auto document = reader.next()) {
    if (std::string what = complaint(*document); !what.empty()) return document->id + ": " + what;
    if (++count > kMostDocuments) return "documents without end";
  }
  return {};
} catch (const std::exception& error) {
  return std::string("throws: ") + error.what();
}

class Faults : public Folder, public ::testing::WithParamInterface<Kind> {
 protected:
  // Named and unnamed, as an archive is read from its end only where it is a file.
  void check(const std::string& bytes, const std::string& what) {
    const std::string path = put(GetParam().name, bytes);
    tell(complaint(*make_reader({path}, {})), what);
    std::istringstream in(bytes);
    ReadOptions options;
    options.standard_input = &in;
    tell(complaint(*make_reader({"-"}, options)), what + ", from standard input");
  }

  void tell(const std::string& complaint, const std::string& what) {
    if (!complaint.empty() && ++bad_ <= kMostShown) ADD_FAILURE() << GetParam().name << ", " << what << ": " << complaint;
  }

  std::size_t bad_ = 0;
};

TEST_P(Faults, are_none_in_the_whole_file) {
  const auto documents = documents_of(put(GetParam().name, GetParam().make()));
  EXPECT_FALSE(documents.empty());
  for (Document document : documents) {
    EXPECT_EQ(complaint(document), "");
    EXPECT_FALSE(document.error) << document.error->message;
    EXPECT_NE(document.text, "");
  }
}

TEST_P(Faults, of_cut_files_are_told) {
  const std::string whole = GetParam().make();
  for (std::size_t size = 0; size < whole.size(); size += kStep) check(whole.substr(0, size), "cut to " + std::to_string(size) + " bytes");
  EXPECT_EQ(bad_, 0u);
}

TEST_P(Faults, of_flipped_bits_are_told) {
  const std::string whole = GetParam().make();
  std::mt19937 random(kSeed);
  for (int i = 0; i < kFlips; ++i) {
    const std::size_t at = random() % whole.size();
    const unsigned bit = random() % 8;
    std::string bytes = whole;
    bytes[at] = static_cast<char>(bytes[at] ^ (1u << bit));
    check(bytes, "bit " + std::to_string(bit) + " of byte " + std::to_string(at));
  }
  EXPECT_EQ(bad_, 0u);
}

INSTANTIATE_TEST_SUITE_P(Of, Faults, ::testing::ValuesIn(kKinds), [](const auto& instance) {
  std::string name = instance.param.name + 2;
  std::replace(name.begin(), name.end(), '.', '_');
  return name;
});

}  // namespace
}  // namespace qogam::read::testing
