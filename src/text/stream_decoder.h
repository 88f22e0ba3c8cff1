// Decoding a stream piece by piece.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace qogam::text {

// The charset of a stream that begins with `head`, by the rules of decode() (a byte order mark, high
// bytes, well-formed UTF-8, the most credible one). A code point cut off at the end does no harm.
std::string charset_of_stream(std::string_view head);

// From one charset to UTF-8; a byte order mark is left out. For one thread at a time.
class StreamDecoder {
 public:
  // Throws std::runtime_error where the charset is not known.
  explicit StreamDecoder(const std::string& charset);
  ~StreamDecoder();
  StreamDecoder(StreamDecoder&&) noexcept;
  StreamDecoder& operator=(StreamDecoder&&) noexcept;

  // Appends what `bytes` say to `out`; a code point cut off at their end waits for the next call,
  // but for the `last` one. Bad bytes become U+FFFD.
  void feed(std::string_view bytes, bool last, std::string& out);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace qogam::text
