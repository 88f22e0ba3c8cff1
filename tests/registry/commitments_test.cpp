// Commitments across articles: what is told of one and the same.
#include "registry/commitments.h"

#include <gtest/gtest.h>

#include "registry/registry.h"

namespace qogam::registry::test {
namespace {

// A telling in an article of its own.
struct Told {
  const char *id, *day, *says, *text, *deadline;
  const char* language = "ru";
  const char* town = "Темиртау";
};

struct Story {
  std::vector<ArticleEntities> entities;
  std::vector<ArticleClauses> clauses;
};

Story story_of(const std::vector<Told>& told) {
  Story story;
  for (const Told& t : told) {
    const auto number = static_cast<std::int64_t>(story.entities.size()) + 1;
    const std::string office = std::string(t.language) == "kk" ? "ТКШ бөлімі" : "отдел ЖКХ";
    story.entities.push_back({.number = number, .id = t.id, .day = t.day, .language = t.language, .people = {}, .bodies = {{"e1", "state_body", office, 1}}, .places = {{"e2", "city", t.town, 2}}, .roles = {}});
    const bool report = std::string(t.says) == "done" || std::string(t.says) == "failed";
    ArticleClause clause{.start = 10, .end = 90, .text = t.text, .context = t.text, .says = t.says, .kind = report ? "" : "promise", .actor = "e1", .actor_name = office, .said_by = {}, .said_by_name = {}, .deadline_text = {}, .deadline_begin = {}, .deadline_end = t.deadline, .topics = {}};
    story.clauses.push_back({.number = number, .id = t.id, .day = t.day, .language = t.language, .title = "", .clauses = {clause}});
  }
  return story;
}

CommitmentsFound track(const Story& story, const Decisions& decisions = {}) {
  const BodiesFound bodies = bodies_of(story.entities);
  const PeopleFound people = people_of(story.entities);
  return track_commitments({story.entities, story.clauses, bodies, people}, knowledge(), spelling(), concepts(), decisions);
}

// "a:promised b:moved | c:promised"
std::string told_of(const CommitmentsFound& found) {
  std::string all;
  for (const Commitment& c : found.commitments) {
    all += all.empty() ? "" : " |";
    for (const Telling& t : c.tellings) all += std::string(all.empty() ? "" : " ") + t.document + ":" + t.says;
  }
  return all;
}

constexpr const char *kAbay = "Отремонтируем улицу Абая", *kAuezov = "Отремонтируем улицу Ауэзова", *kAbayKk = "Биыл Абай көшесін жөндейміз";

TEST(Commitments, tellings) {
  const struct {
    const char* what;
    std::vector<Told> told;
    const char* commitments;
  } cases[] = {
      {"said again", {{"a", "2023-02-01", "promised", kAbay, "2023-09-01"}, {"b", "2023-03-01", "promised", "Улица Абая будет отремонтирована", "2023-09-01"}}, "a:promised b:repeated"},
      {"said again in the other language", {{"a", "2023-02-01", "promised", kAbay, "2023-09-01"}, {"b", "2023-03-01", "promised", kAbayKk, "2023-09-01", "kk", "Теміртау"}}, "a:promised b:repeated"},
      {"a later deadline moves it", {{"a", "2023-02-01", "promised", kAbay, "2023-09-01"}, {"b", "2023-08-01", "promised", "Ремонт улицы Абая завершим", "2023-11-01"}}, "a:promised b:moved"},
      {"done and then not", {{"a", "2023-02-01", "promised", kAbay, "2023-09-01"}, {"b", "2023-09-10", "done", "Улица Абая отремонтирована", ""}, {"c", "2023-10-10", "failed", "Улицу Абая так и не отремонтировали", ""}}, "a:promised b:done c:failed"},
      {"another street", {{"a", "2023-02-01", "promised", kAbay, "2023-09-01"}, {"b", "2023-02-02", "promised", kAuezov, "2023-09-01"}}, "a:promised | b:promised"},
      {"another street in the other language", {{"a", "2023-02-01", "promised", kAuezov, "2023-09-01"}, {"b", "2023-03-01", "promised", kAbayKk, "2023-09-01", "kk", "Теміртау"}}, "a:promised | b:promised"},
      {"another school", {{"a", "2023-02-01", "promised", "Построим школу № 5", "2023-09-01"}, {"b", "2023-02-02", "promised", "Построим школу № 7", "2023-09-01"}}, "a:promised | b:promised"},
      {"another year", {{"a", "2023-02-01", "promised", "Озеленим парк", "2023-09-01"}, {"b", "2024-02-02", "promised", "Озеленим парк", "2024-09-01"}}, "a:promised | b:promised"},
      {"something else", {{"a", "2023-02-01", "promised", kAbay, "2023-09-01"}, {"b", "2023-02-02", "promised", "Откроем детский сад", "2023-09-01"}}, "a:promised | b:promised"},
      {"the same in another town", {{"a", "2023-02-01", "promised", "Построим бассейн", "2023-09-01"}, {"b", "2023-02-02", "promised", "Построим бассейн", "2023-09-01", "ru", "Жаркент"}}, "a:promised | b:promised"},
      {"a report of nothing that was promised is left out", {{"a", "2023-02-01", "done", "Улица Абая отремонтирована", ""}, {"b", "2023-02-02", "promised", "Откроем детский сад", ""}}, "b:promised"},
      {"what moves a promise that nobody saw begins one", {{"a", "2023-08-01", "moved", "Ремонт улицы Абая перенесли", "2023-11-01"}}, "a:moved"},
      {"but not where nothing says when", {{"a", "2023-08-01", "moved", "Ремонт улицы Абая перенесли", ""}}, ""},
      {"by day, whatever the order of storing", {{"b", "2023-03-01", "promised", kAbay, "2023-09-01"}, {"a", "2023-02-01", "promised", kAbay, "2023-09-01"}}, "a:promised b:repeated"},
      {"what has no day comes last", {{"a", "", "promised", kAbay, "2023-09-01"}, {"b", "2023-03-01", "promised", kAbay, "2023-09-01"}}, "b:promised a:repeated"},
      {"nothing", {}, ""},
  };
  for (const auto& c : cases) EXPECT_EQ(told_of(track(story_of(c.told))), c.commitments) << c.what;
}

TEST(Commitments, same_is_obeyed) {
  const Story story = story_of({{"a", "2023-02-01", "promised", kAbay, "2023-09-01"}, {"b", "2023-02-02", "promised", "Откроем детский сад", "2023-09-01"}});
  for (const bool turned : {false, true}) {
    Decisions decisions;
    decisions.same = {turned ? std::pair<std::string, std::string>("b@10", "a@10") : std::pair<std::string, std::string>("a@10", "b@10")};
    const auto found = track(story, decisions);
    EXPECT_EQ(told_of(found), "a:promised b:repeated");
    EXPECT_EQ(found.commitments[0].tellings[1].reason, "decided in the review");
    EXPECT_TRUE(found.doubts.empty());
  }
}

TEST(Commitments, a_report_that_fits_none_joins_by_decision) {
  const Story story = story_of({{"a", "2023-02-01", "promised", kAbay, "2023-09-01"}, {"b", "2023-10-02", "done", "Работы завершены, сообщили в отделе", ""}});
  EXPECT_EQ(told_of(track(story)), "a:promised");
  Decisions decisions;
  decisions.same = {{"b@10", "a@10"}};
  EXPECT_EQ(told_of(track(story, decisions)), "a:promised b:done");
}

TEST(Commitments, a_report_that_stands_before_the_promise_joins_by_decision) {
  const Story story = story_of({{"b", "2023-01-02", "done", "Работы завершены, сообщили в отделе", ""}, {"a", "2023-02-01", "promised", kAbay, "2023-09-01"}, {"c", "2023-03-01", "promised", kAbay, "2023-09-01"}});
  Decisions decisions;
  decisions.same = {{"b@10", "a@10"}};
  EXPECT_EQ(told_of(track(story, decisions)), "a:promised b:done c:repeated");
}

TEST(Commitments, same_as_the_same_is_the_same) {
  const Story story = story_of({{"a", "2023-02-01", "promised", kAbay, "2023-09-01"}, {"b", "2023-02-02", "promised", "Откроем детский сад", "2023-09-01"}, {"c", "2023-02-03", "promised", "Построим бассейн", "2023-09-01"}});
  Decisions decisions;
  decisions.same = {{"a@10", "c@10"}, {"b@10", "c@10"}};
  EXPECT_EQ(told_of(track(story, decisions)), "a:promised b:repeated c:repeated");
}

// What analyze wrote with --no-text has no sentences.
TEST(Commitments, reports_without_a_context_are_kept_apart) {
  Story story = story_of({{"a", "2023-02-01", "promised", kAbay, "2023-09-01"}, {"b", "2023-02-02", "promised", "Откроем детский сад", "2023-09-01"}, {"c", "2023-09-10", "done", "Улица Абая отремонтирована", ""}});
  ArticleClause failed = story.clauses[2].clauses[0];
  failed.says = "failed", failed.text = "Детский сад так и не открыли", failed.start = 100, failed.end = 140;
  story.clauses[2].clauses.push_back(failed);
  for (ArticleClause& clause : story.clauses[2].clauses) clause.context.clear();
  EXPECT_EQ(told_of(track(story)), "a:promised c:done | b:promised c:failed");
}

TEST(Commitments, apart_is_obeyed) {
  const Story story = story_of({{"a", "2023-02-01", "promised", kAbay, "2023-09-01"}, {"b", "2023-03-01", "promised", kAbay, "2023-09-01"}});
  Decisions decisions;
  decisions.apart = {{"a@10", "b@10"}};
  const auto found = track(story, decisions);
  EXPECT_EQ(told_of(found), "a:promised | b:promised");
  EXPECT_TRUE(found.doubts.empty()) << "it is decided";
}

TEST(Commitments, ratings_go_with_any_telling) {
  const Story story = story_of({{"a", "2023-02-01", "promised", kAbay, "2023-09-01"}, {"b", "2023-09-10", "done", "Улица Абая отремонтирована", ""}});
  for (const char* key : {"a@10", "b@10"}) {
    Decisions decisions;
    decisions.ratings[key] = {"kept", "Айгүл", "2023-10-01", "осмотр", ""};
    const auto found = track(story, decisions);
    ASSERT_EQ(found.commitments.size(), 1u);
    EXPECT_EQ(found.commitments[0].rating.status, "kept") << key;
    EXPECT_EQ(found.commitments[0].rating.by, "Айгүл") << key;
  }
  EXPECT_EQ(track(story).commitments[0].rating.status, "not_yet_rated");
}

TEST(Commitments, the_latest_rating_counts) {
  const Story story = story_of({{"a", "2023-02-01", "promised", kAbay, "2023-09-01"}, {"b", "2023-09-10", "done", "Улица Абая отремонтирована", ""}});
  Decisions decisions;
  decisions.ratings["a@10"] = {"kept", "Айгүл", "2023-11-01", "осмотр", ""};
  decisions.ratings["b@10"] = {"stalled", "Айгүл", "2023-10-01", "осмотр", ""};
  EXPECT_EQ(track(story, decisions).commitments[0].rating.status, "kept");
}

TEST(Commitments, what_a_commitment_holds) {
  const auto found = track(story_of({{"a", "2023-02-01", "promised", kAbay, "2023-09-01"}, {"b", "2023-08-01", "promised", "Ремонт улицы Абая завершим", "2023-11-01"}}));
  ASSERT_EQ(found.commitments.size(), 1u);
  const Commitment& c = found.commitments[0];
  EXPECT_EQ(c.text, kAbay);
  EXPECT_EQ(c.kind, "promise");
  EXPECT_EQ(c.place, "Темиртау");
  EXPECT_EQ(c.actor[0], 'b');
  EXPECT_EQ(c.tellings[0].reason, "");
  EXPECT_NE(c.tellings[1].reason, "");
  const Facts facts = facts_of(c, "2023-12-01");
  EXPECT_TRUE(facts.moved);
  EXPECT_EQ(facts.deadline, "2023-11-01");
  EXPECT_EQ(facts.deadline_state, "passed");
}

TEST(Commitments, ids_stay_when_articles_are_added_behind) {
  std::vector<Told> told = {{"a", "2023-02-01", "promised", kAbay, "2023-09-01"}, {"b", "2023-02-02", "promised", kAuezov, "2023-09-01"}};
  const auto before = track(story_of(told));
  told.push_back({"c", "2023-09-20", "done", "Улица Ауэзова отремонтирована", ""});
  const auto after = track(story_of(told)), again = track(story_of(told));
  EXPECT_EQ(told_of(after), "a:promised | b:promised c:done");
  EXPECT_EQ(told_of(again), told_of(after));
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(before.commitments[i].id, after.commitments[i].id);
    EXPECT_EQ(again.commitments[i].id, after.commitments[i].id);
  }
}

// A promise and its report in one article, and clauses of one sentence.
TEST(Commitments, clauses_of_one_article) {
  Story story = story_of({{"a", "2023-02-01", "promised", kAbay, "2023-09-01"}});
  ArticleClause moved = story.clauses[0].clauses[0];
  moved.says = "moved", moved.kind = "", moved.deadline_end = "2023-11-01";
  story.clauses[0].clauses.push_back(moved);
  const auto found = track(story);
  ASSERT_EQ(told_of(found), "a:moved");
  EXPECT_EQ(found.commitments[0].tellings[0].deadline, "2023-11-01");
}

}  // namespace
}  // namespace qogam::registry::test
