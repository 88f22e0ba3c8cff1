// Signals that end a run early but in good order.
#include "cli/signals.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

#include "cli/exit_code.h"

namespace qogam::cli {
namespace {

std::atomic<bool> stop{false};
std::atomic<int> caught{0};
int wake[2] = {-1, -1};
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<int>::is_always_lock_free);

extern "C" void on_signal(int number) {
  if (stop.exchange(true)) _exit(kSignalBase + number);
  caught = number;
  const int saved = errno;
  [[maybe_unused]] const ssize_t written = write(wake[1], "", 1);
  errno = saved;
}

}  // namespace

void catch_signals() {
  if (pipe2(wake, O_CLOEXEC | O_NONBLOCK) != 0) wake[0] = wake[1] = -1;
  struct sigaction action {};
  action.sa_handler = on_signal;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  for (const int number : {SIGINT, SIGTERM}) {
    struct sigaction before {};
    sigaction(number, nullptr, &before);
    // Shells start background jobs with SIGINT ignored, and so it must stay.
    if (before.sa_handler != SIG_IGN) sigaction(number, &action, nullptr);
  }
}

const std::atomic<bool>& stop_flag() { return stop; }
int caught_signal() { return caught; }
int signal_descriptor() { return wake[0]; }

}  // namespace qogam::cli
