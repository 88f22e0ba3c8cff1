// Help of the verbs of stores; report, export and import as calls.
#include "cli/program.h"
#include "support/stored.h"

namespace qogam::cli::test {
namespace {

using qogam::test::joined;
using qogam::test::small_world;

class StoreVerbs : public ProgramTest {
 protected:
  void make() {
    write("w.jsonl", joined(small_world()));
    ASSERT_EQ(qogam("store -q w.db w.jsonl").code, 0);
  }
};

TEST_F(StoreVerbs, help) {
  const std::string all = qogam("--help").out;
  for (const char* verb : {"store", "query", "review", "report", "export", "import", "watch"}) {
    const Ended e = qogam(std::string(verb) + " --help");
    EXPECT_EQ(e.code, 0) << verb;
    EXPECT_EQ(e.err, "") << verb;
    EXPECT_TRUE(has(e.out, std::string("usage: qogam ") + verb)) << e.out;
    EXPECT_TRUE(has(e.out, "example: qogam ")) << e.out;
    EXPECT_TRUE(has(all, verb)) << verb;
  }
}

TEST_F(StoreVerbs, a_report_is_whole_or_not_there) {
  make();
  ASSERT_EQ(qogam("report w.db -o r.html --as-of 2024-01-01").code, 0);
  const std::string page = read("r.html");
  EXPECT_TRUE(has(page, "</html>"));
  EXPECT_FALSE(has(page, "{{"));
  EXPECT_FALSE(exists("r.html.part"));
  EXPECT_EQ(qogam("report w.db --as-of 2024-01-01").out, page);
  // A full disk, here a limit: the page that was there stays.
  const Ended full = shell("( ulimit -f 80; trap '' XFSZ; \"$Q\" report w.db -o r.html --as-of 2024-02-02 )");
  EXPECT_EQ(full.code, 3) << full.err;
  EXPECT_TRUE(has(full.err, "r.html")) << full.err;
  EXPECT_TRUE(read("r.html") == page);
}

TEST_F(StoreVerbs, the_same_store_and_day_give_the_same_report) {
  make();
  const std::string first = qogam("report w.db --as-of 2024-01-01").out;
  EXPECT_TRUE(qogam("report w.db --as-of 2024-01-01").out == first);
  ASSERT_EQ(qogam("store -q w.db w.jsonl").code, 0);
  EXPECT_TRUE(qogam("report w.db --as-of 2024-01-01").out == first);
  EXPECT_FALSE(qogam("report w.db --as-of 2023-01-01").out == first);
  EXPECT_FALSE(qogam("report w.db --as-of 2024-01-01 --articles 1").out == first);
  for (const char* lang : {"ru", "kk", "en"}) EXPECT_TRUE(has(qogam(std::string("report w.db --as-of 2024-01-01 --lang ") + lang).out.substr(0, 500), std::string("lang=\"") + lang + "\"")) << lang;
}

TEST_F(StoreVerbs, every_export_format_is_written_twice_the_same) {
  make();
  const std::string help = qogam("export --help").out;
  for (const std::string format : {"csv", "popolo", "ftm", "jsonld", "conllu", "labelstudio", "brat"}) {
    ASSERT_TRUE(has(help, "  " + format)) << help;
    for (const std::string out : {"1-", "2-"}) {
      const Ended e = qogam("export w.db --to " + format + " --as-of 2024-01-01 -o " + out + format);
      EXPECT_EQ(e.code, 0) << format << e.err;
    }
    EXPECT_EQ(shell("diff -r 1-" + format + " 2-" + format).out, "") << format;
    EXPECT_NE(shell("find 1-" + format + " -type f -size +0 | head -1").out, "") << format;
  }
}

TEST_F(StoreVerbs, an_article_that_could_not_be_read_is_none_that_was_left_out) {
  make();
  ASSERT_EQ(qogam("report w.db --as-of 2024-01-01 -o r.html").code, 0);
  const Ended counts = shell("sed -n 's/.*id=\"data\">\\([^<]*\\)<.*/\\1/p' r.html | base64 -d | gzip -d | jq -c '.counts | [.articles, .shown, .failed]'");
  EXPECT_EQ(counts.out, "[5,5,1]\n") << counts.err;
}

TEST_F(StoreVerbs, an_article_of_another_maker_that_is_odd_is_named) {
  make();
  write("odd.jsonl", "{\"schema\":\"qogam/1\",\"id\":\"odd one\",\"status\":\"ok\",\"text\":\"x\",\"dates\":[1]}\n");
  ASSERT_EQ(qogam("store -q w.db odd.jsonl").code, 0);
  for (const char* call : {"report w.db -o r.html", "export w.db --to csv -o x"}) {
    const Ended e = qogam(call);
    EXPECT_EQ(e.code, 3) << call << e.err;
    EXPECT_TRUE(has(e.err, "odd one")) << e.err;
  }
}

TEST_F(StoreVerbs, facts_of_exports_are_of_the_day) {
  make();
  for (const char* day : {"2023-08-01", "2024-01-01"}) ASSERT_EQ(qogam(std::string("export w.db --to csv --as-of ") + day + " -o " + day).code, 0);
  EXPECT_TRUE(has(read("2024-01-01/commitments.csv"), "passed")) << read("2024-01-01/commitments.csv");
  EXPECT_FALSE(has(read("2023-08-01/commitments.csv"), "passed"));
  EXPECT_FALSE(has(read("2023-08-01/commitments.csv"), "2023-12-15")) << "told later";
}

TEST_F(StoreVerbs, imports_are_what_exports_gave) {
  make();
  ASSERT_EQ(qogam("export w.db --to labelstudio -o ls.json").code, 0);
  const Ended e = qogam("import --from labelstudio --predictions ls.json -o gold");
  EXPECT_EQ(e.code, 0) << e.err;
  EXPECT_TRUE(has(e.err, "5 articles")) << e.err;
  EXPECT_TRUE(exists("gold/a1.gold.json"));
  EXPECT_EQ(qogam("import --from labelstudio --predictions ls.json -o gold").code, 3) << "gold is not written over";
  EXPECT_EQ(qogam("import --from labelstudio --predictions --overwrite ls.json -o gold").code, 0);
}

TEST_F(StoreVerbs, calls_that_are_off) {
  make();
  write("bad.json", "[{");
  const struct {
    const char* call;
    int code;
    const char* says;
  } cases[] = {
      {"report", 2, "Say which store"},
      {"report w.db more", 2, "Say which store"},
      {"report w.db --lang fr", 2, "fr"},
      {"report w.db --as-of soon", 2, "YYYY-MM-DD"},
      {"report w.db --articles 0", 2, "--articles"},
      {"report w.db -o none/r.html", 3, "none/r.html"},
      {"export w.db", 2, "Say which store, format and output"},
      {"export w.db --to csv", 2, "Say which store, format and output"},
      {"export w.db --to cvs -o x", 2, "Did you mean 'csv'?"},
      {"export w.db --to csv -o x --as-of soon", 2, "YYYY-MM-DD"},
      {"export missing.db --to csv -o x", 3, "missing.db"},
      {"import", 2, "Say what to read"},
      {"import --from labelstudio missing.json -o gold", 3, "missing.json"},
      {"import --from labelstudio bad.json -o gold", 3, "bad.json"},
      {"import --from labelstdio bad.json -o gold", 2, "Did you mean 'labelstudio'?"},
  };
  for (const auto& c : cases) {
    const Ended e = qogam(c.call);
    EXPECT_EQ(e.code, c.code) << c.call << ": " << e.err;
    EXPECT_TRUE(has(e.err, c.says)) << c.call << ": " << e.err;
    EXPECT_EQ(e.out, "") << c.call;
  }
  EXPECT_FALSE(exists("x") || exists("gold"));
}

}  // namespace
}  // namespace qogam::cli::test
