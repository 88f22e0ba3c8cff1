// Blocks, lines and the rest of a stream.
#include "read/byte_source.h"

#include <utility>

namespace qogam::read {
namespace {

constexpr std::size_t kBlock = 64u << 10;

}  // namespace

ByteSource::ByteSource(std::unique_ptr<std::istream> owned, std::atomic<std::size_t>* count)
    : owned_(std::move(owned)), stream_(*owned_), count_(count) {}

ByteSource::ByteSource(std::istream& borrowed, std::atomic<std::size_t>* count)
    : stream_(borrowed), count_(count) {}

// Appends a block to what is left of the buffer.
bool ByteSource::refill() {
  buffer_.erase(0, at_);
  at_ = 0;
  const std::size_t left = buffer_.size();
  if (!stream_.good()) return false;
  buffer_.resize(left + kBlock);
  stream_.read(buffer_.data() + left, static_cast<std::streamsize>(kBlock));
  const auto got = static_cast<std::size_t>(stream_.gcount());
  buffer_.resize(left + got);
  if (count_ != nullptr) count_->fetch_add(got, std::memory_order_relaxed);
  if (stream_.bad()) failed_ = true;
  return got > 0;
}

std::string_view ByteSource::peek(std::size_t size) {
  while (buffer_.size() - at_ < size && refill()) {
  }
  return std::string_view(buffer_).substr(at_, size);
}

bool ByteSource::next_line(std::string& line, std::size_t limit, bool& over) {
  line.clear();
  over = false;
  bool any = false;
  while (at_ < buffer_.size() || refill()) {
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
  while (at_ < buffer_.size() || refill()) {
    all.append(buffer_, at_);
    at_ = buffer_.size();
    if (all.size() > limit) {
      over = true;
      return {};
    }
  }
  over = false;
  return all;
}

}  // namespace qogam::read
