// Makes waiting for standard input end when a signal comes.
#include "cli/stdin_pump.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <memory>

namespace qogam::cli {
namespace {

constexpr std::size_t kBuffer = 64u << 10;

}  // namespace

StdinPump::StdinPump(int signal_descriptor) : signal_(signal_descriptor) {
  struct stat info {};
  if (fstat(STDIN_FILENO, &info) != 0 || S_ISREG(info.st_mode)) return;
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return;
  if (pipe2(quit_, O_CLOEXEC) != 0) {
    close(ends[0]);
    close(ends[1]);
    return;
  }
  real_ = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3);
  into_ = ends[1];
  fcntl(into_, F_SETFL, O_NONBLOCK);
  dup2(ends[0], STDIN_FILENO);
  close(ends[0]);
  thread_ = std::thread([this] { pump(); });
}

StdinPump::~StdinPump() {
  if (!thread_.joinable()) return;
  close(quit_[1]);  // which the other end sees as an event
  thread_.join();
  close(quit_[0]);
  close(real_);
}

// True once `descriptor` is ready, false where the pump should end.
bool StdinPump::wait(int descriptor, short events) const {
  pollfd of[] = {{descriptor, events, 0}, {signal_, POLLIN, 0}, {quit_[0], POLLIN, 0}};
  while (poll(of, 3, -1) < 0)
    if (errno != EINTR) return false;
  return of[1].revents == 0 && of[2].revents == 0;
}

void StdinPump::pump() {
  const auto buffer = std::make_unique<char[]>(kBuffer);
  while (wait(real_, POLLIN)) {
    const ssize_t got = read(real_, buffer.get(), kBuffer);
    if (got < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (got <= 0) break;
    for (ssize_t done = 0; done < got && wait(into_, POLLOUT);) {
      const ssize_t put = write(into_, buffer.get() + done, static_cast<std::size_t>(got - done));
      if (put > 0) done += put;
      if (put < 0 && errno != EINTR && errno != EAGAIN) break;
    }
  }
  close(into_);
}

}  // namespace qogam::cli
