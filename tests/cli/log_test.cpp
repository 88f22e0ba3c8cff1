// What a run says of itself: the log for programs, the summary for people.
#include <algorithm>
#include <cstdio>
#include <set>

#include "cli/articles.h"
#include "cli/program.h"

namespace qogam::cli::test {
namespace {

using Json = nlohmann::json;

class Log : public ProgramTest {
 protected:
  // Six inputs: three articles of which the third is the second again, one empty, one broken, one that
  // no reader takes; and a file that is not there.
  void write_inputs() {
    write("news/1.txt", article(0));
    write("news/2.txt", article(1));
    write("news/3.txt", article(1));
    write("news/4.txt", "");
    write("news/5.txt", article(2) + "\xff\xfe\n");
    write("news/photo.jpg", "\xff\xd8\xff\xe0");
  }
  static constexpr const char* kCall = "analyze news no.txt -o out.jsonl --log log.jsonl ";

  std::vector<Json> events(const std::string& kind) const {
    std::vector<Json> found;
    for (const Json& event : objects(read("log.jsonl")))
      if (event["event"] == kind) found.push_back(event);
    return found;
  }
};

TEST_F(Log, lines_are_objects_with_time_and_event) {
  write_inputs();
  qogam(kCall);
  const auto all = objects(read("log.jsonl"));
  ASSERT_GE(all.size(), 9u);
  for (const Json& event : all) {
    const std::string time = event.at("time");
    EXPECT_TRUE(time.size() == 20 && time[4] == '-' && time[10] == 'T' && time.back() == 'Z') << event;
    EXPECT_TRUE((std::set<std::string>{"start", "document", "passed_over", "notice", "end"}).contains(event.at("event"))) << event;
  }
}

TEST_F(Log, begins_with_start_and_ends_with_end) {
  write_inputs();
  qogam(kCall);
  const auto all = objects(read("log.jsonl"));
  ASSERT_FALSE(all.empty());
  EXPECT_EQ(all.front()["event"], "start") << all.front();
  EXPECT_EQ(all.back()["event"], "end");
  EXPECT_EQ(events("start").size(), 1u);
  EXPECT_EQ(events("end").size(), 1u);
}

TEST_F(Log, start_says_with_what) {
  write_inputs();
  qogam(kCall);
  const Json start = events("start").at(0), generator = objects(read("out.jsonl")).at(0)["generator"];
  EXPECT_EQ(start["version"], generator["version"]);
  EXPECT_EQ(start["models"], generator["models"]);
  EXPECT_EQ(start["output"], "out.jsonl");
}

// One event a line of the output, in its order, which says what the line says.
TEST_F(Log, one_event_for_each_document) {
  write_inputs();
  EXPECT_EQ(qogam(kCall).code, 1);
  const auto documents = events("document"), out = objects(read("out.jsonl"));
  ASSERT_EQ(documents.size(), 6u);
  ASSERT_EQ(out.size(), documents.size());
  for (std::size_t i = 0; i < out.size(); ++i) {
    const Json &event = documents[i], &object = out[i];
    EXPECT_EQ(event["id"], object["id"]);
    EXPECT_EQ(event["path"], object["source"]["path"]);
    EXPECT_EQ(event["status"], object["status"]);
    EXPECT_EQ(event.contains("error"), object.contains("error")) << event;
    if (object.contains("error")) {
      EXPECT_EQ(event["error"]["code"], object["error"]["code"]);
      EXPECT_EQ(event["error"]["message"], object["error"]["message"]);
      EXPECT_EQ(event["error"]["stage"], object["error"]["stage"]);
    }
    Json codes = Json::array();
    for (const Json& warning : object["warnings"]) codes.push_back(warning["code"]);
    EXPECT_EQ(event.value("warnings", Json::array()), codes) << event;
    EXPECT_EQ(event.contains("duplicate_of"), !object["duplicate_of"].is_null()) << event;
  }
  EXPECT_EQ(documents[0]["bytes"], article(0).size());
  EXPECT_EQ(documents[2]["duplicate_of"], "2");
  EXPECT_EQ(documents[3]["error"]["code"], "empty");
  EXPECT_FALSE(documents[4]["warnings"].empty());
  EXPECT_EQ(documents[5]["error"]["code"], "not_found");
}

TEST_F(Log, end_counts) {
  write_inputs();
  qogam(kCall);
  const Json end = events("end").at(0);
  std::size_t bytes = 0, warned = 0;
  for (const char* name : {"1", "2", "3", "4", "5"}) bytes += read("news/" + std::string(name) + ".txt").size();
  for (const Json& event : events("document")) warned += event.contains("warnings");
  EXPECT_EQ(end["documents"], 6);
  EXPECT_EQ(end["failed"], 2);
  EXPECT_EQ(end["warned"], warned);
  EXPECT_EQ(end["duplicates"], 1);
  EXPECT_EQ(end["passed_over"], 1);
  EXPECT_EQ(end["bytes"], bytes);
  EXPECT_GT(end["seconds"], 0.0);
  EXPECT_LT(end["seconds"], 60.0);
  EXPECT_EQ(end["exit_code"], 1);
  qogam(kCall + std::string("--doc-errors=ok"));
  EXPECT_EQ(events("end").at(1)["exit_code"], 0);
}

TEST_F(Log, passed_over_files_and_members_by_name) {
  write_inputs();
  write("page/style.css", "p {}");
  write("page/text.txt", article(4));
  ASSERT_EQ(shell("tar cf page.tar page").code, 0);
  const Ended e = qogam("analyze news page.tar -o out.jsonl --log log.jsonl --doc-errors=ok");
  EXPECT_EQ(e.code, 0) << e.err;
  const auto passed = events("passed_over");
  ASSERT_EQ(passed.size(), 2u);
  EXPECT_EQ(passed[0]["path"], "news/photo.jpg");
  EXPECT_TRUE(has(passed[1]["path"], "page.tar") && has(passed[1]["path"], "style.css")) << passed[1];
  EXPECT_TRUE(has(e.err, "2 files or records") && has(e.err, "--log")) << e.err;
}

// One file of a tar archive: its header of 512 bytes (POSIX ustar), its bytes, and zeros up to the next block.
std::string tar_member(const std::string& name, const std::string& bytes) {
  std::string header(512, '\0');
  char size[12];
  std::snprintf(size, sizeof size, "%011zo", bytes.size());
  header.replace(0, name.size(), name).replace(100, 7, "0000644").replace(124, 11, size, 11).replace(136, 11, "00000000000");
  header.replace(148, 8, "        ").replace(156, 1, "0").replace(257, 8, std::string("ustar\00000", 8));
  unsigned sum = 0;
  for (const char c : header) sum += static_cast<unsigned char>(c);
  std::snprintf(size, sizeof size, "%06o", sum);
  return header.replace(148, 7, size, 7) + bytes + std::string((512 - bytes.size() % 512) % 512, '\0');
}

// Members are passed over by the thread that reads while others finish documents.
TEST_F(Log, lines_stay_whole_where_threads_meet) {
  constexpr int kArticles = 1000, kPictures = 20;
  std::string tar;
  for (int i = 0; i < kArticles; ++i) {
    tar += tar_member(std::to_string(i) + ".txt", "Аким города " + std::to_string(i) + " провёл встречу.\n");
    for (int k = 0; k < kPictures; ++k) tar += tar_member(std::to_string(i) + "-" + std::to_string(k) + ".jpg", "");
  }
  write("t.tar", tar + std::string(1024, '\0'));
  for (int run = 0; run < 3; ++run) {
    const Ended e = qogam("analyze t.tar -j4 -o out.jsonl --only dates --no-text --log log.jsonl");
    EXPECT_EQ(e.code, 0) << e.err;
    const std::string log = read("log.jsonl");
    EXPECT_EQ(std::count(log.begin(), log.end(), '\n'), kArticles * (1 + kPictures) + 2);
    std::size_t torn = 0;
    for (std::size_t at = 0, end = 0; (end = log.find('\n', at)) != std::string::npos; at = end + 1) torn += !Json::accept(log.substr(at, end - at));
    EXPECT_EQ(torn, 0u);
    std::filesystem::remove(folder_ / "log.jsonl");
  }
}

TEST_F(Log, goes_on_behind_what_the_file_has) {
  write_inputs();
  qogam(kCall);
  const std::string once = read("log.jsonl");
  qogam(kCall);
  EXPECT_TRUE(read("log.jsonl").starts_with(once));
  EXPECT_EQ(events("start").size(), 2u);
  EXPECT_EQ(events("end").size(), 2u);
}

// As a killed run leaves it.
TEST_F(Log, begins_a_line_of_its_own_behind_a_torn_one) {
  write("a.txt", article(0));
  write("log.jsonl", "{\"time\":\"2024-04-19T10:00:00Z\",\"event\":\"docu");
  EXPECT_EQ(qogam("analyze a.txt -o out.jsonl --log log.jsonl").code, 0);
  const std::string log = read("log.jsonl");
  EXPECT_EQ(objects(log.substr(log.find('\n') + 1)).size(), 3u) << log;
}

TEST_F(Log, resumed_run_names_the_documents_it_makes) {
  write("in.jsonl", article_lines(0, 5));
  ASSERT_EQ(qogam("analyze in.jsonl -o full.jsonl").code, 0);
  const std::string full = read("full.jsonl");
  write("out.jsonl.part", full.substr(0, end_of_line(full, 3)));
  ASSERT_EQ(qogam("analyze in.jsonl --resume -o out.jsonl --log log.jsonl").code, 0);
  EXPECT_EQ(events("resumed").at(0)["documents"], 3);
  ASSERT_EQ(events("document").size(), 2u);
  EXPECT_EQ(events("document")[0]["id"], "n3");
  EXPECT_EQ(events("end").at(0)["documents"], 2);
}

TEST_F(Log, run_ended_by_a_signal_has_its_end) {
  write("in.jsonl", article_lines(0, 4));
  // Blanks, as formats are told by more bytes than the articles have.
  const Ended e = shell(
      "mkfifo in; \"$Q\" analyze --from jsonl - -o out.jsonl --log log.jsonl < in & pid=$!; exec 3> in; cat in.jsonl >&3; "
      "head -c 200000 /dev/zero | tr '\\0' '\\n' >&3; "
      "for i in $(seq 100); do [ -s out.jsonl.part ] && break; sleep 0.05; done; kill -TERM $pid; wait $pid");
  EXPECT_EQ(e.code, 143) << e.err;
  EXPECT_EQ(events("document").size(), objects(read("out.jsonl.part")).size());
  ASSERT_EQ(events("end").size(), 1u);
  EXPECT_EQ(events("end")[0]["exit_code"], 143);
}

TEST_F(Log, file_that_cannot_be_opened_is_3) {
  write("a.txt", article(0));
  const Ended e = qogam("analyze a.txt -o out.jsonl --log no/such/folder/log");
  EXPECT_EQ(e.code, 3);
  EXPECT_TRUE(has(e.err, "no/such/folder/log") && has(e.err, "No such file")) << e.err;
  EXPECT_FALSE(exists("out.jsonl") || exists("out.jsonl.part"));
}

TEST_F(Log, summary_where_something_failed) {
  write_inputs();
  const Ended e = qogam("analyze news no.txt -o out.jsonl");
  EXPECT_TRUE(has(e.err, "qogam: 6 documents, ")) << e.err;
  EXPECT_TRUE(has(e.err, "; 2 failed: 1 empty, 1 not_found")) << e.err;
  EXPECT_TRUE(has(e.err, "; 1 are near-duplicates of others")) << e.err;
  EXPECT_TRUE(has(e.err, "4: ") && has(e.err, "[empty]")) << e.err;
}

TEST_F(Log, summary_only_where_it_is_asked_for_or_something_failed) {
  write("a.txt", "Аким провёл встречу с жителями города.\n");
  EXPECT_FALSE(has(qogam("analyze a.txt -o out.jsonl").err, " documents, "));
  EXPECT_TRUE(has(qogam("analyze a.txt -o out.jsonl --progress always").err, " documents, "));
  write("empty.txt", "");
  EXPECT_TRUE(has(qogam("analyze a.txt empty.txt -o out.jsonl --progress never").err, "2 documents, "));
}

}  // namespace
}  // namespace qogam::cli::test
