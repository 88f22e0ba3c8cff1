// Many documents through fake stages: order, failures, stopping.
#include "pipeline/run.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>

#include "pipeline/fakes.h"

namespace qogam::pipeline {
namespace {

using test::add;
using test::Stages;

// Takes unequal time, so that documents overtake each other; throws at every seventh.
void uneven(Document& d) {
  const int number = std::stoi(d.id);
  std::this_thread::sleep_for(std::chrono::microseconds((number * 37) % 11 * 100));
  if (number % 7 == 3) throw std::runtime_error("seven");
  d.text = "text " + d.id;
}

void after(Document& d) { d.text += "!"; }

Pipeline fake_pipeline() {
  Stages s;
  add(s, "uneven", Layer::source, Layer::text, uneven);
  add(s, "after", Layer::text, Layer::segments, after);
  return Pipeline::of(std::move(s), Layer::source, Layer::text | Layer::segments);
}

Next numbered(int count) {
  return [count, n = 0]() mutable -> std::optional<Document> {
    if (n == count) return std::nullopt;
    Document d;
    d.id = std::to_string(n++);
    d.source.bytes.assign(1000, 'x');
    return d;
  };
}

std::string serialise(const Document& d) {
  return d.id + ":" + (d.error ? d.error->stage + "/" + d.error->message : d.text) + "\n";
}

std::string output(RunOptions options, int count = 200) {
  std::string all;
  run(
      fake_pipeline(), numbered(count), serialise,
      [&](Result&& r) {
        all += r.output;
        return true;
      },
      options);
  return all;
}

TEST(Run, same_bytes_for_any_number_of_threads) {
  const std::string one = output({.jobs = 1});
  EXPECT_EQ(std::count(one.begin(), one.end(), '\n'), 200);
  EXPECT_EQ(output({.jobs = 2}), one);
  EXPECT_EQ(output({.jobs = 8}), one);
}

TEST(Run, same_bytes_where_the_reading_thread_has_to_work) {
  EXPECT_EQ(output({.jobs = 4, .bytes_in_flight = 1500}), output({.jobs = 1}));
}

TEST(Run, exception_of_a_stage_becomes_an_error_in_its_place) {
  const std::string all = output({.jobs = 4}, 5);
  EXPECT_EQ(all, "0:text 0!\n1:text 1!\n2:text 2!\n3:uneven/seven\n4:text 4!\n");
}

TEST(Run, document_that_comes_with_an_error_is_left_as_it_is) {
  Document d;
  d.id = "1";
  d.error = Problem{"not_found", "gone", "read"};
  fake_pipeline().analyze(d);
  EXPECT_EQ(d.text, "");
  EXPECT_EQ(d.error->code, "not_found");
}

TEST(Run, ends_when_the_taker_has_had_enough) {
  int taken = 0;
  run(fake_pipeline(), numbered(100000), serialise, [&](Result&&) { return ++taken < 3; },
      {.jobs = 4});
  EXPECT_EQ(taken, 3);
}

TEST(Run, stop_flag_finishes_what_is_begun) {
  std::atomic<bool> stop{false};
  std::string all;
  run(fake_pipeline(), numbered(100000), serialise,
      [&](Result&& r) {
        all += r.output;
        if (r.id == "10") stop = true;
        return true;
      },
      {.jobs = 4, .stop = &stop});
  EXPECT_GE(std::count(all.begin(), all.end(), '\n'), 11);
  EXPECT_LE(std::count(all.begin(), all.end(), '\n'), 11 + 16);
}

TEST(Run, exception_of_the_taker_comes_out) {
  EXPECT_THROW(run(fake_pipeline(), numbered(100), serialise,
                   [](Result&&) -> bool { throw std::runtime_error("disk full"); }, {.jobs = 2}),
               std::runtime_error);
}

}  // namespace
}  // namespace qogam::pipeline
