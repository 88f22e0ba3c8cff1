// Blocks, lines and the rest of a stream.
#include "read/byte_source.h"

#include <unistd.h>

#include <algorithm>
#include <cstring>

namespace qogam::read {
namespace {

constexpr std::size_t kBlock = 64u << 10;

}  // namespace

// Appends a block to what is left of the buffer.
bool ByteSource::refill() {
  buffer_.erase(0, at_);
  at_ = 0;
  const std::size_t kept = buffer_.size();
  buffer_.resize(kept + kBlock);
  const std::size_t got = stream_->read(buffer_.data() + kept, kBlock);
  buffer_.resize(kept + got);
  if (count_ != nullptr) count_->fetch_add(got, std::memory_order_relaxed);
  return got > 0;
}

std::string_view ByteSource::peek(std::size_t size) {
  while (left() < size && refill()) {
  }
  return std::string_view(buffer_).substr(at_, size);
}

std::size_t ByteSource::take(char* into, std::size_t size) {
  if (left() == 0 && !refill()) return 0;
  const std::size_t count = std::min(size, left());
  std::memcpy(into, buffer_.data() + at_, count);
  at_ += count;
  return count;
}

std::size_t ByteSource::take(std::size_t size, std::string& into) {
  std::size_t taken = 0;
  while (taken < size && (left() > 0 || refill())) {
    const std::size_t count = std::min(size - taken, left());
    into.append(buffer_, at_, count);
    at_ += count;
    taken += count;
  }
  return taken;
}

void ByteSource::put_back(std::string_view bytes) {
  buffer_.erase(0, at_);
  at_ = 0;
  buffer_.insert(0, bytes);
}

std::size_t ByteSource::skip(std::size_t size) {
  std::size_t gone = 0;
  while (gone < size && (left() > 0 || refill())) {
    const std::size_t count = std::min(size - gone, left());
    at_ += count;
    gone += count;
  }
  return gone;
}

bool ByteSource::next_line(std::string& line, std::size_t limit, bool& over) {
  line.clear();
  over = false;
  bool any = false;
  while (left() > 0 || refill()) {
    any = true;
    const std::size_t feed = buffer_.find('\n', at_);
    const std::size_t end = feed == std::string::npos ? buffer_.size() : feed;
    if (line.size() + (end - at_) > limit) {
      over = true;
      std::string().swap(line);
    }
    if (!over) line.append(buffer_, at_, end - at_);
    at_ = feed == std::string::npos ? end : end + 1;
    if (feed != std::string::npos) return true;
  }
  return any;
}

std::string ByteSource::rest(std::size_t limit, bool& over) {
  std::string all;
  over = false;
  while (left() > 0 || refill()) {
    all.append(buffer_, at_);
    at_ = buffer_.size();
    if (all.size() <= limit) continue;
    over = true;
    return {};
  }
  return all;
}

bool ByteSource::resume() {
  if (!stream_->resume()) return false;
  buffer_.clear();
  at_ = 0;
  return true;
}

std::int64_t ByteSource::seek(std::int64_t offset, int whence) {
  if (whence == SEEK_CUR) offset -= static_cast<std::int64_t>(left());
  const std::int64_t now = stream_->seek(offset, whence);
  if (now < 0) return now;
  buffer_.clear();
  at_ = 0;
  return now;
}

}  // namespace qogam::read
