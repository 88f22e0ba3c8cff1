// Runs that divide the inputs: together the bytes of one run.
#include "cli/articles.h"
#include "cli/program.h"

namespace qogam::cli::test {
namespace {

class ShardedRun : public ProgramTest {
 protected:
  // Runs the shards of `call` in turn; paste(1) takes a line from each in turn, as the documents stand.
  std::string merged(const std::string& call, int shards, int code) {
    std::string paste = "paste -d '\\n'";
    for (int k = 1; k <= shards; ++k) {
      const std::string number = std::to_string(k), out = "out." + number;
      const Ended e = qogam(call + " --shard " + number + "/" + std::to_string(shards) + " -o " + out);
      EXPECT_TRUE(e.code == 0 || e.code == code) << e.err;
      paste += " " + out;
    }
    return shell(paste + " | sed '/^$/d'").out;
  }

  void expect_whole(const std::string& call, std::size_t documents, int code = 0) {
    const Ended whole = qogam(call + " --duplicates 0");
    ASSERT_EQ(whole.code, code) << whole.err;
    ASSERT_EQ(objects(whole.out).size(), documents);
    for (const int shards : {1, 2, 3, 7}) EXPECT_TRUE(merged(call, shards, code) == whole.out) << call << " in " << shards;
  }

  // Twenty files, of which one has no text and one is broken, and two that share an id.
  void make_folder() {
    for (std::size_t i = 10; i < 30; ++i) write("news/" + std::to_string(i) + ".txt", article(i));
    write("news/15.txt", "");
    write("news/20.txt", std::string("\x7f" "ELF\0\0\0\1", 8));
    write("news/25.html", "<p>" + article(25));
  }
};

TEST_F(ShardedRun, of_lines_is_the_whole_when_merged) {
  write("in.jsonl", article_lines(0, 20) + article_lines(3, 5) + "{\"id\":\"n3\"}\nno object\n");
  expect_whole("analyze in.jsonl", 24, 1);
}

TEST_F(ShardedRun, of_a_folder_is_the_whole_when_merged) {
  make_folder();
  expect_whole("analyze news", 21, 1);
}

TEST_F(ShardedRun, takes_standard_input) {
  write("in.jsonl", article_lines(0, 9));
  const auto whole = objects(shell("\"$Q\" analyze --from jsonl - < in.jsonl").out);
  const auto second = objects(shell("\"$Q\" analyze --from jsonl - --shard 2/4 < in.jsonl").out);
  ASSERT_EQ(second.size(), 2u);
  EXPECT_EQ(second[0], whole[1]);
  EXPECT_EQ(second[1], whole[5]);
}

// A line on every page is furniture, and no shard of one or two pages could know.
TEST_F(ShardedRun, learns_furniture_from_all_documents) {
  for (std::size_t i = 10; i < 22; ++i) {
    std::string page = article(i);
    write("site/" + std::to_string(i) + ".txt", page.insert(page.rfind('\n', page.size() - 2) + 1, "Служба доверия работает с девяти утра до шести вечера\n\n"));
  }
  const auto page = objects(qogam("analyze site --learn-furniture --duplicates 0").out).at(1);
  EXPECT_FALSE(page["furniture"].empty());
  expect_whole("analyze site --learn-furniture", 12);
}

TEST_F(ShardedRun, goes_on_where_it_was_ended) {
  write("in.jsonl", article_lines(0, 20));
  const std::string call = "analyze in.jsonl --shard 2/3 ";
  const std::string full = qogam(call).out;
  ASSERT_EQ(objects(full).size(), 7u);
  for (const std::size_t cut : {std::size_t{1}, full.size() / 2, full.size() - 1}) {
    write("out.jsonl.part", full.substr(0, cut));
    EXPECT_EQ(qogam(call + "--resume -o out.jsonl").code, 0) << cut;
    EXPECT_TRUE(read("out.jsonl") == full) << cut;
    std::filesystem::remove(folder_ / "out.jsonl");
  }
  write("out.jsonl.part", full.substr(0, full.size() / 2));
  const Ended other = qogam("analyze in.jsonl --shard 3/3 --resume -o out.jsonl");
  EXPECT_EQ(other.code, 3) << other.err;
  EXPECT_TRUE(has(other.err, "(line 1)")) << other.err;
}

TEST_F(ShardedRun, without_a_document_is_empty_and_silent) {
  write("in.jsonl", article_lines(0, 2));
  const Ended e = qogam("analyze in.jsonl --shard 3/3");
  EXPECT_EQ(e.code, 0);
  EXPECT_EQ(e.out, "");
  EXPECT_EQ(e.err, "");
  write("none.jsonl", "");
  EXPECT_TRUE(has(qogam("analyze none.jsonl --shard 1/3").err, "no document"));
}

TEST_F(ShardedRun, leaves_near_duplicates_alone) {
  write("in.jsonl", article_lines(7, 8) + article_lines(17, 18));
  EXPECT_EQ(objects(qogam("analyze in.jsonl").out).at(1)["duplicate_of"], "n7");
  for (const std::string more : {"", " --duplicates 0"}) EXPECT_EQ(objects(qogam("analyze in.jsonl --shard 1/1" + more).out).at(1)["duplicate_of"], nullptr);
}

}  // namespace
}  // namespace qogam::cli::test
