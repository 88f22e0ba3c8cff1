// Mentions joined into entities: mentions as a table, entities on one line.
#include "link/entities.h"

#include <gtest/gtest.h>

#include "support/analysis.h"
#include "support/dump.h"

namespace qogam::link {
namespace {

using qogam::test::real_knowledge;

struct Said {
  MentionType type;
  const char *text, *name, *kind;
};

Document with(const std::vector<Said>& said) {
  Document d;
  for (const Said& s : said) {
    const auto at = static_cast<std::uint32_t>(d.text.size());
    d.text += std::string(s.text) + " ";
    Mention m;
    m.type = s.type;
    m.span = {at, at + static_cast<std::uint32_t>(std::string(s.text).size())};
    m.name = s.name;
    m.kind = s.kind;
    d.mentions.push_back(m);
  }
  make_entities(d, *real_knowledge());
  return d;
}

// "[person/person Ерлан Кошанов = Кошанов, Кошанову: 0 2]"
std::string dump(const Document& d) {
  std::string all;
  for (const Entity& e : d.entities) {
    all += (all.empty() ? "[" : " [") + e.type + "/" + e.kind + " " + e.name;
    if (!e.aliases.empty()) all += " = " + qogam::test::join(e.aliases, ", ");
    all += ":";
    for (const std::uint32_t m : e.mentions) all += " " + std::to_string(m);
    all += "]";
  }
  return all;
}

constexpr MentionType kPerson = MentionType::person, kOrganization = MentionType::organization,
                      kLocation = MentionType::location, kDate = MentionType::date;

TEST(Entities, people_are_joined_by_compatible_names) {
  EXPECT_EQ(dump(with({{kPerson, "Ерлана Кошанова", "Ерлан Кошанов", ""},
                       {kPerson, "Кошанову", "Кошанов", ""},
                       {kPerson, "Е. Кошанов", "Е. Кошанов", ""},
                       {kPerson, "Асхат Оралов", "Асхат Оралов", ""}})),
            "[person/person Ерлан Кошанов = Е. Кошанов, Ерлана Кошанова, Кошанову: 0 1 2] "
            "[person/person Асхат Оралов: 3]");
}

TEST(Entities, the_most_complete_name_counts_wherever_it_stands) {
  EXPECT_EQ(dump(with({{kPerson, "Кошанов", "Кошанов", ""},
                       {kPerson, "Ерлан Кошанов", "Ерлан Кошанов", ""}})),
            "[person/person Ерлан Кошанов = Кошанов: 0 1]");
}

TEST(Entities, namesakes_stay_apart) {
  EXPECT_EQ(dump(with({{kPerson, "Ерлан Кошанов", "Ерлан Кошанов", ""},
                       {kPerson, "Асхат Кошанов", "Асхат Кошанов", ""}})),
            "[person/person Ерлан Кошанов: 0] [person/person Асхат Кошанов: 1]");
}

TEST(Entities, organizations_are_joined_by_equal_names) {
  EXPECT_EQ(dump(with({{kOrganization, "ОФ «Ақ ниет»", "ОФ «Ақ ниет»", "ngo"},
                       {kOrganization, "ОФ \"Ақ Ниет\"", "ОФ \"Ақ Ниет\"", "ngo"},
                       {kOrganization, "акимата", "акимат", "state_body"},
                       {kOrganization, "акимату", "акимат", "state_body"}})),
            "[organization/ngo ОФ «Ақ ниет» = ОФ \"Ақ Ниет\": 0 1] "
            "[organization/state_body акимат = акимата, акимату: 2 3]");
}

TEST(Entities, places_and_bodies_of_one_name_stay_apart) {
  EXPECT_EQ(dump(with({{kLocation, "Астана", "Астана", "city"},
                       {kOrganization, "Астана", "Астана", "company"},
                       {kLocation, "Астаны", "Астана", "city"}})),
            "[location/city Астана = Астаны: 0 2] [organization/company Астана: 1]");
}

TEST(Entities, dates_and_the_like_are_no_entities) {
  const Document d = with({{kDate, "сегодня", "2024-04-19", ""},
                           {MentionType::position, "аким", "аким", "state"},
                           {MentionType::money, "5 тенге", "", ""}});
  EXPECT_TRUE(d.entities.empty());
  for (const Mention& m : d.mentions) EXPECT_EQ(m.entity, kNone);
}

TEST(Entities, without_a_kind_it_is_a_place_or_something_else) {
  EXPECT_EQ(dump(with({{kLocation, "Овраг", "Овраг", ""}})), "[location/place Овраг: 0]");
  EXPECT_EQ(dump(with({{kOrganization, "Клуб", "Клуб", ""}})), "[organization/other Клуб: 0]");
  EXPECT_EQ(dump(with({})), "");
}

TEST(Entities, mentions_and_entities_point_at_each_other) {
  const Document d = with({{kPerson, "Оралов", "Оралов", ""},
                           {kLocation, "Астана", "Астана", "city"},
                           {kPerson, "Асхат Оралов", "Асхат Оралов", ""}});
  for (std::size_t e = 0; e < d.entities.size(); ++e)
    for (const std::uint32_t m : d.entities[e].mentions)
      EXPECT_EQ(d.mentions[m].entity, static_cast<std::int32_t>(e));
}

}  // namespace
}  // namespace qogam::link
