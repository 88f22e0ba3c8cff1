// Files by descriptor, as only that tells why reading failed.
#include "read/byte_stream.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace qogam::read {

FileStream::FileStream(const std::string& path) {
  descriptor_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (descriptor_ < 0)
    failure_ = Failure{"unreadable", std::strerror(errno)};
  else
    opened_ = state();
}

FileStream::~FileStream() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

std::size_t FileStream::read(char* into, std::size_t size) {
  if (descriptor_ < 0 || failure_) return 0;
  while (true) {
    const ssize_t got = ::read(descriptor_, into, size);
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno == EINTR) continue;
    failure_ = Failure{"unreadable", std::strerror(errno)};
    return 0;
  }
}

std::int64_t FileStream::seek(std::int64_t offset, int whence) {
  return descriptor_ < 0 || !opened_.regular ? -1 : ::lseek(descriptor_, offset, whence);
}

bool FileStream::changed() const { return opened_.regular && state() != opened_; }

FileStream::State FileStream::state() const {
  struct stat info {};
  if (::fstat(descriptor_, &info) != 0) return {};
  return {info.st_size, info.st_mtim.tv_sec, info.st_mtim.tv_nsec, S_ISREG(info.st_mode)};
}

std::size_t IstreamStream::read(char* into, std::size_t size) {
  if (!stream_.good()) return 0;
  stream_.read(into, static_cast<std::streamsize>(size));
  if (stream_.bad()) failure_ = Failure{"unreadable", "reading broke off"};
  return static_cast<std::size_t>(stream_.gcount());
}

}  // namespace qogam::read
