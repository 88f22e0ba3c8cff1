// What a run came to, for people.
#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <string>

#include "cli/run_log.h"
#include "pipeline/run.h"

namespace qogam::cli {

// Counts results. For one thread at a time.
class Summary {
 public:
  void add(const pipeline::Result& result);

  std::size_t documents() const { return end_.documents; }
  std::size_t failed() const { return end_.failed; }
  std::size_t warned() const { return end_.warned; }

  // "1 204 documents, 56.7 MB in 20.1 s (2.8 MB/s); 3 failed: 2 too_large, 1 invalid_json; 12 are
  // near-duplicates". `bytes` is what was read of the inputs.
  std::string sentence(std::size_t bytes) const;
  RunLog::End end(std::size_t bytes, std::size_t passed_over, int exit_code) const;

 private:
  using Clock = std::chrono::steady_clock;
  double seconds() const { return std::chrono::duration<double>(Clock::now() - begin_).count(); }

  RunLog::End end_;
  std::map<std::string, std::size_t> causes_;
  Clock::time_point begin_ = Clock::now();
};

}  // namespace qogam::cli
