// How much may come out of compressed input.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "read/byte_stream.h"

namespace qogam::read {

// One for all that is unpacked from one input, however deep it lies in it, so that an archive in an
// archive multiplies nothing. Small inputs may swell freely: below kFree bytes nothing is refused.
// For one thread at a time.
class Expansion {
 public:
  static constexpr std::size_t kFree = 64u << 20;

  // `received` tells the size of the input, or what has come of it so far.
  Expansion(std::function<std::size_t()> received, std::size_t ratio)
      : received_(std::move(received)), ratio_(ratio) {}

  // So many more bytes have come out. False once that is more than `ratio` times what went in.
  bool gave(std::size_t bytes) {
    out_ += bytes;
    over_ = over_ || (out_ > kFree && out_ / ratio_ > received_());
    return !over_;
  }

  bool over() const { return over_; }

  Failure failure() const {
    return {"expansion_limit", "it unpacks to more than " + std::to_string(ratio_) + " times its size"};
  }

 private:
  std::function<std::size_t()> received_;
  std::size_t ratio_;
  std::size_t out_ = 0;
  bool over_ = false;
};

}  // namespace qogam::read
