// gzip by zlib.
#include "read/gzip_stream.h"

#include <zlib.h>

#include <algorithm>
#include <string_view>

namespace qogam::read {
namespace {

constexpr std::size_t kBlock = 64u << 10;
constexpr std::size_t kMostKept = 4u << 20;
constexpr std::string_view kMagic = "\x1F\x8B\x08";
constexpr int kGzipOnly = 16 + MAX_WBITS;

class GzipStream : public ByteStream {
 public:
  GzipStream(std::unique_ptr<ByteSource> packed, std::shared_ptr<Expansion> expansion)
      : packed_(std::move(packed)), expansion_(std::move(expansion)) {
    inflateInit2(&zlib_, kGzipOnly);
  }
  ~GzipStream() override { inflateEnd(&zlib_); }
  GzipStream(const GzipStream&) = delete;
  GzipStream& operator=(const GzipStream&) = delete;

  std::size_t read(char* into, std::size_t size) override {
    if (failure_ || ended_) return 0;
    const std::size_t got = inflate_some(into, size);
    if (got > 0 && !expansion_->gave(got)) {
      failure_ = expansion_->failure();
      return 0;
    }
    return got;
  }

  bool resume() override {
    if (!failure_ || ended_ || expansion_->over()) return false;
    // What was taken for its data may be the next member; only its own magic is no beginning.
    if (member_.size() > 1) packed_->put_back(std::string_view(member_).substr(1));
    member_.clear();
    while (packed_->peek(kMagic.size()).size() == kMagic.size()) {
      const std::string_view block = packed_->peek(kBlock);
      const std::size_t found = block.find(kMagic);
      if (found != std::string_view::npos) {
        packed_->skip(found);
        begin_member();
        failure_.reset();
        return true;
      }
      packed_->skip(block.size() - (kMagic.size() - 1));
    }
    ended_ = true;
    return false;
  }

 private:
  void begin_member() {
    inflateReset(&zlib_);
    member_.clear();
    inside_ = false;
  }

  // At the border of two members: whether there is one more.
  bool more_members() { return packed_->peek(kMagic.size()).starts_with(kMagic.substr(0, 2)); }

  // Zeros fill tapes; all else is a member whose beginning is damaged.
  bool only_zeros_follow() {
    const std::string_view block = packed_->peek(kBlock);
    return block.find_first_not_of('\0') == std::string_view::npos;
  }

  void take(std::string_view block, std::size_t size) {
    if (member_.size() < kMostKept) member_.append(block.substr(0, size));
    packed_->skip(size);
  }

  std::size_t inflate_some(char* into, std::size_t size) {
    zlib_.next_out = reinterpret_cast<Bytef*>(into);
    zlib_.avail_out = static_cast<uInt>(std::min<std::size_t>(size, 1u << 30));
    const uInt room = zlib_.avail_out;
    while (zlib_.avail_out == room) {
      if (!inside_ && !more_members()) {
        if (packed_->failure()) failure_ = packed_->failure();
        else if (!only_zeros_follow()) {
          failure_ = Failure{"unreadable", "its gzip data is damaged"};
          break;
        }
        ended_ = true;
        break;
      }
      if (!step()) break;
    }
    return room - zlib_.avail_out;
  }

  // False at a failure.
  bool step() {
    const std::string_view block = packed_->peek(kBlock);
    zlib_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(block.data()));
    zlib_.avail_in = static_cast<uInt>(block.size());
    const int answer = block.empty() ? Z_BUF_ERROR : ::inflate(&zlib_, Z_NO_FLUSH);
    // A block without a border, taken whole by a broken member, would hide those behind it.
    const std::size_t used = block.size() - zlib_.avail_in;
    inside_ = true;
    if (answer == Z_OK) {
      take(block, used);
      return true;
    }
    if (answer == Z_STREAM_END) {
      packed_->skip(used);
      begin_member();
      return true;
    }
    take(block, std::min<std::size_t>(block.size(), std::max<std::size_t>(used, 1)));
    if (packed_->failure())
      failure_ = packed_->failure();
    else
      failure_ = Failure{"unreadable", block.empty() ? "its gzip data is cut short" : "its gzip data is damaged"};
    return false;
  }

  std::unique_ptr<ByteSource> packed_;
  std::shared_ptr<Expansion> expansion_;
  z_stream zlib_{};
  std::string member_;   // its bytes so far, up to kMostKept
  bool inside_ = false;  // a member is begun
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<ByteStream> make_gzip_stream(std::unique_ptr<ByteSource> packed, std::shared_ptr<Expansion> expansion) {
  return std::make_unique<GzipStream>(std::move(packed), std::move(expansion));
}

}  // namespace qogam::read
