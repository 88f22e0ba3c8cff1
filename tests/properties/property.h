// Holds a property against many texts; of one that breaks it, it tells the smallest text that still does.
#pragma once

#include <gtest/gtest.h>

#include <cstdio>
#include <functional>
#include <string>
#include <vector>

#include "properties/texts.h"

namespace qogam::properties {

// What is wrong with what comes out of a text, or an empty string. Deterministic, takes any bytes.
using Complaint = std::function<std::string(const std::string& bytes)>;

inline constexpr std::size_t kMostShrinking = 400;  // texts tried to make one smaller

// Leaves out ever smaller pieces of the text as long as there is a complaint.
inline std::string shrunk(std::string text, const Complaint& complaint) {
  std::size_t tried = 0;
  for (std::size_t size = text.size() / 2; size > 0; size /= 2)
    for (std::size_t at = 0; at < text.size() && tried < kMostShrinking;) {
      std::size_t begin = at, end = std::min(at + size, text.size());
      while (begin > 0 && !text::starts_letter(text[begin])) --begin;
      while (end < text.size() && !text::starts_letter(text[end])) ++end;
      std::string without = text.substr(0, begin) + text.substr(end);
      ++tried;
      if (complaint(without).empty()) at += size;
      else text = std::move(without);
    }
  return text;
}

// As C++ and Python write it, so that it can be pasted into a test.
inline std::string escaped(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    char hex[8];
    std::snprintf(hex, sizeof hex, "\\x%02X", static_cast<unsigned char>(c));
    if (c == '\n') out += "\\n";
    else if (static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\' || c == 0x7F) out += hex;
    else out += c;
  }
  return out + "\"";
}

inline void expect_of(const std::string& text, const std::string& name, const Complaint& complaint) {
  if (complaint(text).empty()) return;
  const std::string small = shrunk(text, complaint);
  ADD_FAILURE() << name << ", made as small as may be:\n" << escaped(small) << "\n" << complaint(small);
}

// The property of each of the texts. Ends at the fifth that breaks it.
inline void expect_of_all(const std::vector<std::string>& texts, const std::string& name, const Complaint& complaint) {
  int broken = 0;
  for (std::size_t i = 0; i < texts.size() && broken < 5; ++i) {
    if (complaint(texts[i]).empty()) continue;
    ++broken;
    expect_of(texts[i], name + " " + std::to_string(i), complaint);
  }
}

using Maker = std::string (*)(Random&);

// Texts that `make` gives for the seeds from `first` on.
inline std::vector<std::string> made(Maker make, std::uint64_t first, std::size_t count) {
  std::vector<std::string> texts;
  for (std::uint64_t seed = first; seed < first + count; ++seed) {
    Random random(seed);
    texts.push_back(make(random));
  }
  return texts;
}

struct Amounts {
  std::uint64_t first_seed = 1;
  std::size_t random = 250, torn = 60;
  std::size_t step = 4;  // of real texts each so manieth
};

// The property of real, random and torn texts.
inline void expect_always(const Complaint& complaint, const Amounts& amounts = {}) {
  const std::string from = " from seed " + std::to_string(amounts.first_seed) + ", number";
  expect_of_all(made(random_text, amounts.first_seed, amounts.random), "random text" + from, complaint);
  expect_of_all(made(torn_article, amounts.first_seed, amounts.torn), "torn article" + from, complaint);
  expect_of_all(every(amounts.step, articles()), "article", complaint);
  expect_of_all(every(amounts.step, pages()), "page", complaint);
}

}  // namespace qogam::properties
