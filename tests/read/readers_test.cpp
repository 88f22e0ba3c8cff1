// Inputs and formats, over a folder of its own.
#include "read/readers.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "qogam/error.h"
#include "read/inputs.h"

namespace qogam::read {
namespace {

namespace fs = std::filesystem;

class Readers : public testing::Test {
 protected:
  void SetUp() override {
    const auto* const test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ =
        fs::temp_directory_path() / ("qogam-" + std::to_string(::getpid()) + "-" + test->name());
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string put(const std::string& name, const std::string& content) {
    const fs::path path = folder_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << content;
    return path.string();
  }

  // One line a document: "id|text|title" or "id!code".
  static std::vector<std::string> dump(Reader& reader) {
    std::vector<std::string> lines;
    while (const auto d = reader.next()) {
      if (d->error) {
        EXPECT_EQ(d->error->stage, "read");
        EXPECT_TRUE(d->error->message.ends_with('.')) << d->error->message;
        lines.push_back(d->id + "!" + d->error->code);
      } else {
        lines.push_back(d->id + "|" + d->source.bytes + "|" + d->source.title);
      }
    }
    EXPECT_FALSE(reader.next());
    EXPECT_EQ(reader.progress().documents, lines.size());
    return lines;
  }
  static std::vector<std::string> dump(const std::vector<std::string>& paths,
                                       ReadOptions options = {}) {
    return dump(*make_reader(paths, std::move(options)));
  }
  static std::vector<std::string> dump_stream(const std::string& content,
                                              ReadOptions options = {}) {
    std::istringstream in(content);
    options.standard_input = &in;
    return dump(*make_reader({"-"}, std::move(options)));
  }

  fs::path folder_;
};

using Lines = std::vector<std::string>;

TEST_F(Readers, walks_a_directory_in_byte_order) {
  put("b.txt", "2");
  put("a/z.txt", "1");
  put("a.txt", "0");
  put("Я.txt", "3");
  put(".hidden/x.txt", "no");
  put("a/.x.txt", "no");
  fs::create_directory_symlink(folder_, folder_ / "a" / "loop");
  EXPECT_EQ(dump({folder_.string()}), (Lines{"a|0|", "a/z|1|", "b|2|", "Я|3|"}));
}

TEST_F(Readers, shows_file_names_as_utf8) {
  put("d/\xCF\xF0\xE8\xEA\xE0\xE7.txt", "x");
  EXPECT_EQ(dump({(folder_ / "d" / "").string()}), (Lines{"Приказ|x|"}));
  EXPECT_EQ(dump({(folder_ / "gone" / "").string()}), (Lines{"gone!not_found"}));
}

TEST_F(Readers, goes_on_after_what_cannot_be_read) {
  const std::string good = put("good.txt", "x");
  fs::create_directories(folder_ / "none");
  const auto reader =
      make_reader({(folder_ / "gone.txt").string(), (folder_ / "none").string(), good}, {});
  EXPECT_EQ(reader->progress().bytes_total, 1u);
  EXPECT_EQ(dump(*reader), (Lines{"gone!not_found", "none!directory_empty", "good|x|"}));
  EXPECT_EQ(reader->progress().bytes_read, 1u);
}

TEST_F(Readers, tells_an_unreadable_file) {
  if (::geteuid() == 0) GTEST_SKIP() << "root reads everything";
  const std::string path = put("secret.txt", "x");
  fs::permissions(path, fs::perms::none);
  EXPECT_EQ(dump({path}), (Lines{"secret!unreadable"}));
}

TEST_F(Readers, numbers_repeated_ids) {
  put("d/a.txt", "1");
  put("d/a.text", "2");
  const std::string a = put("a.txt", "3");
  EXPECT_EQ(dump({(folder_ / "d").string(), a}), (Lines{"a|2|", "a#2|1|", "a#3|3|"}));
  EXPECT_EQ(dump_stream("{\"id\":\"x\",\"text\":\"1\"}\n{\"id\":\"x#2\",\"text\":\"2\"}\n"
                        "{\"id\":\"x\",\"text\":\"3\"}\n{\"id\":\"x\",\"text\":\"4\"}\n"),
            (Lines{"x|1|", "x#2|2|", "x#3|3|", "x#4|4|"}));
}

TEST_F(Readers, reads_json_lines_around_a_broken_one) {
  const std::string path = put("news.jsonl",
                               "\uFEFF{\"text\":\"бір\",\"title\":\"Т\"}\r\n"
                               "\n"
                               "{\"text\":\"broken\n"
                               "[1]\n"
                               "{\"body\":\"екі\",\"id\":7}\n"
                               "{\"title\":\"no text\"}\n"
                               "{\"text\":\"\xD0\"}\n"
                               "{\"text\":null,\"content\":\"үш\"}");
  EXPECT_EQ(dump({path}),
            (Lines{"news:1|бір|Т", "news:3!invalid_json", "news:4!invalid_json", "7|екі|",
                   "news:6!missing_field", "news:7|Р|", "news:8|үш|"}));
}

TEST_F(Readers, fills_the_source) {
  const std::string path =
      put("n.ndjson", R"({"text":"a","date":"2024-04-19","url":"http://x","lang":"kk"})");
  const auto d = make_reader({path}, {})->next();
  ASSERT_TRUE(d);
  EXPECT_EQ(d->source.path, path + ":1");
  EXPECT_EQ(d->source.published, "2024-04-19");
  EXPECT_EQ(d->source.url, "http://x");
  EXPECT_EQ(d->source.language, "kk");
  EXPECT_EQ(d->source.media_type, "application/json");
  EXPECT_TRUE(d->source.decoded);
}

TEST_F(Readers, maps_fields) {
  ReadOptions options;
  set_field(options.fields, "text=article.body");
  set_field(options.fields, "title", "a.b");
  EXPECT_EQ(dump_stream(R"({"article":{"body":"T"},"a.b":"whole","a":{"b":"inner"},"text":"no"})",
                        options),
            (Lines{"stdin:1|T|whole"}));
  EXPECT_EQ(dump_stream(R"({"text":"default keys do not count"})", options),
            (Lines{"stdin:1!missing_field"}));
  EXPECT_THROW(set_field(options.fields, "nonsense=x"), Error);
  EXPECT_THROW(set_field(options.fields, "text"), Error);
  EXPECT_THROW(set_field(options.fields, "text="), Error);
}

TEST_F(Readers, tells_the_format_of_a_stream) {
  EXPECT_EQ(dump_stream("{\"text\":\"a\"}\n"), (Lines{"stdin:1|a|"}));
  EXPECT_EQ(dump_stream("\n  {\"text\":\"a\"}\n{\"text\":\"b\"}"),
            (Lines{"stdin:2|a|", "stdin:3|b|"}));
  EXPECT_EQ(dump_stream("{not json}\n"), (Lines{"stdin|{not json}\n|"}));
  EXPECT_EQ(dump_stream("Мәтін"), (Lines{"stdin|Мәтін|"}));
  EXPECT_EQ(dump_stream(""), (Lines{"stdin||"}));
  const std::string long_text(3u << 20, 'a');
  EXPECT_EQ(dump_stream("{\"text\":\"" + long_text + "\"}"), (Lines{"stdin:1|" + long_text + "|"}));
  ReadOptions as_text;
  as_text.from = "text";
  EXPECT_EQ(dump_stream("{\"text\":\"a\"}", as_text), (Lines{"stdin|{\"text\":\"a\"}|"}));
}

TEST_F(Readers, refuses_an_unknown_format) {
  ReadOptions options;
  options.from = "docx";
  EXPECT_THROW(make_reader({}, options), Error);
}

TEST_F(Readers, leaves_out_what_is_too_large) {
  ReadOptions options;
  options.max_document_bytes = 20;
  const std::string big(1u << 20, 'a');
  EXPECT_EQ(
      dump_stream("{\"text\":\"a\"}\n{\"text\":\"" + big + "\"}\n{\"text\":\"b\"}\n", options),
      (Lines{"stdin:1|a|", "stdin:2!too_large", "stdin:3|b|"}));
  EXPECT_EQ(dump({put("big.txt", big), put("small.txt", "s")}, options),
            (Lines{"big!too_large", "small|s|"}));
  const auto at_limit = std::string(20, 'a');
  EXPECT_EQ(dump({put("limit.txt", at_limit)}, options), (Lines{"limit|" + at_limit + "|"}));
}

}  // namespace
}  // namespace qogam::read
