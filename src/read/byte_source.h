// A stream of bytes read in blocks, of which the beginning can be looked at first.
#pragma once

#include <atomic>
#include <cstddef>
#include <istream>
#include <memory>
#include <string>
#include <string_view>

namespace qogam::read {

// Over a stream it owns or borrows; a borrowed one must outlive it. For one thread at a time.
// A byte order mark of UTF-8 is left in place.
class ByteSource {
 public:
  // `count`, where not null, grows by the bytes read; it must outlive the source.
  ByteSource(std::unique_ptr<std::istream> owned, std::atomic<std::size_t>* count);
  ByteSource(std::istream& borrowed, std::atomic<std::size_t>* count);

  // What comes next, `size` bytes at most, without taking it. Valid until the next call.
  std::string_view peek(std::size_t size);

  // Takes the bytes up to the next line feed, which is taken too but not put into `line`; the last
  // line may lack it. A line above `limit` bytes is taken to its end, but `line` is then empty and
  // `over` true. False at the end of the stream.
  bool next_line(std::string& line, std::size_t limit, bool& over);

  // Takes the rest. Above `limit` bytes reading stops, `over` is true and the answer empty.
  std::string rest(std::size_t limit, bool& over);

  // Whether reading ended by an error of the device or file, not at the end.
  bool failed() const { return failed_; }

 private:
  bool refill();

  std::unique_ptr<std::istream> owned_;
  std::istream& stream_;
  std::atomic<std::size_t>* count_;
  std::string buffer_;
  std::size_t at_ = 0;  // first byte of `buffer_` not yet taken
  bool failed_ = false;
};

}  // namespace qogam::read
