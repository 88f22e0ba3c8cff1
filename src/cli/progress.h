// A line on standard error that says how far the run is.
#pragma once

#include <chrono>
#include <cstdint>

namespace qogam::cli {

// Redraws five times a second at most. For one thread at a time.
class Progress {
 public:
  explicit Progress(bool on) : on_(on) {}
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // One more document is done, and so many bytes of the input of `total_bytes` are read; a total
  // of 0 is not known, and no time left is told.
  void add(bool failed, std::uintmax_t bytes_read, std::uintmax_t total_bytes);

  // Takes the line away, so that something else can be printed; the next add() brings it back.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  void draw(Clock::time_point now);
  void draw_bar() const;

  bool on_;
  bool drawn_ = false;
  std::uintmax_t total_ = 0, bytes_ = 0, documents_ = 0, failed_ = 0;
  Clock::time_point begin_ = Clock::now(), last_ = begin_;
};

}  // namespace qogam::cli
