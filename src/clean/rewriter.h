// Copying a text with some pieces of it written anew.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>

#include "clean/mapped_text.h"
#include "text/offset_map.h"
#include "text/utf8.h"

namespace qogam::clean {

// Pieces come in their order and do not overlap; what stands between them is copied. `from` must
// outlive it.
class Rewriter {
 public:
  explicit Rewriter(std::string_view from) : from_(from) { out_.text.reserve(from.size()); }

  // `text` in the place of the bytes from `begin` to `end`, which may be none; an empty text drops them.
  void replace(std::size_t begin, std::size_t end, std::string_view text) {
    copy(begin);
    out_.text += text;
    map_.replace(static_cast<std::uint32_t>(text.size()), static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin));
    copied_ = end;
  }

  void replace(std::size_t begin, std::size_t end, char32_t letter) {
    std::string text;
    text::append_utf8(text, letter);
    replace(begin, end, text);
  }

  MappedText take() {
    copy(from_.size());
    out_.runs = map_.take();
    return std::move(out_);
  }

 private:
  void copy(std::size_t end) {
    out_.text.append(from_.substr(copied_, end - copied_));
    map_.keep(static_cast<std::uint32_t>(copied_), static_cast<std::uint32_t>(end - copied_));
  }

  std::string_view from_;
  std::size_t copied_ = 0;
  MappedText out_;
  text::OffsetMapBuilder map_;
};

}  // namespace qogam::clean
