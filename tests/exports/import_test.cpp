// Annotations that people made, and those that cannot be gold.
#include "exports/importer.h"

#include "exports/world.h"

namespace qogam::exports::test {
namespace {

// "<emoji> Akim A. B. promised" with one region at the given offsets.
Json task(int start, int end, const std::string& text, const std::string& label = "Person") {
  return {{"id", 7},
          {"data", {{"text", "\xF0\x9F\x98\x80 Akim A. B. promised"}, {"id", "x"}}},
          {"annotations",
           Json::array({{{"id", 1},
                         {"was_cancelled", false},
                         {"result", Json::array({{{"id", "r1"}, {"from_name", "label"}, {"to_name", "text"}, {"type", "labels"},
                                                  {"value", {{"start", start}, {"end", end}, {"text", text}, {"labels", {label}}}}}})}}})}};
}

Json& results(Json& task) { return task["annotations"][0]["result"]; }

class ImportTest : public ExportTest {
 protected:
  std::vector<Json> label_studio(const Json& tasks, const ImportOptions& options = {}) {
    save("export.json", tasks.dump());
    std::vector<Json> all;
    read_label_studio(folder_ / "export.json", options, [&](const Json& gold) { all.push_back(gold); });
    return all;
  }

  std::string refused(const Json& tasks, const ImportOptions& options = {}) {
    return message_of([&] { label_studio(tasks, options); });
  }

  std::vector<Json> brat(const std::string& text, const std::string& ann) {
    save("brat/doc.txt", text);
    save("brat/doc.ann", ann);
    std::vector<Json> all;
    read_brat(folder_ / "brat", {}, [&](const Json& gold) { all.push_back(gold); });
    return all;
  }

