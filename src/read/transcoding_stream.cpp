// Decoding block by block.
#include "read/transcoding_stream.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "text/stream_decoder.h"

namespace qogam::read {
namespace {

constexpr std::size_t kBlock = 64u << 10;

class TranscodingStream : public ByteStream {
 public:
  TranscodingStream(std::unique_ptr<ByteSource> bytes, const std::string& charset) : bytes_(std::move(bytes)), decoder_(charset) {}

  std::size_t read(char* into, std::size_t size) override {
    while (at_ == ready_.size() && !ended_) decode_block();
    const std::size_t count = std::min(size, ready_.size() - at_);
    std::memcpy(into, ready_.data() + at_, count);
    at_ += count;
    if (count == 0 && bytes_->failure()) failure_ = bytes_->failure();
    return count;
  }

  bool changed() const override { return bytes_->changed(); }

 private:
  void decode_block() {
    std::string block;
    bytes_->take(kBlock, block);
    ended_ = block.size() < kBlock;
    ready_.clear();
    at_ = 0;
    decoder_.feed(block, ended_, ready_);
  }

  std::unique_ptr<ByteSource> bytes_;
  text::StreamDecoder decoder_;
  std::string ready_;
  std::size_t at_ = 0;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<ByteSource> as_utf8(std::unique_ptr<ByteSource> bytes) {
  const std::string charset = text::charset_of_stream(bytes->peek(kBlock));
  if (charset == "UTF-8") return bytes;
  return std::make_unique<ByteSource>(std::make_unique<TranscodingStream>(std::move(bytes), charset));
}

}  // namespace qogam::read
