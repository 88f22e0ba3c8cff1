// Where articles play.
#include "registry/places.h"

#include <gtest/gtest.h>

#include "registry/registry.h"

namespace qogam::registry::test {
namespace {

const PlaceReader& reader() {
  static const PlaceReader real(knowledge(), spelling());
  return real;
}

ArticleEntities article(std::vector<ArticleEntity> places) { return {.number = 1, .id = "a", .day = "2024-01-01", .language = "ru", .people = {}, .bodies = {}, .places = std::move(places), .roles = {}}; }

TEST(PlacesTest, one_place_in_two_languages) {
  const struct {
    const char *ru, *kk, *kind;
    bool same;
  } cases[] = {
      {"Темиртау", "Теміртау", "city", true},
      {"Алматинская область", "Алматы облысы", "region", true},
      {"Карагандинская область", "Қарағанды облысы", "region", true},
      {"Панфиловский район", "Панфилов ауданы", "district", true},
      {"область Жетысу", "Жетісу облысы", "region", true},
      {"Бухар-Жырауский район", "Бұқар жырау ауданы", "district", false},  // two words for one
      {"Талгарский район", "Талғар ауданы", "district", true},
      {"Темиртау", "Жаркент", "city", false},
      {"Темиртау", "Қарағанды", "city", false},
      {"Енбекшиказахский район", "Еңбекшіқазақ ауданы", "district", true},
  };
  for (const auto& c : cases)
    EXPECT_EQ(overlap(reader().of(article({{"e1", c.kind, c.ru, 1}})), reader().of(article({{"e1", c.kind, c.kk, 1}}))) > 0, c.same) << c.ru << " " << c.kk;
}

TEST(PlacesTest, weights_sum_to_one) {
  const Places places = reader().of(article({{"e1", "city", "Темиртау", 3}, {"e2", "region", "Карагандинская область", 1}, {"e3", "country", "Казахстан", 5}, {"e4", "street", "улица Абая", 5}}));
  double sum = 0;
  for (const auto& [stem, weight] : places) sum += weight;
  EXPECT_DOUBLE_EQ(sum, 1);
  EXPECT_EQ(places.size(), 2u);
  EXPECT_TRUE(reader().of(article({})).empty());
  EXPECT_EQ(overlap({}, places), 0);
  EXPECT_DOUBLE_EQ(overlap(places, places), 1);
}

TEST(PlacesTest, places_that_are_not_mentioned_have_no_weight) {
  for (const auto& [stem, weight] : reader().of(article({{"e1", "city", "Темиртау", 0}}))) EXPECT_EQ(weight, 0) << stem;
}

TEST(PlacesTest, the_main_place_is_named_most) {
  const auto a = article({{"e1", "city", "Караганда", 1}, {"e2", "city", "Темиртау", 4}, {"e3", "district", "Абайский район", 1}});
  EXPECT_EQ(reader().main_entity(a, "city")->ref, "e2");
  EXPECT_EQ(reader().main_entity(a, "district")->ref, "e3");
  EXPECT_EQ(reader().main_entity(a, "region"), nullptr);
  EXPECT_EQ(reader().main_entity(a, "street"), nullptr);
  EXPECT_EQ(reader().main(a, "district"), spelling().place("абайский"));
}

TEST(PlacesTest, the_region_of_a_town_that_is_known) {
  EXPECT_TRUE(same_place(reader().main(article({{"e1", "city", "Темиртау", 1}}), "region"), spelling().place("карагандинская")));
  EXPECT_EQ(reader().main(article({}), "region"), "");
}

TEST(PlacesTest, same_place_of_stems) {
  const struct {
    const char *a, *b;
    bool same;
  } cases[] = {{"алмат", "алмат", true}, {"панфил", "панфилов", true}, {"абай", "абайск", false}, {"караганд", "карагандин", true}, {"караганд", "карагандинск", false}, {"", "", false}};
  for (const auto& c : cases) {
    EXPECT_EQ(same_place(c.a, c.b), c.same) << c.a << " " << c.b;
    EXPECT_EQ(same_place(c.b, c.a), c.same) << c.b << " " << c.a;
  }
}

}  // namespace
}  // namespace qogam::registry::test
