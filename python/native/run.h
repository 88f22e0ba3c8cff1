// A run over many documents on threads of its own, between a caller who brings documents and takes results.
// Knows nothing of Python: its threads never need the interpreter, so that they can be stopped at any time.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "native/engine.h"
#include "pipeline/near_duplicates.h"
#include "read/unique_ids.h"

namespace qogam::python {

// All methods are for the caller's one thread at a time, but stop(), which any thread may call.
//
// Memory is bounded: so many documents wait to be begun, so many results to be taken, and pipeline::run() bounds what
// is between them. A caller who only takes and never brings ends up waiting for ever, unless end() was called.
class Run {
 public:
  using Next = std::function<std::optional<Document>()>;
  enum class State {
    result,   // take() has one
    room,     // put() may be called
    nothing,  // neither in the time given
    done,     // neither will ever be
  };

  // `jobs`: threads, 0 one a core. `duplicates`: so many articles back near-duplicates are looked for. `source`: where
  // documents come from, called by one thread of the run at a time; null: they come by put().
  // Throws Error{usage} where forked().
  Run(std::shared_ptr<const Engine> engine, std::size_t jobs, std::size_t duplicates, Next source = nullptr);
  ~Run();
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;

  // Waits at most so long for a result or, where `or_room`, for room; a result goes before room. Throws Error{usage} where
  // forked().
  State wait(std::chrono::nanoseconds most, bool or_room = true);

  // A further document; only where there is room.
  void put(Document&& document);

  // No document comes after those put.
  void end();

  // The next result, in the order of the documents: a line with its line feed. Only where there is one.
  std::string take();

  // Begins no further document, waits for those begun and drops what was not taken. Then wait() gives `done`.
  void stop();

  // What ended the run before its time, once it is done; throws it.
  void rethrow();

  // stop() for all runs there are, for a program that ends.
  static void stop_all();

  // Whether this process was forked from one in which a run was made. The threads of runs are not in it, and their locks
  // may be held by nobody: a run of before must not be touched, nor destroyed.
  static bool forked();

 private:
  bool has_room() const;
  void go();
  std::optional<Document> next();
  bool give(std::string&& output);

  const std::shared_ptr<const Engine> engine_;
  const std::size_t jobs_;
  const Next source_;
  const std::size_t window_;
  read::UniqueIds ids_;

  std::mutex mutex_;  // of all below
  std::condition_variable changed_;
  std::deque<Document> inputs_;
  std::deque<std::string> outputs_;
  std::size_t input_bytes_ = 0, output_bytes_ = 0;
  bool begun_ = false, ended_ = false, done_ = false;
  std::exception_ptr failure_;

  std::atomic<bool> stop_{false};
  std::mutex joining_;
  std::thread thread_;  // the one in which pipeline::run() stays
};

}  // namespace qogam::python
