// qogam watch: what a look at a folder puts into the store.
#include "cli/articles.h"
#include "cli/program.h"
#include "support/stored.h"

namespace qogam::cli::test {
namespace {

using qogam::test::asked;

class Watch : public ProgramTest {
 protected:
  // A file that was written a while ago.
  void put(const std::string& name, const std::string& text, const std::string& when = "1 minute ago") {
    write("in/" + name, text);
    EXPECT_EQ(shell("touch -d '" + when + "' 'in/" + name + "'").code, 0);
  }
  Ended look(const std::string& options = "") {
    std::filesystem::create_directories(folder_ / "in");
    Ended e = qogam("watch in w.db --once " + options);
    EXPECT_EQ(e.code, 0) << e.err;
    return e;
  }
  std::string ids() const { return asked((folder_ / "w.db").string(), "SELECT group_concat(doc_id, ' ') FROM (SELECT doc_id FROM documents ORDER BY doc_id)"); }
  std::string ask(const std::string& sql) const { return asked((folder_ / "w.db").string(), sql); }
};

TEST_F(Watch, new_and_changed_files) {
  put("1.txt", article(1));
  EXPECT_TRUE(has(look().err, "1 files, 1 articles, 0 failed"));
  EXPECT_EQ(ids(), "1\n");
  EXPECT_EQ(look().err, "") << "nothing has changed";
  put("2.txt", article(2));
  EXPECT_TRUE(has(look().err, "1 files, 1 articles"));
  EXPECT_EQ(ids(), "1 2\n");
  put("1.txt", article(3), "50 seconds ago");
  EXPECT_TRUE(has(look().err, "1 files, 1 articles"));
  EXPECT_EQ(ids(), "1 2\n");
  write("other/1.txt", article(3));
  ASSERT_EQ(qogam("analyze other -o other.jsonl").code, 0);
  const auto expected = objects(read("other.jsonl")).at(0), stored = nlohmann::json::parse(ask("SELECT object FROM documents WHERE doc_id = '1'"));
  EXPECT_EQ(stored["text"], expected["text"]);
  EXPECT_EQ(stored["officials"], expected["officials"]);
}

TEST_F(Watch, gives_what_analyze_and_store_give) {
  for (std::size_t i = 0; i < 8; ++i) put((i % 2 == 0 ? "a/" : "b/") + std::to_string(i) + ".txt", article(i));
  look("-j 2");
  ASSERT_EQ(qogam("analyze in -o out.jsonl").code, 0);
  ASSERT_EQ(qogam("store -q s.db out.jsonl").code, 0);
  EXPECT_EQ(qogam::test::dump_of((folder_ / "w.db").string()), qogam::test::dump_of((folder_ / "s.db").string()));
}

TEST_F(Watch, files_of_one_name_in_two_folders_are_two_articles) {
  put("a/x.txt", article(1));
  put("b/x.txt", article(2));
  look();
  EXPECT_EQ(ids(), "a/x b/x\n");
  const std::string first = ask("SELECT object FROM documents WHERE doc_id = 'a/x'");
  put("b/x.txt", article(3), "50 seconds ago");
  look();
  EXPECT_EQ(ids(), "a/x b/x\n");
  EXPECT_EQ(ask("SELECT object FROM documents WHERE doc_id = 'a/x'"), first);
}

TEST_F(Watch, files_that_are_not_ready_or_no_articles_are_passed_over) {
  put("1.txt.part", article(1));
  put(".2.txt", article(2));
  put(".hidden/3.txt", article(3));
  put("photo.jpg", "\xFF\xD8\xFF\xE0 no article");
  look();
  EXPECT_EQ(ids(), "\n");
  std::filesystem::rename(folder_ / "in/1.txt.part", folder_ / "in/1.txt");
  look();
  EXPECT_EQ(ids(), "1\n");
}

TEST_F(Watch, a_file_that_may_still_be_written_waits_for_the_next_look_where_there_is_one) {
  put("1.txt", article(1));
  put("2.txt", article(2));
  put("3.txt", article(3), "1 hour");  // by the clock of another machine
  shell("while :; do touch in/2.txt; sleep .1; done & writing=$!; \"$Q\" watch in w.db --every 1 & pid=$!; sleep 2; kill -TERM $pid; wait $pid; kill $writing");
  EXPECT_EQ(ids(), "1 3\n");
  look();
  EXPECT_EQ(ids(), "1 2 3\n") << "--once is the last look";
}

TEST_F(Watch, a_file_that_cannot_be_read_is_an_error_object_and_the_rest_goes_on) {
  put("1.txt", article(1));
  put("2.txt", "");
  put("3.txt", article(3));
  const Ended e = look();
  EXPECT_TRUE(has(e.err, "3 files, 3 articles, 1 failed")) << e.err;
  EXPECT_TRUE(has(e.err, "2")) << e.err;
  EXPECT_EQ(ask("SELECT doc_id, status FROM documents ORDER BY doc_id"), "1|ok\n2|error\n3|ok\n");
  put("2.txt", article(2), "50 seconds ago");
  look();
  EXPECT_EQ(ask("SELECT count(*) FROM documents WHERE status = 'ok'"), "3\n");
}

TEST_F(Watch, the_report_is_made_after_each_change) {
  put("1.txt", article(1));
  look("--report r.html --lang kk");
  const std::string first = read("r.html");
  EXPECT_TRUE(has(first, "</html>"));
  EXPECT_TRUE(has(first.substr(0, 500), "lang=\"kk\"")) << first.substr(0, 500);
  std::filesystem::remove(folder_ / "r.html");
  look("--report r.html");
  EXPECT_FALSE(exists("r.html")) << "nothing has changed";
  put("2.txt", article(2));
  look("--report r.html");
  EXPECT_TRUE(has(read("r.html"), "</html>"));
  EXPECT_FALSE(exists("r.html.part"));
}

TEST_F(Watch, an_archive_of_many) {
  put("a.jsonl", article_lines(0, 5));
  EXPECT_TRUE(has(look().err, "1 files, 5 articles"));
  EXPECT_EQ(ids(), "n0 n1 n2 n3 n4\n");
}

TEST_F(Watch, goes_on_until_a_signal) {
  put("1.txt", article(1));
  const Ended e = shell("\"$Q\" watch in w.db --every 1 & pid=$!; for i in $(seq 100); do [ -s w.db-wal ] && break; sleep 0.05; done; sleep 0.5; printf '%s' '" + article(2) +
                        "' > in/2.txt; touch -d '5 seconds ago' in/2.txt; for i in $(seq 200); do sqlite3 w.db 'SELECT doc_id FROM documents' | grep -q 2 && break; sleep 0.1; done; sleep 0.5; kill -TERM $pid; wait $pid");
  EXPECT_EQ(e.code, 143) << e.err;
  EXPECT_EQ(ids(), "1 2\n") << e.err;
}

TEST_F(Watch, calls_that_are_off) {
  std::filesystem::create_directories(folder_ / "in");
  write("file", "");
  for (const char* call : {"watch", "watch in", "watch in w.db more", "watch in w.db --once --every 0", "watch in w.db --once --every often", "watch in w.db --once -j 0", "watch missing w.db --once", "watch file w.db --once",
                           "watch in w.db --once --lang fr"}) {
    const Ended e = qogam(call);
    EXPECT_EQ(e.code, 2) << call << e.err;
    EXPECT_FALSE(exists("w.db")) << call;
  }
  EXPECT_EQ(qogam("watch in none/w.db --once").code, 3);
  EXPECT_EQ(qogam("watch --help").code, 0);
}

}  // namespace
}  // namespace qogam::cli::test
