// Files that would eat the machine: each gives an object that names the limit, in bounded memory, and the run goes on.
#include <sys/resource.h>
#include <sys/wait.h>

#include <functional>

#include "cli/program.h"
#include "read/overlapping_zip.h"
#include "read/test_support.h"

namespace qogam::security {
namespace {

using namespace std::string_literals;
using namespace read::testing;

constexpr rlim_t kAddresses = rlim_t{3} << 30;  // bytes of address space; threads and the model reserve much that they never use
constexpr long kMostMemory = 1200L << 10;       // KB at once

constexpr bool kSanitized = QOGAM_SANITIZED;    // a sanitizer reserves terabytes

const std::string kGood = "Аким города Ерлан Кошанов открыл школу 19 апреля 2024 года.\n";

std::string repeated(const std::string& piece, std::size_t times) {
  std::string all;
  all.reserve(piece.size() * times);
  for (std::size_t n = 0; n < times; ++n) all += piece;
  return all;
}

struct Case {
  std::string name;  // of the file
  std::function<std::string()> bytes;
  std::string code;  // of the error or warning that the first object has; empty: none is due
};

class Limits : public cli::test::ProgramTest {
 protected:
  // Exit code; -1 where it was killed.
  int run(const std::vector<std::string>& words, long& most_memory) {
    const pid_t child = fork();
    if (child == 0) {
      const rlimit limit{kAddresses, kAddresses};
      std::vector<char*> argv{const_cast<char*>(QOGAM_PROGRAM)};
      for (const std::string& w : words) argv.push_back(const_cast<char*>(w.c_str()));
      argv.push_back(nullptr);
      if (chdir(folder_.c_str()) == 0 && freopen("stderr.txt", "w", stderr) && (kSanitized || setrlimit(RLIMIT_AS, &limit) == 0)) execv(QOGAM_PROGRAM, argv.data());
      _exit(127);
    }
    int status = 0;
    rusage usage{};
    EXPECT_EQ(wait4(child, &status, 0, &usage), child);
    most_memory = usage.ru_maxrss;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

  // The objects of a hostile file and of a good one behind it.
  void expect_survived(const Case& c) {
    SCOPED_TRACE(c.name + " " + c.code);
    write(c.name, c.bytes());
    write("good.txt", kGood);
    long memory = 0;
    const int code = run({"analyze", c.name, "good.txt", "-j2", "--no-text", "-o", "out.jsonl"}, memory);
    EXPECT_TRUE(code == 0 || code == 1) << code << " " << read("stderr.txt");
    EXPECT_TRUE(kSanitized || memory < kMostMemory) << memory << " KB";
    const auto all = cli::test::objects(read("out.jsonl"));
    ASSERT_FALSE(all.empty());
    EXPECT_EQ(all.back()["status"], "ok") << "the run does not go on";
    EXPECT_EQ(all.back()["id"], "good");
    EXPECT_LE(all.size(), 20u);
    std::string codes;
    for (const auto& o : all) {
      for (const auto& w : o["warnings"]) codes += " " + w["code"].get<std::string>();
      if (!o.contains("error")) continue;
      codes += " " + o["error"]["code"].get<std::string>();
      EXPECT_TRUE(o["error"]["message"].get<std::string>().ends_with('.')) << o["error"].dump();
    }
    EXPECT_TRUE(c.code.empty() ? all[0]["status"] == "ok" : cli::test::has(codes, " " + c.code)) << codes;
    std::filesystem::remove(folder_ / c.name);
  }
};

std::string zeros_in_zip() { return packed({{"zeros.txt", std::string(1u << 20, '\0'), AE_IFREG, "", 1024}}, {ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, "zip:compression-level=1"}); }

std::string record(const std::string& length) { return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://e.kz/1\r\nContent-Length: " + length + "\r\n\r\nHTTP/1.1 200 OK\r\n\r\nтекст\r\n\r\n"; }

// A tar whose only member says that it is of 8 GiB, or of all that twelve digits can say.
std::string tar_that_claims(const std::string& octal) {
  std::string bytes = packed({{"b.txt", kGood}}, kTar);
  bytes.replace(124, 11, octal);
  unsigned sum = 0;
  for (std::size_t i = 0; i < 512; ++i) sum += i >= 148 && i < 156 ? ' ' : static_cast<unsigned char>(bytes[i]);
  char digits[8];
  std::snprintf(digits, sizeof digits, "%06o", sum);
  bytes.replace(148, 7, digits, 7);
  return bytes;
}

TEST_F(Limits, of_what_archives_may_swell_to) {
  for (const Case& c : std::vector<Case>{
           {"bomb.zip", zeros_in_zip, "too_large"},
           {"nested.zip", [] { return packed({{"in.zip", zeros_in_zip()}}); }, "expansion_limit"},
           {"bomb.zip.gz", [] { return gzipped(zeros_in_zip()); }, "expansion_limit"},
           {"bomb.txt.xz", [] { return compressed(std::string(300u << 20, ' '), ARCHIVE_FILTER_XZ); }, "expansion_limit"},
           {"overlap.zip", [] { return overlapping_zip(250, 21'000'000); }, "expansion_limit"},
           {"deep.zip", [] {
              std::string bytes = kGood, name = "b.txt";
              for (int i = 0; i < 60; ++i) bytes = packed({{name, bytes}}), name = "b.zip";
              return bytes;
            }, "too_deep"},
           {"huge.tar", [] { return tar_that_claims("77777777777"); }, "unreadable"},
           {"holes.tar", [] { return packed({{"b.jsonl", std::string(1u << 20, 'a'), AE_IFREG, "", 600, 10}}, kTar); }, "expansion_limit"},
           {"huge.warc", [] { return record("99999999999999"); }, "too_large"},
           {"over.warc", [] { return record("99999999999999999999999999"); }, "invalid_warc"},
           {"bomb.warc", [] {
              const std::string body = gzipped(std::string(100u << 20, ' '));
              const std::string http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + body;
              return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://e.kz/1\r\nContent-Length: " + std::to_string(http.size()) + "\r\n\r\n" + http + "\r\n\r\n";
            }, "too_large"},
       })
    expect_survived(c);
}

TEST_F(Limits, of_what_a_document_may_be) {
  for (const Case& c : std::vector<Case>{
           {"line.txt", [] { return std::string(100'000'000, 'a'); }, "too_large"},
           {"line.jsonl", [] { return "{\"text\": \"" + std::string(100'000'000, 'a') + "\"}\n"; }, "too_large"},
           {"open.csv", [] { return "id,text\n1,\"" + std::string(100'000'000, 'a'); }, "invalid_csv"},
           {"open.json", [] { return "[{\"text\": \"" + std::string(100'000'000, 'a'); }, "too_large"},
           {"cells.csv", [] { return "id,text\n1" + std::string(70'000'000, ',') + "\n"; }, "too_large"},
           {"many.csv", [] { return "id,text\n1" + std::string(60'000'000, ',') + "\n"; }, "invalid_csv"},
           {"columns.csv", [] { return "id,text" + std::string(60'000'000, ',') + "\n1,a\n"; }, "invalid_csv"},
           {"line.html", [] { return "<html><body><p>" + std::string(100'000'000, 'a') + "</p></body></html>"; }, "too_large"},
           {"line.eml", [] { return "From: a@b.kz\r\nSubject: x\r\nContent-Type: text/plain\r\n\r\n" + std::string(100'000'000, 'a'); }, "too_large"},
       })
    expect_survived(c);
}

TEST_F(Limits, of_how_deep_a_document_may_be) {
  const std::size_t deep = 100'000;
  for (const Case& c : std::vector<Case>{
           {"deep.html", [=] { return "<html><body>" + repeated("<div>", 10 * deep) + kGood; }, "too_deep"},
           {"closed.html", [=] { return "<html><body>" + repeated("<b>", 10 * deep) + kGood + repeated("</b>", 10 * deep); }, "too_deep"},
           {"tables.html", [=] { return "<html><body>" + repeated("<table><tr><td>", deep) + kGood; }, "too_deep"},
           {"attributes.html", [=] { return "<html><body><p " + repeated("a=b ", 10 * deep) + ">" + kGood + "</p></body></html>"; }, ""},
           {"entities.html", [] {
              std::string page = "<?xml version='1.0'?><!DOCTYPE html [<!ENTITY a0 'ха'>";
              for (int i = 1; i < 30; ++i) page += "<!ENTITY a" + std::to_string(i) + " '" + repeated("&a" + std::to_string(i - 1) + ";", 10) + "'>";
              return page + "]><html><body><p>&a29; " + kGood + "</p></body></html>";
            }, ""},
           {"ld.html", [=] { return "<html><head><script type='application/ld+json'>" + repeated("[", deep) + "</script></head><body><p>" + kGood + "</p></body></html>"; }, ""},
           {"deep.json", [=] { return "[{\"text\": " + repeated("[", deep) + repeated("]", deep) + "}]"; }, "invalid_json"},
           {"deep.jsonl", [=] { return "{\"text\": " + repeated("{\"a\":", deep) + "1" + repeated("}", deep) + "}\n"; }, "invalid_json"},
           {"deep.eml", [] {
              std::string mail = "From: a@b.kz\r\nMIME-Version: 1.0\r\n";
              for (int i = 0; i < 2000; ++i) mail += "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\r\n\r\n--b" + std::to_string(i) + "\r\n";
              return mail + "Content-Type: text/plain\r\n\r\n" + kGood;
            }, "no_text"},
       })
    expect_survived(c);
}

// A store, a report and exports of what a hostile program wrote into the JSON Lines.
TEST_F(Limits, of_what_a_store_takes) {
  write("a.jsonl", "{\"schema\":\"qogam/1\",\"id\":" + repeated("[", 100'000) + "\n" + repeated("{\"a\":", 5000) + "1" + repeated("}", 5000) + "\nno json\n\n{\"schema\":\"qogam/1\",\"id\":\"" + std::string(1'000'000, 'x') + "\"}\n{}\n[]\nnull\n");
  long memory = 0;
  EXPECT_EQ(run({"store", "-q", "w.db", "a.jsonl"}, memory), 1) << read("stderr.txt");
  EXPECT_EQ(run({"report", "w.db", "-o", "r.html"}, memory), 0) << read("stderr.txt");
  EXPECT_EQ(run({"export", "w.db", "--to", "csv", "-o", "t"}, memory), 0) << read("stderr.txt");
}

}  // namespace
}  // namespace qogam::security
