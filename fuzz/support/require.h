// What a target holds true of every input.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace qogam::fuzz {

// Ends the program where `holds` is false, which is how a finding is told to libFuzzer and to the smoke runner.
inline void require(bool holds, const std::string& what) {
  if (holds) return;
  std::fprintf(stderr, "Does not hold: %s\n", what.c_str());
  std::abort();
}

}  // namespace qogam::fuzz
