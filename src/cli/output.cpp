// Where results go.
#include "cli/output.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "qogam/error.h"

namespace qogam::cli {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const std::string& doing, const std::string& path) {
  throw Error(Cause::input, "Cannot " + doing + " '" + path + "': " + std::strerror(errno) + ".");
}

}  // namespace

Output::Output(const std::string& path) : path_(path) {
  if (path.empty() || path == "-") {
    path_ = "standard output";
    descriptor_ = STDOUT_FILENO;
    return;
  }
  std::error_code error;
  const bool direct = fs::exists(path, error) && !fs::is_regular_file(path, error);
  if (!direct) part_ = path + ".part";
  const std::string& name = direct ? path : part_;
  descriptor_ = open(name.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor_ < 0) refuse("write", name);
}

Output::~Output() {
  if (descriptor_ > STDERR_FILENO) close(descriptor_);
  if (!part_.empty() && written_ == 0) unlink(part_.c_str());
}

bool Output::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(descriptor_, bytes.data(), bytes.size());
    if (put < 0) {
      if (errno == EINTR) continue;
      if (errno == EPIPE) return false;
      if (errno == EAGAIN) {  // the caller may have made its pipe non-blocking
        pollfd ready{descriptor_, POLLOUT, 0};
        poll(&ready, 1, -1);
        continue;
      }
      refuse("write", part_.empty() ? path_ : part_);
    }
    written_ += static_cast<std::size_t>(put);
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return true;
}

void Output::finish() {
  if (part_.empty()) return;
  const int descriptor = descriptor_;
  descriptor_ = -1;
  if (close(descriptor) != 0) refuse("write", part_);
  if (std::rename(part_.c_str(), path_.c_str()) != 0) refuse("name the output", path_);
  part_.clear();
}

std::string Output::kept() const { return written_ > 0 ? part_ : std::string(); }

}  // namespace qogam::cli
