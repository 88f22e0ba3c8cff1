// Memory that matching works in, kept from sentence to sentence.
#pragma once

#include <cstdint>
#include <deque>
#include <vector>

namespace qogam::lang {

// Of one run of the pattern machine: a look-ahead runs inside another match and has its own.
struct MatcherFrame {
  struct Job {
    std::uint32_t pc, token;
    std::uint32_t slot, old;  // pc == kRestore: captures[slot] = old
  };
  static constexpr std::uint32_t kRestore = 0xFFFFFFFE;
  std::vector<Job> jobs;
  std::vector<std::uint64_t> visited;  // a bit for each (pc, token)
  std::vector<std::size_t> touched;    // which bits are set
  std::vector<std::uint32_t> before;   // captures ahead of a look-ahead
};

// One thread.
struct MatcherMemory {
  // A rule and a token at which it might match.
  struct Start {
    std::uint32_t rule, token;
    auto operator<=>(const Start&) const = default;
  };

  std::deque<MatcherFrame> frames;  // by depth; their addresses must not change
  std::vector<std::uint32_t> captures;
  std::vector<Start> starts;
  std::vector<std::int64_t> last_starts;  // the last token at which a rule may begin, by its number in its set; negative: none
};

}  // namespace qogam::lang
