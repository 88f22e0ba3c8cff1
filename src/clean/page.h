// A page as lines, some of which turn out to be furniture.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "clean/mapped_text.h"
#include "qogam/span.h"

namespace qogam::clean {

// A line without blank ends; runs of blanks are one, and so are runs of empty lines.
struct Line {
  Span span;  // of Page::text
  Span kept;  // what of it belongs to the article; empty for furniture

  bool empty() const { return span.empty(); }
  bool removed() const { return kept.empty() && !span.empty(); }
};

struct Removed {
  Span span;  // of Page::text
  std::string kind;
};

// The lines of one page and the verdicts on them. Belongs to one call.
class Page {
 public:
  // `text` holds "\n", spaces and TABs for all line ends and blanks.
  explicit Page(std::string_view text);

  std::size_t size() const { return lines_.size(); }
  const Line& operator[](std::size_t i) const { return lines_[i]; }
  std::string_view text(const Line& line) const { return line.span.of(text_.text); }
  std::string_view text(std::size_t i) const { return text(lines_[i]); }
  std::string_view text(Span span) const { return span.of(text_.text); }
  std::string_view kept(std::size_t i) const { return lines_[i].kept.of(text_.text); }
  bool is_kept(std::size_t i) const { return !lines_[i].kept.empty(); }

  // The next line after / before `i` that is not empty, or size().
  std::size_t next(std::size_t i) const;
  std::size_t previous(std::size_t i) const;

  // Places in text(i) of blanks that were a TAB or several blanks.
  std::vector<std::uint32_t> gaps(std::size_t i) const;

  // Marks the line, or what of it begins at byte `from` of it, as furniture.
  void remove(std::size_t i, std::string_view kind);
  void cut(std::size_t i, std::uint32_t from, std::string_view kind);
  // Marks the first `size` bytes of what is kept of the line as furniture.
  void cut_front(std::size_t i, std::uint32_t size, std::string_view kind);

  // What is kept, removed lines being empty ones, with at most one empty line in a row; runs lead
  // to the text the page was made from.
  MappedText article() const;

  // In the order of the page; spans are of the page's tidied text.
  std::vector<Removed> removed() const;
  // From the page's tidied text to the text it was made from.
  const std::vector<OffsetRun>& runs() const { return text_.runs; }

 private:
  MappedText text_;
  std::vector<Line> lines_;
  std::vector<std::uint32_t> gaps_;  // of all lines, as bytes of text_
  std::vector<Removed> removed_;
};

}  // namespace qogam::clean
