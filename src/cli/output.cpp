// Where results go.
#include "cli/output.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <utility>

#include "cli/terminal.h"
#include "cli/visible.h"
#include "qogam/error.h"

namespace qogam::cli {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const std::string& doing, const std::string& path) {
  throw Error(Cause::input, "Cannot " + doing + " '" + path + "': " + std::strerror(errno) + ".");
}

// Bytes up to the last line end of the file.
std::size_t size_of_whole_lines(int descriptor, const std::string& name) {
  std::array<char, 64u << 10> block;
  off_t end = lseek(descriptor, 0, SEEK_END);
  while (end > 0) {
    const off_t begin = end > static_cast<off_t>(block.size()) ? end - static_cast<off_t>(block.size()) : 0;
    const ssize_t got = pread(descriptor, block.data(), static_cast<std::size_t>(end - begin), begin);
    if (got <= 0) refuse("read", name);
    const std::size_t feed = std::string_view(block.data(), static_cast<std::size_t>(got)).rfind('\n');
    if (feed != std::string_view::npos) return static_cast<std::size_t>(begin) + feed + 1;
    end = begin;
  }
  return 0;
}

}  // namespace

Output::Output(const std::string& path, bool resume) : path_(path) {
  if (path.empty() || path == "-") {
    path_ = "standard output";
    descriptor_ = STDOUT_FILENO;
    return;
  }
  std::error_code error;
  if (!fs::exists(path, error) || fs::is_regular_file(path, error)) {
    open_part(path, resume);
    return;
  }
  descriptor_ = open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (descriptor_ < 0) refuse("write", path);
}

void Output::open_part(const std::string& path, bool resume) {
  part_ = path + ".part";
  std::error_code error;
  if (resume && !fs::exists(part_, error) && fs::exists(path, error) && !fs::copy_file(path, part_, error))
    throw Error(Cause::input, "Cannot copy '" + path + "' to '" + part_ + "': " + error.message() + ".");
  descriptor_ = open(part_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor_ < 0) refuse("write", part_);
  struct stat opened {}, named {};
  const bool locked = flock(descriptor_, LOCK_EX | LOCK_NB) == 0;
  // The other run may have given the file its name between opening and locking.
  const bool same = locked && fstat(descriptor_, &opened) == 0 && stat(part_.c_str(), &named) == 0 && opened.st_ino == named.st_ino;
  if (!same) {
    close(descriptor_);
    descriptor_ = -1;
    const std::string part = std::exchange(part_, {});
    throw Error(Cause::input, "Another run is writing '" + part + "'; wait for it, or give another -o.");
  }
  size_ = resume ? size_of_whole_lines(descriptor_, part_) : 0;
  keep_whole_lines();
  if (size_ > 0) resumed_ = part_;
}

Output::~Output() {
  // While it is still locked, so that no other run has begun to write it.
  if (!part_.empty() && size_ == 0) unlink(part_.c_str());
  if (descriptor_ > STDERR_FILENO) close(descriptor_);
}

// After a write that failed in its middle.
void Output::keep_whole_lines() {
  if (ftruncate(descriptor_, static_cast<off_t>(size_)) != 0 || lseek(descriptor_, static_cast<off_t>(size_), SEEK_SET) < 0) refuse("write", part_);
}

void Output::fail_to_write() {
  const int reason = errno;
  if (part_.empty()) refuse("write", path_);
  keep_whole_lines();
  const std::string gone_on = size_ == 0 ? "" : " What is finished is whole in '" + part_ + "'; go on with --resume once there is room.";
  throw Error(Cause::input, "Cannot write '" + part_ + "': " + std::strerror(reason) + "." + gone_on);
}

bool Output::write(std::string_view lines) {
  const std::size_t size = lines.size();
  std::string shown;
  if (part_.empty() && is_terminal(descriptor_)) lines = shown = visible(lines);
  while (!lines.empty()) {
    const ssize_t put = ::write(descriptor_, lines.data(), lines.size());
    if (put < 0) {
      if (errno == EINTR) continue;
      if (errno == EPIPE) return false;
      if (errno == EAGAIN) {  // the caller may have made its pipe non-blocking
        pollfd ready{descriptor_, POLLOUT, 0};
        poll(&ready, 1, -1);
        continue;
      }
      fail_to_write();
    }
    lines.remove_prefix(static_cast<std::size_t>(put));
  }
  size_ += size;
  return true;
}

void Output::finish() {
  if (part_.empty()) return;
  if (fsync(descriptor_) != 0 && errno != EINVAL) fail_to_write();
  const int descriptor = descriptor_;
  descriptor_ = -1;
  if (std::rename(part_.c_str(), path_.c_str()) != 0) refuse("name the output", path_);
  part_.clear();
  if (close(descriptor) != 0) refuse("write", path_);
}

std::string Output::kept() const { return size_ > 0 ? part_ : std::string(); }

}  // namespace qogam::cli
