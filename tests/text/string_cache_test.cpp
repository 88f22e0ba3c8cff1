// The table of strings that caches rest on, and the pool that threads borrow them from.
#include "text/string_cache.h"

#include <gtest/gtest.h>

#include <atomic>
#include <string>
#include <thread>

#include "text/hash.h"
#include "text/pool.h"

namespace qogam::text {
namespace {

TEST(StringCache, makes_each_value_once_and_keeps_it_where_it_is) {
  StringCache<int> cache;
  std::vector<int*> places;
  int made = 0;
  for (int n = 0; n < 5000; ++n) places.push_back(&cache.get("слово" + std::to_string(n), [&](auto*) { return ++made; }));
  EXPECT_EQ(made, 5000);
  EXPECT_EQ(cache.size(), 5000u);
  for (int n = 0; n < 5000; ++n) {
    int& value = cache.get("слово" + std::to_string(n), [&](auto*) { return ++made; });
    EXPECT_EQ(&value, places[static_cast<std::size_t>(n)]);
    EXPECT_EQ(value, n + 1);
  }
  EXPECT_EQ(made, 5000);
}

TEST(StringCache, strings_may_be_empty_and_hold_any_byte) {
  StringCache<int> cache;
  const std::string odd("a\0b", 3);
  cache.get("", [](auto*) { return 1; });
  cache.get(odd, [](auto*) { return 2; });
  cache.get("a", [](auto*) { return 3; });
  EXPECT_EQ(cache.get("", [](auto*) { return 0; }), 1);
  EXPECT_EQ(cache.get(odd, [](auto*) { return 0; }), 2);
  EXPECT_EQ(cache.key_bytes(), 4u);
}

TEST(StringCache, a_hash_that_was_expected_finds_the_same) {
  StringCache<int> cache;
  const std::uint64_t hash = cache.expect("қала");
  cache.get("қала", hash, [](auto*) { return 7; });
  EXPECT_EQ(cache.get("қала", [](auto*) { return 0; }), 7);
}

// What a value holds lies in the memory of its generation and is given back with it (the sanitizers look).
TEST(StringCache, forgets_values_that_hold_memory) {
  StringCache<std::pmr::string> cache;
  const auto long_text = [](std::pmr::memory_resource* memory) { return std::pmr::string(1000, 'x', memory); };
  for (int round = 0; round < 4; ++round) {
    for (int n = 0; n < 100; ++n) EXPECT_EQ(cache.get(std::to_string(100 * round + n), long_text).size(), 1000u);
    cache.trim(100);
    EXPECT_EQ(cache.size(), 100u) << "those of this round";
  }
}

TEST(StringCache, forgets_by_generations_only_where_there_is_too_much) {
  StringCache<int> cache;
  const auto fill = [&](int from, int to) {
    for (int n = from; n < to; ++n) cache.get(std::to_string(n), [&](auto*) { return n; });
  };
  fill(0, 500);
  cache.trim(1000);
  cache.trim(1000);
  EXPECT_EQ(cache.size(), 500u);
  fill(500, 501);
  cache.trim(1000);
  EXPECT_EQ(cache.size(), 501u) << "they are the older generation now";
  fill(501, 1002);
  cache.trim(1000);
  EXPECT_EQ(cache.size(), 501u) << "the first are forgotten";
  int made = 0;
  cache.get("600", [&](auto*) { return ++made; });
  cache.get("400", [&](auto*) { return ++made; });
  EXPECT_EQ(made, 1);
}

TEST(StringCache, what_is_asked_for_again_stays) {
  StringCache<std::pmr::vector<std::pmr::string>> cache;
  const auto value = [](std::pmr::memory_resource* memory) {
    std::pmr::vector<std::pmr::string> texts(memory);
    texts.emplace_back("a text that no short string has place for");
    return texts;
  };
  cache.get("often", value);
  for (int n = 0; n < 10'000; ++n) {
    cache.get(std::to_string(n), value);
    EXPECT_EQ(cache.get("often", [&](auto* memory) { ADD_FAILURE() << n; return value(memory); }).at(0), "a text that no short string has place for");
    cache.trim(100);
    EXPECT_LE(cache.size(), 102u);
  }
}

TEST(StringCache, long_strings_count_by_their_bytes) {
  StringCache<int> cache;
  cache.get(std::string(4'000'001, 'x'), [](auto*) { return 0; });
  cache.trim();
  cache.get(std::string(4'000'001, 'y'), [](auto*) { return 0; });
  cache.trim();
  EXPECT_EQ(cache.size(), 1u);
}

TEST(StringCache, a_value_that_cannot_be_made_leaves_no_trace) {
  StringCache<int> cache;
  EXPECT_THROW(cache.get("a", [](auto*) -> int { throw 1; }), int);
  EXPECT_EQ(cache.get("a", [](auto*) { return 5; }), 5);
  EXPECT_EQ(cache.size(), 1u);
}

TEST(Hash, differs_with_every_byte_and_the_length) {
  const std::string text = "Петропавл қаласы";
  for (std::size_t k = 0; k < text.size(); ++k) {
    std::string other = text;
    other[k] = static_cast<char>(other[k] ^ 1);
    EXPECT_NE(hash_of_bytes(text), hash_of_bytes(other)) << k;
    EXPECT_NE(hash_of_bytes(text), hash_of_bytes(text.substr(0, k))) << k;
  }
  EXPECT_NE(hash_of_bytes(std::string(1, '\0')), hash_of_bytes(std::string(2, '\0')));
}

TEST(Pool, lends_a_thing_to_one_at_a_time) {
  Pool<int> pool;
  std::atomic<int> made = 0, wrong = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([&] {
      for (int n = 0; n < 1000; ++n) {
        auto thing = pool.borrow([&] {
          ++made;
          return std::make_unique<int>(0);
        });
        if (++*thing != 1) ++wrong;
        --*thing;
        pool.give_back(std::move(thing));
      }
    });
  for (std::thread& t : threads) t.join();
  EXPECT_EQ(wrong, 0);
  EXPECT_GE(made, 1);
  EXPECT_LE(made, 4);
}

}  // namespace
}  // namespace qogam::text
