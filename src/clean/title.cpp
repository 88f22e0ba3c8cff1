// The headline among the lines of a cleaned article.
#include "clean/title.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "clean/line_shape.h"
#include "text/utf8.h"

namespace qogam::clean {
namespace {

constexpr std::size_t kHead = 8, kMasthead = 40;

struct HeadLine {
  std::string_view text;
  bool dateline = false;
  std::size_t block = 0;  // lines without an empty line between them are one block
};

// The first lines that are not empty.
std::vector<HeadLine> head_of(std::string_view article, const Dates& dates) {
  std::vector<HeadLine> head;
  std::size_t block = 0;
  for (std::size_t at = 0; at < article.size() && head.size() < kHead;) {
    const std::size_t end = std::min(article.find('\n', at), article.size());
    const std::string_view line = article.substr(at, end - at);
    if (line.empty())
      ++block;
    else
      head.push_back({line, dates.dateline(line).has_value(), block});
    at = end + 1;
  }
  return head;
}

bool can_be_title(const std::vector<HeadLine>& head, std::size_t i) {
  return i + 1 < head.size() && !head[i].dateline && headline_like(head[i].text);
}

// The name of the paper: short, in one block with a date, and the next block is a single headline.
bool is_masthead(const std::vector<HeadLine>& head, std::size_t i) {
  if (!at_most(head[i].text, kMasthead)) return false;
  bool dated = false;
  std::size_t next = i + 1;
  for (; next < head.size() && head[next].block == head[i].block; ++next)
    dated |= head[next].dateline;
  if (!dated || !can_be_title(head, next)) return false;
  return head[next + 1].block != head[next].block || body_like(head[next + 1].text);
}

std::string letters_of(std::string_view text) {
  std::string out;
  const std::string lower = text::to_lower(text);
  for (std::size_t at = 0; at < lower.size();) {
    const std::size_t begin = at;
    const char32_t c = text::decode_at(lower, at);
    if (text::is_letter(c) || (c >= '0' && c <= '9')) out.append(lower, begin, at - begin);
  }
  return out;
}

}  // namespace

bool begins_with_title(std::string_view article, std::string_view title) {
  constexpr int kLines = 4;
  const std::string wanted = letters_of(title);
  if (wanted.empty()) return true;
  for (int seen = 0; !article.empty() && seen < kLines;) {
    const std::string_view line = article.substr(0, article.find('\n'));
    article.remove_prefix(std::min(article.size(), line.size() + 1));
    if (line.empty()) continue;
    ++seen;
    if (letters_of(line).starts_with(wanted)) return true;
  }
  return false;
}

std::string find_title(std::string_view article, const Dates& dates) {
  const auto head = head_of(article, dates);
  for (std::size_t i = 0; i < head.size(); ++i) {
    if (head[i].dateline) continue;
    if (!can_be_title(head, i)) break;
    if (!is_masthead(head, i)) return std::string(head[i].text);
  }
  return {};
}

}  // namespace qogam::clean
