// qogam analyze as its users call it: inputs of all sorts, outputs, exit codes.
#include <algorithm>

#include "cli/program.h"
#include "write/writers.h"

namespace qogam::cli::test {
namespace {

constexpr const char* kArticle =
    "Аким Асет Исекешев провёл встречу с жителями.\n\n«Дороги отремонтируем», – сказал он.\n";

class Analyze : public ProgramTest {};

TEST_F(Analyze, one_object_a_document_in_input_order) {
  write("news/b.txt", kArticle);
  write("news/a.txt", kArticle);
  write("c.txt", kArticle);
  const Ended e = qogam("analyze c.txt news");
  EXPECT_EQ(e.code, 0) << e.err;
  const auto all = objects(e.out);
  ASSERT_EQ(all.size(), 3u);
  EXPECT_EQ(all[0]["source"]["path"], "c.txt");
  EXPECT_EQ(all[1]["source"]["path"], "news/a.txt");
  EXPECT_EQ(all[0]["status"], "ok");
  EXPECT_NE(all[0]["generator"]["models"], "");
}

TEST_F(Analyze, standard_input_with_and_without_a_dash) {
  write("a.txt", kArticle);
  EXPECT_EQ(objects(shell("\"$Q\" analyze < a.txt").out).size(), 1u);
  EXPECT_EQ(objects(shell("cat a.txt | \"$Q\" analyze -").out).size(), 1u);
}

TEST_F(Analyze, fields_of_json_lines) {
  write("n.jsonl",
        "{\"body2\":\"Первая новость города.\",\"key\":\"n1\"}\n"
        "{\"body2\":\"Вторая новость города.\",\"key\":\"n2\"}\n");
  const auto all = objects(qogam("analyze n.jsonl --field text=body2 --field id=key").out);
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[1]["id"], "n2");
}

// Messages name it too, so that records of a service or a table are told as their owner knows them.
TEST_F(Analyze, path_of_records) {
  write("n.jsonl", "{\"from\":\"inbox/7\",\"text\":\"Новость.\"}\n{\"from\":\"inbox/8\"}\n{\"path\":\"not asked for\",\"text\":\"Новость.\"}\n");
  write("n.csv", "from,text\ninbox/7,Новость.\n,Новость.\n");
  const auto lines = objects(qogam("analyze n.jsonl --field path=from").out);
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_EQ(lines[0]["source"]["path"], "inbox/7");
  EXPECT_EQ(lines[0]["id"], "n:1");
  EXPECT_TRUE(has(lines[1]["error"]["message"].get<std::string>(), "inbox/8 has no text"));
  EXPECT_EQ(lines[2]["source"]["path"], "n.jsonl:3");
  EXPECT_EQ(objects(qogam("analyze n.jsonl").out).at(2)["source"]["path"], "n.jsonl:3");
  const auto rows = objects(qogam("analyze n.csv --field path=from").out);
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0]["source"]["path"], "inbox/7");
  EXPECT_EQ(rows[1]["source"]["path"], "n.csv:3");
}

