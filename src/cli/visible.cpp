// Text of strangers, made fit for a terminal.
#include "cli/visible.h"

#include <cstdio>

#include "text/utf8.h"

namespace qogam::cli {
namespace {

constexpr char32_t kPictures = 0x2400, kPictureOfDelete = 0x2421;

bool turns_direction(char32_t c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

// Keeps the line that is not yet whole, as a character may come in two writes.
class VisibleBuffer : public std::streambuf {
 public:
  explicit VisibleBuffer(std::streambuf& to) : to_(to) {}
  ~VisibleBuffer() override { put(line_); }

 protected:
  int_type overflow(int_type c) override {
    if (traits_type::eq_int_type(c, traits_type::eof())) return traits_type::not_eof(c);
    const char letter = traits_type::to_char_type(c);
    return xsputn(&letter, 1) == 1 ? c : traits_type::eof();
  }

  std::streamsize xsputn(const char* letters, std::streamsize count) override {
    line_.append(letters, static_cast<std::size_t>(count));
    const std::size_t end = line_.rfind('\n') + 1;  // 0 where there is none
    const bool done = put(std::string_view(line_).substr(0, end));
    line_.erase(0, end);
    return done ? count : 0;
  }

  int sync() override {
    const bool done = put(line_);
    line_.clear();
    return done && to_.pubsync() == 0 ? 0 : -1;
  }

 private:
  bool put(std::string_view text) {
    const std::string shown = visible(text);
    return to_.sputn(shown.data(), static_cast<std::streamsize>(shown.size())) == static_cast<std::streamsize>(shown.size());
  }

  std::streambuf& to_;
  std::string line_;
};

}  // namespace

std::string visible(std::string_view utf8, std::string_view kept) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t begin = at;
    const char32_t c = text::decode_at(utf8, at);
    const bool line_end = c == '\r' && utf8.substr(at).starts_with('\n') && kept.find('\n') != kept.npos;
    if (line_end || (c < 0x80 && kept.find(static_cast<char>(c)) != kept.npos)) {
      out += static_cast<char>(c);
    } else if (c < 0x20 || c == 0x7F) {
      text::append_utf8(out, c == 0x7F ? kPictureOfDelete : kPictures + c);
    } else if ((c >= 0x80 && c < 0xA0) || turns_direction(c)) {
      char name[16];
      std::snprintf(name, sizeof name, "<U+%04X>", static_cast<unsigned>(c));
      out += name;
    } else if (c == text::kReplacement) {
      text::append_utf8(out, c);
    } else {
      out += utf8.substr(begin, at - begin);
    }
  }
  return out;
}

VisibleOutput::VisibleOutput(std::ostream& out) : out_(out), buffer_(std::make_unique<VisibleBuffer>(*out.rdbuf())), before_(out.rdbuf(buffer_.get())) {}

VisibleOutput::~VisibleOutput() {
  out_.flush();
  out_.rdbuf(before_);
}

}  // namespace qogam::cli
