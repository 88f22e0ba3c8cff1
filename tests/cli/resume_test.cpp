// Runs that go on with the output of an ended one: same bytes, or a refusal that says where.
#include "cli/articles.h"
#include "cli/program.h"

namespace qogam::cli::test {
namespace {

class Resume : public ProgramTest {
 protected:
  // 20 articles, of which some republish others; the output of a run that nothing ended.
  void make(std::size_t articles = 20) {
    write("in.jsonl", article_lines(0, articles));
    const Ended e = qogam("analyze in.jsonl -o full.jsonl");
    ASSERT_EQ(e.code, 0) << e.err;
    full_ = read("full.jsonl");
    ASSERT_EQ(objects(full_).size(), articles);
  }

  void expect_same_from(std::size_t cut, const std::string& options = "") {
    write("out.jsonl.part", full_.substr(0, cut));
    const Ended e = qogam("analyze in.jsonl --resume -o out.jsonl " + options);
    EXPECT_EQ(e.code, 0) << "cut at " << cut << ": " << e.err;
    EXPECT_TRUE(read("out.jsonl") == full_) << "cut at " << cut;
    EXPECT_FALSE(exists("out.jsonl.part")) << "cut at " << cut;
    std::filesystem::remove(folder_ / "out.jsonl");
  }

  // `call` goes on with what stands in out.jsonl.part: exit code 3, a message with `why`, nothing lost.
  void expect_refusal(const std::string& call, const std::string& why) {
    const std::string before = read("out.jsonl.part");
    const Ended e = qogam(call + " --resume -o out.jsonl");
    EXPECT_EQ(e.code, 3) << call << ": " << e.err;
    EXPECT_TRUE(has(e.err, why)) << call << ": " << e.err;
    EXPECT_TRUE(has(e.err, "--resume")) << call << ": " << e.err;
    EXPECT_TRUE(read("out.jsonl.part") == before) << call;
    EXPECT_FALSE(exists("out.jsonl")) << call;
  }

  std::string lines(std::size_t count) const { return full_.substr(0, end_of_line(full_, count)); }

