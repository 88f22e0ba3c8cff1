// Bytes read in blocks, of which the beginning can be looked at first.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "read/byte_stream.h"

namespace qogam::read {

// For one thread at a time. A byte order mark of UTF-8 is left in place.
class ByteSource {
 public:
  // `count`, where not null, grows by the bytes read; it must outlive the source.
  explicit ByteSource(std::unique_ptr<ByteStream> stream, std::atomic<std::size_t>* count = nullptr)
      : stream_(std::move(stream)), count_(count) {}

  // What comes next, `size` bytes at most, without taking it. Valid until the next call.
  std::string_view peek(std::size_t size);

  // Takes `size` bytes, fewer at the end, and puts them behind `into`; gives their number. The second takes what is there, 0 at the end only.
  std::size_t take(std::size_t size, std::string& into);
  std::size_t take(char* into, std::size_t size);

  // Puts bytes that were taken before what comes next.
  void put_back(std::string_view bytes);

  // Takes and forgets `size` bytes; gives the number of those there were.
  std::size_t skip(std::size_t size);

  // Takes the bytes up to the next line feed, which is taken too but not put into `line`; the last
  // line may lack it. A line above `limit` bytes is taken to its end, but `line` is then empty and
  // `over` true. False at the end of the stream.
  bool next_line(std::string& line, std::size_t limit, bool& over);

  // Takes the rest. Above `limit` bytes reading stops, `over` is true and the answer empty.
  std::string rest(std::size_t limit, bool& over);

  // Why reading ended, where that was not the end.
  const std::optional<Failure>& failure() const { return stream_->failure(); }
  // See ByteStream. After resume() what was left in the block is gone.
  bool resume();
  bool changed() const { return stream_->changed(); }
  std::int64_t seek(std::int64_t offset, int whence);

 private:
  bool refill();
  std::size_t left() const { return buffer_.size() - at_; }

  std::unique_ptr<ByteStream> stream_;
  std::atomic<std::size_t>* count_;
  std::string buffer_;
  std::size_t at_ = 0;  // first byte of `buffer_` not yet taken
};

}  // namespace qogam::read