  std::string refused_brat(const std::string& text, const std::string& ann) {
    return message_of([&] { brat(text, ann); });
  }
};

bool has(const std::string& text, const std::string& piece) { return text.find(piece) != std::string::npos; }

TEST_F(ImportTest, code_points_and_utf16_are_told_apart_by_the_text) {
  for (const int shift : {0, 1}) {
    const Json gold = label_studio(Json::array({task(7 + shift, 12 + shift, "A. B.")})).at(0);
    EXPECT_EQ(gold["mentions"][0]["start"], 7);
    EXPECT_EQ(gold["mentions"][0]["text"], "A. B.");
  }
  ImportOptions utf16;
  utf16.unit = Unit::utf16;
  EXPECT_TRUE(has(refused(Json::array({task(7, 12, "A. B.")}), utf16), "region 'r1' at 7-12 that says 'A. B.'"));
  ImportOptions points;
  points.unit = Unit::code_points;
  EXPECT_TRUE(has(refused(Json::array({task(8, 13, "A. B.")}), points), "the text has '. B. '"));
}

TEST_F(ImportTest, half_a_pair_of_utf16_is_no_place) {
  ImportOptions utf16;
  utf16.unit = Unit::utf16;
  EXPECT_TRUE(has(refused(Json::array({task(1, 7, "")}), utf16), "no place of the text"));
}

TEST_F(ImportTest, what_cannot_be_gold_is_refused_by_file_task_and_region) {
  struct Row {
    Json task;
    const char* says;
  };
  Json unlabelled = task(7, 12, "A. B.");
  results(unlabelled).push_back({{"type", "relation"}, {"from_id", "r1"}, {"to_id", "r1"}, {"direction", "right"}});
  Json dangling = task(7, 12, "A. B.");
  results(dangling).push_back({{"type", "relation"}, {"from_id", "r1"}, {"to_id", "r9"}, {"labels", {"Actor"}}});
  Json twice = task(7, 12, "A. B.");
  results(twice).push_back(results(twice)[0]);
  Json post = task(7, 12, "A. B.");
  results(post).push_back({{"id", "r1"}, {"from_name", "post"}, {"type", "textarea"}, {"value", {{"text", {"akim of Abai"}}}}});
  Json endless = task(7, 12, "A. B.", "Money");
  results(endless).push_back({{"id", "r1"}, {"from_name", "amount"}, {"type", "textarea"}, {"value", {{"text", {"inf"}}}}});
  Json html = task(7, 12, "A. B.");
  results(html)[0]["value"]["start"] = "/div[1]/text()[1]";
  Json textless = task(7, 12, "A. B.");
  textless["data"].erase("text");
  const Row rows[] = {
      {task(7, 12, "A. C."), "says 'A. C.' where the text has 'A. B.'"},
      {task(7, 99, "A. B."), "no place of the text"},
      {task(12, 7, "A. B."), "no place of the text"},
      {task(7, 7, ""), "region 'r1' at 7-7"},
      {task(7, 12, "A. B.", "Dog"), "the label 'Dog'"},
      {task(7, 12, "A. B.", "Commitment"), "Commitment 'r1' has no CommitmentKind"},
      {task(7, 12, "A. B.", "Money"), "Money 'r1' has no amount"},
      {task(7, 12, "A. B.", "Report"), "Report 'r1' has no ReportSays"},
      {unlabelled, "without a label"},
      {dangling, "'r9', which is no region"},
      {twice, "two regions 'r1'"},
      {post, "status; position; organization"},
      {endless, "amount that is no number: 'inf'"},
      {html, "whose start is no offset"},
      {textless, "has no data.text"},
      {Json(5), "is no object"},
  };
  for (const Row& row : rows) {
    const std::string message = refused(Json::array({row.task}));
    EXPECT_TRUE(has(message, row.says)) << message;
    EXPECT_TRUE(has(message, "export.json': task 1")) << message;
  }
  save("export.json", "{\"data\": ");
  EXPECT_TRUE(has(message_of([&] { read_label_studio(folder_ / "export.json", {}, [](const Json&) {}); }), "is no JSON"));
  save("export.json", "[{\"a\": \"\xFF\"}]");
  EXPECT_TRUE(has(message_of([&] { read_label_studio(folder_ / "export.json", {}, [](const Json&) {}); }), "is no JSON: there is a mistake at byte 9")) << "bytes that are no UTF-8 are not repeated";
  save("export.json", "[{\"a\": 1e999}]");
  EXPECT_TRUE(has(message_of([&] { read_label_studio(folder_ / "export.json", {}, [](const Json&) {}); }), "cannot be read")) << "a number that no double holds";
  save("export.json", std::string(100000, '['));
  EXPECT_TRUE(has(message_of([&] { read_label_studio(folder_ / "export.json", {}, [](const Json&) {}); }), "nested too deep"));
  EXPECT_TRUE(has(message_of([&] { read_label_studio(folder_ / "none.json", {}, [](const Json&) {}); }), "Cannot read"));
}

TEST_F(ImportTest, the_annotation_that_counts) {
  Json several = task(7, 12, "A. B.");
  Json second = several["annotations"][0], cancelled = second;
  second["updated_at"] = "2026-02-01";
  second["result"] = Json::array();
  cancelled["was_cancelled"] = true;
  several["annotations"].push_back(second);
  several["annotations"].push_back(cancelled);
  EXPECT_TRUE(label_studio(Json::array({several})).at(0)["mentions"].empty());
  several["annotations"][0]["ground_truth"] = true;
  EXPECT_EQ(label_studio(Json::array({several})).at(0)["mentions"].size(), 1u);
  several.erase("annotations");
  EXPECT_TRUE(label_studio(Json::array({several})).empty());
}

TEST_F(ImportTest, regions_without_attributes_have_plain_ones) {
  const Json gold = label_studio(Json::array({task(7, 12, "A. B."), task(2, 6, "Akim", "Date")}));
  EXPECT_EQ(gold[0]["entities"][0]["name"], "A. B.");
  EXPECT_EQ(gold[0]["entities"][0]["kind"], "person");
  EXPECT_EQ(gold[1]["dates"][0]["value"], nullptr);
  EXPECT_EQ(gold[1]["dates"][0]["type"], "date");
}

TEST_F(ImportTest, controls_that_somebody_added_are_passed_over) {
  Json more = task(7, 12, "A. B.");
  results(more).push_back({{"id", "r1"}, {"from_name", "mood"}, {"type", "rating"}, {"value", {{"rating", 4}}}});
  results(more).push_back({{"id", "z"}, {"from_name", "comment"}, {"type", "textarea"}, {"value", {{"text", {"check"}}}}});
  EXPECT_EQ(label_studio(Json::array({more})).at(0)["mentions"].size(), 1u);
}

TEST_F(ImportTest, brat_names_file_and_line) {
  struct Row {
    const char *ann, *says;
  };
  const Row rows[] = {
      {"T1\tPerson 5 10\tA. B.\nT2\tPerson 5 9\tA. B.\n", "doc.ann:2: T2 says 'A. B.' where the text has 'A. B'"},
      {"T1\tDog 5 10\tA. B.\n", "doc.ann:1: 'Dog' is no label"},
      {"T1\tPerson 5 99\tA. B.\n", "'5 99' is no place"},
      {"T1\tPerson 10 5\tA. B.\n", "'10 5' is no place"},
      {"T1\tPerson\tA. B.\n", "'' is no place"},
      {"T1\tPerson 0 4;11 19\tAkim promised\n", "have words between them"},
      {"T1 Person 5 10\n", "no tab"},
      {"\nT1\tCommitment 5 10\tA. B.\n", "doc.ann:2: Commitment 'T1' has no CommitmentKind"},
      {"A1\tIndirect T1\n", "belongs to no region"},
      {"T1\tCommitment 5 10\tA. B.\nA1\tCommitmentKind T1 dream\n", "doc.ann:2: 'dream' is no value"},
      {"R1\tActor Arg1:T1 Arg2:T2\n", "no region T1"},
      {"R1\tActor T1 T2\n", "a relation is written"},
      {"E1\tMeet:T1\n", "events cannot be imported"},
      {"T1\tPerson 5 10\tA. B.\nT1\tPerson 0 4\tAkim\n", "two annotations T1"},
      {"T1\tPerson 5 10\tA. B.\n#1\tAnnotatorNotes T1\t\xFF\n", "not UTF-8"},
  };
  for (const Row& row : rows) {
    const std::string message = refused_brat("Akim A. B. promised", row.ann);
    EXPECT_TRUE(has(message, row.says)) << message;
    EXPECT_TRUE(has(message, "doc.ann:")) << message;
  }
  fs::remove(folder_ / "brat/doc.txt");
  EXPECT_TRUE(has(message_of([&] { read_brat(folder_ / "brat", {}, [](const Json&) {}); }), "Cannot read"));
  fs::remove(folder_ / "brat/doc.ann");
  EXPECT_TRUE(has(message_of([&] { read_brat(folder_ / "brat", {}, [](const Json&) {}); }), "There is no .ann file"));
}

TEST_F(ImportTest, brat_takes_what_a_person_wrote_by_hand) {
  const Json gold = brat("Akim A. B. promised\n\nto come by May", "#9\tAnnotatorNotes T4\tkind of odd, value = 2024-05 | check=me\r\n"
                         "T1\tPerson 5 10\tA. B.\r\nT2\tCommitment 11 19;21 35\tpromised to come by May\r\nT4\tDate 29 35\tby May\r\n"
                         "A7\tCommitmentKind T2 promise\r\nR1\tActor Arg1:T2 Arg2:T1\r\nR2\tDeadline Arg1:T2 Arg2:T4\r\n*\tEquiv T1 T4\r\n").at(0);
  EXPECT_EQ(gold["id"], "doc");
  const Json& commitment = gold["commitments"][0];
  EXPECT_EQ(commitment["text"], "promised\n\nto come by May");
  EXPECT_EQ(commitment["actor_name"], "A. B.");
  EXPECT_EQ(commitment["deadline"], (Json{{"text", "by May"}, {"value", nullptr}, {"begin", nullptr}, {"end_date", nullptr}}));
}

TEST_F(ImportTest, gold_is_written_all_or_none_and_never_over_gold) {
  const ImportFormat& format = *find_import("labelstudio");
  Json other = task(7, 12, "A. B.");
  other["data"]["id"] = "../y";
  save("two.json", Json::array({task(7, 12, "A. B."), other}).dump());
  EXPECT_EQ(import_gold(format, folder_ / "two.json", folder_ / "gold"), 2u);
  EXPECT_EQ(Json::parse(bytes_of(folder_ / "gold/x.gold.json"))["id"], "x");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_ / "gold"), fs::directory_iterator()), 2);
  EXPECT_TRUE(has(message_of([&] { import_gold(format, folder_ / "two.json", folder_ / "gold"); }), "is there already"));
  save("bad.json", Json::array({task(7, 12, "A. B."), task(7, 12, "A. C.")}).dump());
  EXPECT_TRUE(has(message_of([&] { import_gold(format, folder_ / "bad.json", folder_ / "none"); }), "task 2"));
  EXPECT_FALSE(fs::exists(folder_ / "none"));
  EXPECT_FALSE(fs::exists(folder_ / "none.part"));
}

// Broken input is ordinary: whatever is taken out or changed, there is gold or an Error.
TEST_F(ImportTest, torn_exports_never_crash) {
  Json whole = task(7, 12, "A. B.");
  results(whole).push_back({{"id", "r1"}, {"from_name", "name"}, {"type", "textarea"}, {"value", {{"text", {"A. B."}}}}});
  const Json flat = Json::array({whole}).flatten();
  for (const auto& [path, value] : flat.items())
    for (const Json& other : {Json(), Json(-1), Json("x"), Json(1e300), Json(true)}) {
      Json changed = flat;
      changed[path] = other;
      message_of([&] { label_studio(changed.unflatten()); });
    }
  const std::string ann = "T1\tPerson 5 10\tA. B.\nA1\tEntityKind T1 person\nR1\tActor Arg1:T1 Arg2:T1\n#1\tAnnotatorNotes T1\tname=A\\|B\n";
  for (std::size_t i = 0; i < ann.size(); ++i)
    for (const char c : {'\t', '\n', ' ', ';', '9', '|'}) {
      std::string changed = ann;
      changed[i] = c;
      message_of([&] { brat("Akim A. B. promised", changed); });
    }
}

}  // namespace
}  // namespace qogam::exports::test
