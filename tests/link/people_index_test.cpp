// Looking people up gives whom comparing with everyone gives.
#include "link/people_index.h"

#include <gtest/gtest.h>

#include <deque>
#include <random>

#include "link/names.h"

namespace qogam::link {
namespace {

using Words = PeopleIndex::Words;

std::optional<std::size_t> by_comparing(const std::deque<Words>& people, const Words& words) {
  for (std::size_t p = 0; p < people.size(); ++p)
    if (same_person(people[p], words)) return p;
  return std::nullopt;
}

// Names of few words and letters, so that many are alike in one way or another.
Words some_name(std::mt19937& random) {
  static const std::vector<std::string> kWords{"абай", "ахметов", "ахметова", "болат", "бек", "серик", "серикович", "а", "б", "с"};
  Words words(1 + random() % 3);
  for (std::string& w : words) w = kWords[random() % kWords.size()];
  return words;
}

TEST(PeopleIndex, finds_whom_comparing_finds) {
  std::mt19937 random(7);
  for (int round = 0; round < 40; ++round) {
    PeopleIndex index;
    std::deque<Words> people;
    for (int n = 0; n < 300; ++n) {
      const Words words = some_name(random);
      const auto wanted = by_comparing(people, words), found = index.find(words);
      ASSERT_EQ(wanted, found) << "round " << round << ", name " << n;
      people.push_back(words);  // also of those who are known, so that there are many
      index.add(people.back());
    }
  }
}

}  // namespace
}  // namespace qogam::link
