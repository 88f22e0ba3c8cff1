// Inputs made of other inputs, the same ones in every run.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace qogam::fuzz {

// Cheap stand-in for libFuzzer's: no feedback from the program. For one thread at a time.
class Mutator {
 public:
  // `seeds` must not be empty and outlive it. Mutants have `longest` bytes at most.
  Mutator(const std::vector<std::string>& seeds, std::size_t longest) : seeds_(seeds), longest_(longest) {}

  // The next mutant: some seed, altered in one to eight places.
  std::string next();

 private:
  std::size_t below(std::size_t count) { return count == 0 ? 0 : random_() % count; }
  const std::string& seed() { return seeds_[below(seeds_.size())]; }
  std::string piece(const std::string& of);
  void alter(std::string& input);

  const std::vector<std::string>& seeds_;
  std::size_t longest_;
  std::mt19937_64 random_;  // its default seed and its numbers are laid down by the standard
};

}  // namespace qogam::fuzz