  std::string full_;
};

TEST_F(Resume, cut_behind_lines) {
  make();
  for (const std::size_t line : {1u, 2u, 9u, 19u, 20u}) expect_same_from(end_of_line(full_, line));
}

TEST_F(Resume, cut_before_line_ends) {
  make();
  for (const std::size_t line : {1u, 2u, 8u, 18u, 20u}) expect_same_from(end_of_line(full_, line) - 1);
}

TEST_F(Resume, cut_behind_the_first_byte_of_lines) {
  make();
  for (const std::size_t line : {0u, 1u, 9u, 17u, 19u}) expect_same_from(end_of_line(full_, line) + 1);
}

// Steps that come to stand in numbers, keys, letters and between their bytes.
TEST_F(Resume, cut_anywhere_in_the_first_half) {
  make();
  for (std::size_t cut = 0; cut < full_.size() / 2; cut += full_.size() / 8 + 1) expect_same_from(cut);
}

TEST_F(Resume, cut_anywhere_in_the_second_half) {
  make();
  for (std::size_t cut = full_.size() / 2; cut < full_.size(); cut += full_.size() / 8 + 1) expect_same_from(cut);
}

TEST_F(Resume, cut_between_the_bytes_of_a_letter) {
  make();
  const std::size_t letter = full_.find("\xD1\x8F", full_.size() / 3);
  ASSERT_NE(letter, std::string::npos);
  expect_same_from(letter + 1);
}

TEST_F(Resume, other_numbers_of_threads) {
  make();
  for (const char* jobs : {"-j1", "-j2", "-j8"}) expect_same_from(full_.size() / 2, jobs);
}

TEST_F(Resume, near_duplicates_across_the_cut) {
  make();
  const auto all = objects(full_);
  EXPECT_EQ(all[17]["duplicate_of"], "n7");  // its line comes behind some of the cuts, the other's before
  for (const std::size_t line : {7u, 8u, 17u}) expect_same_from(end_of_line(full_, line));
}

TEST_F(Resume, near_duplicates_in_a_window_that_forgets) {
  write("in.jsonl", article_lines(0, 30) + article_lines(10, 20));
  for (const std::string window : {"0", "5", "15"}) {
    const std::string call = "analyze in.jsonl --duplicates " + window;
    full_ = qogam(call).out;
    write("out.jsonl.part", lines(33));
    EXPECT_EQ(qogam(call + " --resume -o out.jsonl").code, 0);
    EXPECT_TRUE(read("out.jsonl") == full_) << window;
  }
}

TEST_F(Resume, with_nothing_to_go_on_with) {
  make(3);
  EXPECT_EQ(qogam("analyze in.jsonl --resume -o out.jsonl").code, 0);
  EXPECT_TRUE(read("out.jsonl") == full_);
}

TEST_F(Resume, standard_input_and_folders) {
  make(6);
  const std::string piped = shell("\"$Q\" analyze - < in.jsonl").out;
  write("piped.part", piped.substr(0, piped.size() / 2));
  EXPECT_EQ(shell("cat in.jsonl | \"$Q\" analyze - --resume -o piped").code, 0);
  EXPECT_TRUE(read("piped") == piped);
  for (std::size_t i = 0; i < 6; ++i) write("news/" + std::to_string(i) + ".txt", article(i));
  const std::string folder = qogam("analyze news").out;
  write("folder.part", folder.substr(0, folder.size() / 2));
  EXPECT_EQ(qogam("analyze news --resume -o folder").code, 0);
  EXPECT_TRUE(read("folder") == folder);
}

TEST_F(Resume, ids_of_all_sorts) {
  const std::string text = "\",\"text\":\"Аким провёл встречу с жителями города.\"}\n";
  write("in.jsonl", "{\"id\":\"кілт \\\"1\\\" \\\\" + text + "{\"id\":\"same" + text + "{\"id\":\"same" + text + "{\"id\":\"\\u0001\\n\\ud83d\\ude00" + text +
                        "{\"id\":\"" + text + "{\"id\":17,\"k\":\"" + text + "{\"entities\":[{\"id\":\"inner\"}],\"k\":\"" + text + "{\"text\":\"Конец.\"}\n");
  ASSERT_EQ(qogam("analyze in.jsonl -o full.jsonl").code, 0);
  full_ = read("full.jsonl");
  write("out.jsonl.part", lines(7));
  const Ended e = qogam("analyze in.jsonl --resume -o out.jsonl");
  EXPECT_EQ(e.code, 0) << e.err;
  EXPECT_TRUE(read("out.jsonl") == full_);
}

TEST_F(Resume, file_without_part_when_inputs_have_grown) {
  write("in.jsonl", article_lines(0, 12));
  ASSERT_EQ(qogam("analyze in.jsonl -o out.jsonl").code, 0);
  const std::string before = read("out.jsonl");
  ASSERT_EQ(qogam("analyze in.jsonl --resume -o out.jsonl").code, 0);
  EXPECT_TRUE(read("out.jsonl") == before) << "nothing new";
  make(20);
  const Ended e = qogam("analyze in.jsonl --resume -o out.jsonl");
  EXPECT_EQ(e.code, 0) << e.err;
  EXPECT_TRUE(read("out.jsonl") == full_);
  EXPECT_FALSE(exists("out.jsonl.part"));
}

TEST_F(Resume, folder_that_has_grown) {
  for (std::size_t i = 10; i < 14; ++i) write("news/" + std::to_string(i) + ".txt", article(i));
  ASSERT_EQ(qogam("analyze news -o out.jsonl").code, 0);
  write("news/20.txt", article(12));
  write("news/21.txt", article(15));
  EXPECT_EQ(qogam("analyze news --resume -o out.jsonl").code, 0);
  EXPECT_TRUE(read("out.jsonl") == qogam("analyze news").out);
  EXPECT_EQ(objects(read("out.jsonl")).at(4)["duplicate_of"], "12");
}

TEST_F(Resume, refusal_leaves_a_finished_file_as_it_is) {
  make(3);
  const Ended e = qogam("analyze in.jsonl --no-text --resume -o full.jsonl");
  EXPECT_EQ(e.code, 3) << e.err;
  EXPECT_TRUE(read("full.jsonl") == full_);
}

TEST_F(Resume, part_goes_before_a_finished_file) {
  make();
  write("out.jsonl", "of an older run\n");
  write("out.jsonl.part", lines(5));
  EXPECT_EQ(qogam("analyze in.jsonl --resume -o out.jsonl").code, 0);
  EXPECT_TRUE(read("out.jsonl") == full_);
}

TEST_F(Resume, without_the_option_all_is_made_anew) {
  make(3);
  write("out.jsonl.part", "what is no JSON\n" + std::string(3 * full_.size(), 'x') + "\n");
  EXPECT_EQ(qogam("analyze in.jsonl -o out.jsonl").code, 0);
  EXPECT_TRUE(read("out.jsonl") == full_);
}

TEST_F(Resume, other_options_are_refused) {
  make();
  write("out.jsonl.part", lines(5));
  for (const std::string option : {"--no-text", "--only dates", "--published 2001-02-03"})
    expect_refusal("analyze in.jsonl " + option, "(line 5)");
  expect_same_from(end_of_line(full_, 5));
}

// Line 5 is Kazakh and repeats nothing: only those before and behind it come out otherwise.
TEST_F(Resume, other_inputs_are_refused) {
  make();
  write("out.jsonl.part", lines(5));
  write("fewer.jsonl", article_lines(0, 4));
  expect_refusal("analyze fewer.jsonl", "(line 5)");
  write("without.jsonl", article_lines(0, 2) + article_lines(3, 20));
  expect_refusal("analyze without.jsonl", "(line 3)");
  std::string changed = article_lines(0, 20);
  changed.insert(changed.rfind("\\n\"", end_of_line(changed, 5)), " Правка.");
  write("changed.jsonl", changed);
  expect_refusal("analyze changed.jsonl", "(line 5)");
  write("none.jsonl", "");
  expect_refusal("analyze none.jsonl", "(line 1)");
  expect_same_from(end_of_line(full_, 5));
}

TEST_F(Resume, other_order_is_refused) {
  write("a.jsonl", article_lines(0, 3));
  write("b.jsonl", article_lines(3, 6));
  full_ = qogam("analyze a.jsonl b.jsonl").out;
  write("out.jsonl.part", lines(4));
  expect_refusal("analyze b.jsonl a.jsonl", "(line 1)");
  expect_refusal("analyze a.jsonl a.jsonl", "(line 4)");
  EXPECT_EQ(qogam("analyze a.jsonl b.jsonl --resume -o out.jsonl").code, 0);
  EXPECT_TRUE(read("out.jsonl") == full_);
}

TEST_F(Resume, what_is_no_output_is_refused) {
  make(3);
  for (const std::string other : {"Заметка, а не вывод.\n", "{}\n", "[1, 2]\n", "\n", "{\"id\":17}\n"}) {
    write("out.jsonl.part", other + lines(1));
    expect_refusal("analyze in.jsonl", "(line 1)");
  }
}

TEST_F(Resume, usage) {
  write("in.jsonl", article_lines(0, 1));
  for (const std::string words : {"--resume", "--resume -o -", "--resume --pretty -o out.jsonl", "--resume --pretty"}) {
    const Ended e = qogam("analyze in.jsonl " + words);
    EXPECT_EQ(e.code, 2) << words;
    EXPECT_TRUE(has(e.err, "--resume")) << words << ": " << e.err;
    EXPECT_EQ(e.out, "") << words;
  }
  EXPECT_FALSE(exists("out.jsonl") || exists("out.jsonl.part"));
}

// Standard input that gives articles and then is open but silent. What stands before the blanks is
// written, as formats are told by more bytes than the articles have.
constexpr const char* kFeed = "exec 3> in; head -3 in.jsonl >&3; head -c 200000 /dev/zero | tr '\\0' '\\n' >&3; ";
constexpr const char* kUntilWritten = "for i in $(seq 100); do [ -s out.jsonl.part ] && break; sleep 0.05; done; ";

// The first run waits for its input until the others have been refused.
TEST_F(Resume, two_runs_at_once_on_one_output) {
  make(6);
  const std::string first = "mkfifo in; \"$Q\" analyze --from jsonl - -o out.jsonl < in & pid=$!; ";
  const std::string second = "\"$Q\" analyze in.jsonl -o out.jsonl";
  const Ended e = shell(first + kFeed + kUntilWritten + second + " 3>&-; echo $? >> codes; " + second +
                        " --resume 3>&-; echo $? >> codes; tail -3 in.jsonl >&3; exec 3>&-; wait $pid; echo $? >> codes");
  EXPECT_EQ(read("codes"), "3\n3\n0\n") << e.err;
  EXPECT_TRUE(has(e.err, "Another run")) << e.err;
  const auto all = objects(read("out.jsonl"));
  ASSERT_EQ(all.size(), 6u);
  EXPECT_EQ(all[5]["id"], "n5");
  EXPECT_FALSE(exists("out.jsonl.part"));
}

TEST_F(Resume, after_a_signal) {
  make(6);
  const std::string whole = shell("\"$Q\" analyze --from jsonl - < in.jsonl").out;
  const Ended e = shell(std::string("mkfifo in; \"$Q\" analyze --from jsonl - -o out.jsonl < in & pid=$!; ") + kFeed + kUntilWritten +
                        "kill -TERM $pid; wait $pid");
  EXPECT_EQ(e.code, 143) << e.err;
  EXPECT_TRUE(has(e.err, "out.jsonl.part; --resume")) << e.err;
  EXPECT_GT(objects(read("out.jsonl.part")).size(), 0u);
  EXPECT_EQ(shell("\"$Q\" analyze --from jsonl - --resume -o out.jsonl < in.jsonl").code, 0);
  EXPECT_TRUE(read("out.jsonl") == whole);
}

// "1: done, but some documents failed and stand as error objects", whichever run wrote them.
TEST_F(Resume, failures_before_the_cut_count) {
  write("news/1.txt", article(1));
  write("news/2.txt", "");
  write("news/3.txt", article(3));
  write("news/4.txt", article(4));
  EXPECT_EQ(qogam("analyze news -o full.jsonl").code, 1);
  full_ = read("full.jsonl");
  for (const std::size_t line : {1u, 2u, 3u, 4u}) {
    write("out.jsonl.part", lines(line));
    EXPECT_EQ(qogam("analyze news --resume -o out.jsonl").code, 1) << "cut behind line " << line;
    EXPECT_TRUE(read("out.jsonl") == full_) << "cut behind line " << line;
    std::filesystem::remove(folder_ / "out.jsonl");
  }
  write("out.jsonl.part", lines(3));
  EXPECT_EQ(qogam("analyze news --resume -o out.jsonl --doc-errors=ok").code, 0);
}

}  // namespace
}  // namespace qogam::cli::test