// The example of docs/topics.md, as it stands there.
TEST_F(Analyze, topics_of_ones_own) {
  const std::string root = QOGAM_SOURCE_DIR;
  ASSERT_EQ(shell("sed -n '/^# my-topics.txt/,/^```/p' " + root + "/docs/topics.md | grep -v '^```' > mine.txt").code, 0);
  write("a.txt", "Приют для животных открыли в городе. Бездомных животных стало меньше, а бродячих собак ловят.\n");
  const std::string call = "analyze --plain --lang ru a.txt --topics mine.txt --models ";
  const Ended e = qogam(call + root + "/models");
  EXPECT_EQ(e.code, 0) << e.err;
  EXPECT_TRUE(has(e.out, "\"id\":\"stray_animals\"")) << e.out;
  EXPECT_FALSE(has(e.out, "\"id\":\"noise\"")) << e.out;
  write("more.txt", "more noise\ncue ru 5 город\nid stray_animals\ncue ru 5 собак*\n");
  const Ended more = qogam("analyze --plain --lang ru a.txt --all-scores --topics mine.txt --topics more.txt --models " + root + "/models");
  EXPECT_TRUE(has(more.out, "\"id\":\"noise\"")) << more.out << more.err;
  EXPECT_TRUE(has(more.out, "\"id\":\"stray_animals\"")) << more.out;
  EXPECT_EQ(qogam(call + std::string(QOGAM_MODEL)).code, 2) << "a compiled file takes no topics";
  write("bad.txt", "id noise\ncue ru heavy слово\n");
  const Ended bad = qogam("analyze a.txt --topics bad.txt --models " + root + "/models");
  EXPECT_EQ(bad.code, 4);
  EXPECT_TRUE(has(bad.err, "bad.txt:2: ")) << bad.err;
  EXPECT_EQ(qogam("analyze a.txt --min-score 2").code, 2);
}

TEST_F(Analyze, missing_file_is_an_error_object_and_exit_1) {
  write("a.txt", kArticle);
  const Ended e = qogam("analyze no.txt a.txt");
  EXPECT_EQ(e.code, 1);
  const auto all = objects(e.out);
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0]["status"], "error");
  EXPECT_EQ(all[0]["error"]["code"], "not_found");
  EXPECT_EQ(all[1]["status"], "ok");
  EXPECT_TRUE(has(e.err, "qogam: error: ")) << e.err;
  EXPECT_TRUE(has(e.err, "[not_found]")) << e.err;
  EXPECT_EQ(qogam("analyze no.txt a.txt --doc-errors=ok").code, 0);
}

TEST_F(Analyze, bad_files_do_not_stop_the_run) {
  write("1-empty.txt", "");
  write("2-binary.txt", std::string("\x7f"
                                    "ELF\0\0\0\1\2\3",
                                    10));
  write("3-broken.txt", std::string(kArticle) + "\xff\xfe\xd0 конец.\n" + kArticle);
  write("4-chinese.txt", "北京市政府今天宣布了一项新计划。\n");
  write("5-fine.txt", kArticle);
  const Ended e = qogam("analyze 1-empty.txt 2-binary.txt 3-broken.txt 4-chinese.txt 5-fine.txt");
  EXPECT_EQ(e.code, 1);
  const auto all = objects(e.out);
  ASSERT_EQ(all.size(), 5u);
  EXPECT_EQ(all[0]["error"]["code"], "empty");
  EXPECT_EQ(all[1]["error"]["code"], "not_text");
  EXPECT_EQ(all[2]["status"], "ok");
  EXPECT_EQ(all[4]["status"], "ok");
}

TEST_F(Analyze, file_without_read_permission) {
  if (geteuid() == 0) GTEST_SKIP() << "root may read every file";
  write("a.txt", kArticle);
  std::filesystem::permissions(folder_ / "a.txt", std::filesystem::perms::none);
  const Ended e = qogam("analyze a.txt");
  EXPECT_EQ(e.code, 1);
  EXPECT_EQ(objects(e.out).at(0)["error"]["code"], "unreadable");
}

TEST_F(Analyze, long_documents_become_errors) {
  write("long.txt", std::string(5000, 'a'));
  const Ended e = qogam("analyze long.txt --max-doc-bytes 4K");
  EXPECT_EQ(e.code, 1);
  EXPECT_EQ(objects(e.out).at(0)["error"]["code"], "too_large");
}

TEST_F(Analyze, output_file_gets_its_name_at_the_end) {
  write("a.txt", kArticle);
  const Ended e = qogam("analyze a.txt -o out.jsonl");
  EXPECT_EQ(e.code, 0);
  EXPECT_EQ(e.out, "");
  EXPECT_EQ(objects(read("out.jsonl")).size(), 1u);
  EXPECT_FALSE(exists("out.jsonl.part"));
}

