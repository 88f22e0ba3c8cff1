// A page as lines, some of which turn out to be furniture.
#include "clean/page.h"

#include <algorithm>

#include "text/offset_map.h"

namespace qogam::clean {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

// Writes one line with its blanks tidied.
class LineWriter {
 public:
  LineWriter(std::string_view from, MappedText& to, text::OffsetMapBuilder& map,
             std::vector<std::uint32_t>& gaps)
      : from_(from), to_(to), map_(map), gaps_(gaps) {}

  Line write(std::size_t begin, std::size_t end) {
    while (begin < end && is_blank(from_[begin])) ++begin;
    while (begin < end && is_blank(from_[end - 1])) --end;
    Line line;
    line.span.begin = here();
    for (std::size_t at = begin; at < end;) {
      const std::size_t gap = find_gap(at, end);
      copy(at, gap - at);
      at = gap < end ? blanks(gap) : end;
    }
    line.span.end = here();
    line.kept = line.span;
    return line;
  }

  void line_end(std::size_t at) { copy(at, 1); }

 private:
  std::uint32_t here() const { return static_cast<std::uint32_t>(to_.text.size()); }

  void copy(std::size_t begin, std::size_t size) {
    to_.text.append(from_.substr(begin, size));
    map_.keep(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(size));
  }

  // The next blank that does not stay as it is: a TAB, or one of several.
  std::size_t find_gap(std::size_t at, std::size_t end) const {
    for (; at < end; ++at)
      if (from_[at] == '\t' || (from_[at] == ' ' && is_blank(from_[at + 1]))) return at;
    return end;
  }

  std::size_t blanks(std::size_t at) {
    std::size_t stop = at;
    while (is_blank(from_[stop])) ++stop;
    gaps_.push_back(here());
    to_.text += ' ';
    map_.replace(1, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(stop - at));
    return stop;
  }

  std::string_view from_;
  MappedText& to_;
  text::OffsetMapBuilder& map_;
  std::vector<std::uint32_t>& gaps_;
};

}  // namespace

Page::Page(std::string_view text) {
  text_.text.reserve(text.size());
  text::OffsetMapBuilder map;
  LineWriter writer(text, text_, map, gaps_);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const Line line = writer.write(at, end);
    at = end + 1;
    if (line.empty() && (lines_.empty() || lines_.back().empty())) continue;
    lines_.push_back(line);
    if (end < text.size()) writer.line_end(end);
  }
  text_.runs = map.take();
}

std::vector<std::uint32_t> Page::gaps(std::size_t i) const {
  const Span span = lines_[i].span;
  std::vector<std::uint32_t> places;
  auto gap = std::lower_bound(gaps_.begin(), gaps_.end(), span.begin);
  for (; gap != gaps_.end() && *gap < span.end; ++gap) places.push_back(*gap - span.begin);
  return places;
}

std::size_t Page::next(std::size_t i) const {
  do ++i;
  while (i < size() && lines_[i].empty());
  return i;
}

std::size_t Page::previous(std::size_t i) const {
  while (i > 0)
    if (!lines_[--i].empty()) return i;
  return size();
}

void Page::remove(std::size_t i, std::string_view kind) {
  Line& line = lines_[i];
  if (line.kept.empty()) return;
  removed_.push_back({line.kept, std::string(kind)});
  line.kept.end = line.kept.begin;
}

void Page::cut(std::size_t i, std::uint32_t from, std::string_view kind) {
  Line& line = lines_[i];
  Span gone{line.span.begin + from, line.kept.end};
  removed_.push_back({gone, std::string(kind)});
  line.kept.end = gone.begin;
  while (!line.kept.empty() && is_blank(text_.text[line.kept.end - 1])) --line.kept.end;
}

void Page::cut_front(std::size_t i, std::uint32_t size, std::string_view kind) {
  Line& line = lines_[i];
  const Span gone{line.kept.begin, line.kept.begin + size};
  removed_.push_back({gone, std::string(kind)});
  line.kept.begin = gone.end;
}

MappedText Page::article() const {
  MappedText out;
  text::OffsetMapBuilder map;
  const auto copy = [&](std::uint32_t begin, std::uint32_t size) {
    out.text.append(text_.text, begin, size);
    map.keep(begin, size);
  };
  std::size_t last = size();  // the line written last
  for (std::size_t i = 0; i < size(); ++i) {
    if (lines_[i].kept.empty()) continue;
    if (last < size()) {
      // The line ends that stand in the text are those of the line before and of the one after it.
      copy(lines_[last].span.end, 1);
      if (i > last + 1) copy(lines_[last + 1].span.end, 1);
    }
    copy(lines_[i].kept.begin, lines_[i].kept.size());
    last = i;
  }
  out.runs = map.take();
  return out;
}

std::vector<Removed> Page::removed() const {
  std::vector<Removed> sorted = removed_;
  std::sort(sorted.begin(), sorted.end(),
            [](const Removed& a, const Removed& b) { return a.span < b.span; });
  return sorted;
}

}  // namespace qogam::clean
