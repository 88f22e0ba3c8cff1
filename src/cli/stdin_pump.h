// Makes waiting for standard input end when a signal comes.
#pragma once

#include <thread>

namespace qogam::cli {

// While one lives, descriptor 0 is a pipe that a thread fills from the real standard input, and
// which ends at a signal. Without it Ctrl-C would go unnoticed until the next line arrives, as a
// blocked read is started again. Does nothing where standard input is a file.
class StdinPump {
 public:
  explicit StdinPump(int signal_descriptor);
  ~StdinPump();
  StdinPump(const StdinPump&) = delete;
  StdinPump& operator=(const StdinPump&) = delete;

 private:
  void pump();
  bool wait(int descriptor, short events) const;

  int signal_;
  int real_ = -1, into_ = -1;
  int quit_[2] = {-1, -1};
  std::thread thread_;
};

}  // namespace qogam::cli