TEST_F(Analyze, output_that_cannot_be_written_is_3) {
  write("a.txt", kArticle);
  EXPECT_EQ(qogam("analyze a.txt -o no/such/folder/out").code, 3);
  EXPECT_EQ(qogam("analyze a.txt -o .").code, 3);
  EXPECT_EQ(shell("\"$Q\" analyze a.txt > /dev/full").code, 3);
  const Ended e = qogam("analyze a.txt -o no/such/folder/out");
  EXPECT_TRUE(has(e.err, "No such file or directory")) << e.err;
}

TEST_F(Analyze, devices_are_written_to_directly) {
  write("a.txt", kArticle);
  EXPECT_EQ(qogam("analyze a.txt -o /dev/null").code, 0);
  EXPECT_FALSE(std::filesystem::exists("/dev/null.part"));
}

TEST_F(Analyze, bad_models_are_4) {
  write("a.txt", kArticle);
  const Ended e = qogam("analyze a.txt --models missing.model");
  EXPECT_EQ(e.code, 4);
  EXPECT_TRUE(has(e.err, "missing.model")) << e.err;
  EXPECT_EQ(shell("QOGAM_MODELS=missing.model \"$Q\" analyze a.txt").code, 4);
}

TEST_F(Analyze, same_bytes_for_any_number_of_threads) {
  for (int i = 0; i < 40; ++i) write("news/" + std::to_string(i) + ".txt", kArticle);
  const std::string one = qogam("analyze news -j1").out;
  EXPECT_EQ(objects(one).size(), 40u);
  EXPECT_EQ(qogam("analyze news -j2").out, one);
  EXPECT_EQ(qogam("analyze news -j8").out, one);
}

TEST_F(Analyze, only_and_no_text_and_pretty) {
  write("a.txt", kArticle);
  const Ended e = qogam("analyze a.txt --only dates --no-text --pretty");
  EXPECT_EQ(e.code, 0);
  EXPECT_GT(std::count(e.out.begin(), e.out.end(), '\n'), 20);
  EXPECT_FALSE(nlohmann::json::parse(e.out).contains("text"));
}

TEST_F(Analyze, every_writer_can_be_chosen) {
  write("a.txt", kArticle);
  EXPECT_EQ(qogam("analyze a.txt --to jsonl").out, qogam("analyze a.txt").out);
  EXPECT_EQ(qogam("analyze a.txt --to json").out, qogam("analyze a.txt --pretty").out);
  for (const write::WriterRow& writer : write::writers()) EXPECT_EQ(qogam("analyze a.txt --to " + std::string(writer.name)).code, 0) << writer.name;
  EXPECT_TRUE(has(qogam("analyze a.txt --to xml").err, "xml")) << "an unknown one is named";
  for (const std::string off : {"--to xml", "--to jsonl --pretty", "--to json --resume -o out.jsonl"}) EXPECT_EQ(qogam("analyze a.txt " + off).code, 2) << off;
}

TEST_F(Analyze, empty_folder_ends_well) {
  std::filesystem::create_directories(folder_ / "none");
  const Ended e = qogam("analyze none");
  EXPECT_LE(e.code, 1);
  EXPECT_TRUE(has(e.err, "qogam: "));
}

TEST_F(Analyze, progress_is_on_stderr_when_asked_for) {
  std::string lines;
  for (int i = 0; i < 20000; ++i) lines += "{\"text\":\"Новость города.\"}\n";
  write("n.jsonl", lines);
  EXPECT_EQ(qogam("analyze n.jsonl -o out").err, "");
  const Ended e = qogam("analyze n.jsonl -o out --progress always");
  EXPECT_EQ(e.code, 0);
  EXPECT_TRUE(e.err.empty() || has(e.err, "documents/s")) << e.err;
}

}  // namespace
}  // namespace qogam::cli::test
