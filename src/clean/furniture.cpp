// All furniture of a page.
#include "clean/furniture.h"

#include <algorithm>
#include <vector>

#include "clean/header.h"
#include "clean/line_rules.h"
#include "clean/line_shape.h"
#include "text/utf8.h"

namespace qogam::clean {
namespace {

constexpr std::size_t kMostInBlock = 12, kBlockLine = 150;
constexpr std::size_t kMostInFooter = 200, kTagWords = 4;
constexpr int kHeadLines = 5, kParagraphsBeforeEnd = 2;

void mark_lines(Page& page, PageRules& rules) {
  for (std::size_t i = 0; i < page.size(); ++i)
    if (page.is_kept(i)) mark_line(page, rules, i);
}

bool is_bare_number(std::string_view line) {
  return line.size() < 10 && line.find_first_not_of("0123456789 ") == std::string_view::npos;
}

bool ends_with_time(std::string_view line) {
  const auto digit = [&](std::size_t back) {
    return line[line.size() - back] >= '0' && line[line.size() - back] <= '9';
  };
  return line.size() > 5 && digit(1) && digit(2) && line[line.size() - 3] == ':' && digit(4);
}

std::size_t last_kept(const Page& page) {
  std::size_t i = page.previous(page.size());
  while (i < page.size() && !page.is_kept(i)) i = page.previous(i);
  return i;
}

// How often an article was read may stand under its date without a word.
void mark_bare_counter(Page& page, std::size_t title, const Dates& dates) {
  std::size_t above = title;
  for (int seen = 0; above < page.size() && seen < kHeadLines; ++seen) {
    const std::size_t below = page.next(above);
    if (below >= page.size()) return;
    const std::string_view date = page.kept(above);
    if (is_bare_number(page.kept(below)) && (ends_with_time(date) || dates.dateline(date)))
      return page.remove(below, "counter");
    above = below;
  }
}

// The section may stand before or after the date, as in "Interview · 11 December 2018".
void mark_section(Page& page, const FurnitureRules& rules, std::size_t title, const Dates& dates) {
  const auto is_section = [&](std::string_view item) {
    const FurnitureRule* rule = rules.find(Where::header, item);
    return rule && rule->kind == "navigation";
  };
  std::size_t i = 0;
  for (int seen = 0; i < page.size() && seen < kHeadLines; i = page.next(i)) {
    seen += i >= title;
    const std::string_view line = page.kept(i);
    if (!dates.dateline(line)) continue;
    const auto facts = items(line);
    if (facts.size() < 2) continue;
    const std::string_view before = facts[facts.size() - 2];
    const bool last = is_section(facts.back());
    if (last) page.cut(i, static_cast<std::uint32_t>(before.data() + before.size() - page.text(i).data()), "navigation");
    const bool only = last && facts.size() == 2;  // what is left of the line is its date
    if (!only && is_section(facts.front())) page.cut_front(i, static_cast<std::uint32_t>(facts[1].data() - line.data()), "navigation");
  }
}

bool in_block(const Page& page, PageRules& rules, std::size_t i) {
  const std::string_view line = page.kept(i);
  return !line.empty() && at_most(line, kBlockLine) && headline_like(line) &&
         !rules.find(Where::block, i, line);
}

// Whether from line `i` on there is nothing but headlines and furniture.
bool only_headlines_follow(const Page& page, PageRules& rules, std::size_t i) {
  for (std::size_t seen = 0; i < page.size(); i = page.next(i))
    if (page.is_kept(i) && (!in_block(page, rules, i) || ++seen > kMostInBlock)) return false;
  return true;
}

// The headlines under the heading in line `i`. At the end of a page empty lines may part them. A
// heading with a headline of its own is followed by more only there.
void mark_block(Page& page, PageRules& rules, std::size_t i, std::string_view kind) {
  const std::size_t first = page.next(i);
  if (first >= page.size() || !in_block(page, rules, first)) return;  // there is nothing to take
  const bool at_end = only_headlines_follow(page, rules, first);
  // Under the title the number of comments stands right above the article.
  if (!at_end && kind == "counter") return;
  const bool begun = page.text(i).find(": ") != std::string_view::npos;
  if (!at_end && begun) return;
  std::size_t count = 0;
  for (std::size_t k = i + 1; k < page.size() && count < kMostInBlock; ++k) {
    if (page[k].empty() && at_end && !begun) continue;
    if (!in_block(page, rules, k)) return;
    page.remove(k, kind);
    ++count;
  }
}

// Headings that another rule took count too, but not those above the title.
void mark_blocks(Page& page, PageRules& rules, std::size_t from) {
  for (std::size_t i = from; i < page.size(); ++i) {
    if (page[i].empty() || !at_most(page.text(i), kBlockLine)) continue;
    const FurnitureRule* rule = rules.find(Where::block, i, page.text(i));
    if (!rule) continue;
    page.remove(i, rule->kind);
    mark_block(page, rules, i, rule->kind);
  }
}

// Comments and what else a line at the end of the text begins.
void mark_end(Page& page, PageRules& rules, std::size_t title) {
  int paragraphs = 0;
  for (std::size_t i = title; i < page.size(); i = page.next(i)) {
    if (page.is_kept(i) && body_like(page.kept(i))) ++paragraphs;
    if (paragraphs < kParagraphsBeforeEnd) continue;
    const FurnitureRule* rule = rules.find(Where::end, i, page.text(i));
    if (!rule) continue;
    for (; i < page.size(); i = page.next(i)) page.remove(i, rule->kind);
    return;
  }
}

// A line of key words below the text: small letters, commas, no sentence.
bool is_line_of_tags(std::string_view line) {
  if (!at_most(line, kBlockLine) || ends_sentence(line) || line.find(", ") == std::string_view::npos) return false;
  std::size_t words = 0, most = 0, items = 1;
  for (std::size_t at = 0; at <= line.size(); ++at) {
    if (at < line.size() && line[at] != ' ' && line[at] != ',') continue;
    if (at < line.size() && line[at] == ',') {
      ++items;
      most = std::max(most, words + 1);
      words = 0;
      ++at;
    } else {
      ++words;
    }
  }
  std::size_t first = 0;
  return std::max(most, words) <= kTagWords && (items >= 3 || text::is_lower(text::decode_at(line, first)));
}

// The last line of a text of paragraphs.
void mark_tags(Page& page, std::size_t title) {
  const std::size_t i = last_kept(page);
  if (i >= page.size() || i <= title || !is_line_of_tags(page.kept(i))) return;
  for (std::size_t k = page.previous(i); k < page.size() && k > title; k = page.previous(k))
    if (page.is_kept(k)) {
      if (body_like(page.kept(k))) page.remove(i, "other");
      return;
    }
}

// What stands below the last paragraph; upwards, as a line of a footer may look like one.
void mark_footer(Page& page, PageRules& rules) {
  std::size_t seen = 0;
  for (std::size_t i = page.previous(page.size()); i < page.size(); i = page.previous(i)) {
    if (!page.is_kept(i)) continue;
    if (++seen > kMostInFooter) return;
    const std::string_view line = page.kept(i);
    if (const FurnitureRule* rule = rules.find(Where::footer, i, line))
      page.remove(i, rule->kind);
    else if (body_like(line))
      return;
  }
}

}  // namespace

std::optional<Date> mark_furniture(Page& page, const FurnitureRules& all, const Dates& dates) {
  PageRules rules(all, page);
  const Header header = mark_header(page, rules, dates);
  mark_lines(page, rules);
  mark_bare_counter(page, header.end, dates);
  mark_section(page, all, header.end, dates);
  mark_blocks(page, rules, header.end);
  mark_end(page, rules, header.end);
  mark_footer(page, rules);
  mark_tags(page, header.end);
  return header.clock;
}

void mark_recurring(Page& page, const RecurringLines& lines, std::string_view site, const Dates& dates) {
  std::vector<std::size_t> found;
  std::size_t bytes = 0, all = 0;
  for (std::size_t i = 0; i < page.size(); ++i) {
    const std::size_t size = page.text(i).size();
    all += size;
    if (!page.is_kept(i) || !lines.recurs(site, page.text(i)) || dates.dateline(page.text(i))) continue;
    found.push_back(i);
    bytes += size;
  }
  if (bytes * 2 > all) return;
  for (const std::size_t i : found) page.remove(i, "other");
}

}  // namespace qogam::clean
