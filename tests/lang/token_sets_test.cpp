// What is told of a program before it runs.
#include "lang/token_sets.h"

#include <gtest/gtest.h>

#include <vector>

namespace qogam::lang {
namespace {

Instruction word(std::uint32_t number, std::uint32_t next) { return {.op = Op::word, .a = number, .next = next}; }
Instruction form(std::uint32_t number, std::uint32_t next) { return {.op = Op::form, .a = number, .next = next}; }
Instruction entry(std::uint32_t lexicon, std::uint32_t next) { return {.op = Op::lexicon, .a = lexicon, .next = next}; }
Instruction split(std::uint32_t first, std::uint32_t second) { return {.op = Op::split, .next = first, .other = second}; }
Instruction look(std::uint32_t inside, std::uint32_t next) { return {.op = Op::look, .next = next, .other = inside}; }
constexpr Instruction kAccept{.op = Op::accept};

TEST(TokenSets, alternatives_of_one_token_each_are_one_set) {
  // (a | any | b~) and the end.
  std::vector<Instruction> program{kAccept, word(70, 0), {.op = Op::any, .next = 0}, form(900, 0), split(2, 3), split(1, 4)};
  const TokenSets found = find_token_sets(program);
  ASSERT_EQ(found.sets.size(), 1u);
  EXPECT_EQ(program[5].a, 1u);
  EXPECT_EQ(program[4].a, 0u) << "a split within the set needs none of its own";
  const TokenSetRecord& set = found.sets[0];
  EXPECT_EQ(set.next, 0u);
  EXPECT_EQ(found.alternatives, (std::vector<std::uint32_t>{1, 3, 2})) << "words and forms stand first";
  EXPECT_EQ(set.numbered, 2u);
  EXPECT_EQ(set.others, 1u);
  EXPECT_TRUE(set.may_have(70));
  EXPECT_TRUE(set.may_have(900));
  EXPECT_FALSE(set.may_have(71));
}

TEST(TokenSets, ways_of_several_lengths_or_to_several_places_are_none) {
  std::vector<Instruction> entries{kAccept, word(1, 0), entry(2, 0), split(1, 2)};
  EXPECT_TRUE(find_token_sets(entries).sets.empty());
  std::vector<Instruction> longer{kAccept, word(1, 0), word(2, 1), split(1, 2)};
  EXPECT_TRUE(find_token_sets(longer).sets.empty());
  std::vector<Instruction> loop{kAccept, {}, split(1, 0)};
  loop[1] = word(1, 2);
  EXPECT_TRUE(find_token_sets(loop).sets.empty());
}

TEST(TokenSets, a_look_ahead_needs_one_thing_only_and_that_may_be_an_entry) {
  std::vector<Instruction> program{kAccept, entry(2, 0), look(1, 0)};
  const TokenSets found = find_token_sets(program);
  ASSERT_EQ(found.sets.size(), 1u);
  EXPECT_EQ(program[2].a, 1u);
  EXPECT_EQ(found.sets[0].others, 1u);
  std::vector<Instruction> two{kAccept, word(2, 0), word(1, 1), look(2, 0)};
  EXPECT_TRUE(find_token_sets(two).sets.empty()) << "two tokens in a row";
}

TEST(TokenSets, ways_meet_where_several_instructions_lead_or_one_takes_several_lengths) {
  std::vector<Instruction> program{kAccept, word(1, 0), word(2, 0), split(1, 2)};
  find_token_sets(program);
  EXPECT_EQ(program[0].joins, 1);
  EXPECT_EQ(program[1].joins, 0);
  std::vector<Instruction> entries{kAccept, entry(1, 0)};
  find_token_sets(entries);
  EXPECT_EQ(entries[0].joins, 1);
}

}  // namespace
}  // namespace qogam::lang
