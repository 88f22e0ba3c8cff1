// What a run did, as JSON Lines for programs.
#pragma once

#include <chrono>
#include <cstddef>
#include <fstream>
#include <mutex>
#include <string>

#include "pipeline/run.h"

namespace qogam::cli {

// One object a line: {"time", "event", …}, behind what the file has. Events: `start` (version, models,
// output), `resumed` (documents), `document` (id, path, status, bytes, codes of warnings, error, duplicate_of),
// `passed_over` (path), `notice` (message), `end` (what Summary counts, seconds, exit_code). Without a
// file nothing is written. Safe from any thread: members that are passed over are told by the one that reads.
class RunLog {
 public:
  // Empty: no log. Throws Error{input} where the file cannot be opened.
  explicit RunLog(const std::string& path);

  void start(const std::string& models, const std::string& output);
  void resumed(std::size_t documents);
  void document(const pipeline::Result& result);
  void passed_over(const std::string& path);
  void notice(const std::string& message);

  struct End {
    std::size_t documents = 0, failed = 0, warned = 0, duplicates = 0, passed_over = 0, bytes = 0;
    double seconds = 0;
    int exit_code = 0;
  };
  void end(const End& end);

 private:
  template <class Fields>
  void line(const char* event, Fields fields);

  std::string path_;
  std::ofstream out_;
  bool failed_ = false;
  std::mutex mutex_;
};

}  // namespace qogam::cli
