// Walking the tree and writing lines.
#include "html/blocks.h"

#include <algorithm>

#include "text/offset_map.h"
#include "text/utf8.h"

namespace qogam::html {
namespace {

constexpr std::size_t kLongestCell = 200;
constexpr std::string_view kCellBorder = " | ";

bool is_hidden(const Tree& tree, std::uint32_t i) {
  if (tree.has_attribute(i, "hidden")) return true;
  std::string style(tree.attribute(i, "style"));
  std::erase(style, ' ');
  return style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos;
}

// A row whose cells, two or more of them, hold a short line each.
bool is_plain_row(const Tree& tree, std::uint32_t row) {
  std::size_t cells = 0, size = 0;
  for (std::uint32_t i = row + 1; i < tree.nodes[row].end; ++i) {
    const Node& node = tree.nodes[i];
    if (node.tag == Tag::td || node.tag == Tag::th) {
      if (node.parent != row) return false;
      ++cells;
      size = 0;
    } else if (node.tag == Tag::text) {
      size += node.text.size();
      if (size > kLongestCell) return false;
    } else if (is_block(node.tag) && node.tag != Tag::p && node.tag != Tag::div && node.tag != Tag::center) {
      return false;
    }
  }
  return cells >= 2;
}

// A table that lays out no page: several plain rows. A row alone may be the headline and its date.
std::vector<bool> rows_of_data(const Tree& tree) {
  std::vector<bool> rows(tree.nodes.size(), false);
  std::vector<std::uint32_t> tables(tree.nodes.size(), 0), plain(tree.nodes.size(), 0);
  for (std::uint32_t i = 1; i < tree.nodes.size(); ++i) {
    tables[i] = tree.nodes[i].tag == Tag::table ? i : tables[tree.nodes[i].parent];
    if (tree.nodes[i].tag != Tag::tr || !is_plain_row(tree, i)) continue;
    rows[i] = true;
    ++plain[tables[i]];
  }
  for (std::uint32_t i = 1; i < rows.size(); ++i)
    if (rows[i] && plain[tables[i]] < 2) rows[i] = false;
  return rows;
}

class Writer {
 public:
  explicit Writer(const Tree& tree) : tree_(tree), to_page_(tree.runs), rows_(rows_of_data(tree)) {}

  Blocks run() {
    walk();
    end_block();
    out_.runs = map_.take();
    return std::move(out_);
  }

 private:
  struct Open {
    std::uint32_t node;
    bool block, link, bold;
  };

  // Without recursion, as pages nest deep.
  void walk() {
    const auto& nodes = tree_.nodes;
    for (std::uint32_t i = 1; i < nodes.size(); ++i) {
      while (!open_.empty() && nodes[open_.back().node].end <= i) leave();
      const Node& node = nodes[i];
      if (node.tag == Tag::text) {
        write(node.text);
      } else if (is_skipped(node.tag) || is_hidden(tree_, i)) {
        i = node.end - 1;
      } else if (node.tag == Tag::br) {
        line_break();
      } else {
        enter(i);
      }
    }
    while (!open_.empty()) leave();
  }

  void enter(std::uint32_t i) {
    const Tag tag = tree_.nodes[i].tag;
    const bool cell = tag == Tag::td || tag == Tag::th;
    const bool in_row = row_ != 0;
    const bool block = is_block(tag) && !in_row;
    if (in_row && cell && tree_.nodes[i].parent == row_ && writing()) border_ = true;
    if (in_row && is_block(tag) && !cell) blank_ = true;
    if (block) {
      end_block();
      broken_ = false;
      block_nodes_.push_back(i);
      headings_ += is_heading(tag);
      if (rows_[i]) row_ = i;
    }
    const bool link = tag == Tag::a && !tree_.attribute(i, "href").empty();
    const bool bold = tag == Tag::b || is_strong(i);
    links_ += link;
    bolds_ += bold;
    open_.push_back({i, block, link, bold});
  }

  bool is_strong(std::uint32_t i) const { return tree_.nodes[i].name == "strong"; }

  void leave() {
    const Open last = open_.back();
    open_.pop_back();
    links_ -= last.link;
    bolds_ -= last.bold;
    if (!last.block) return;
    end_block();
    broken_ = false;
    if (row_ == last.node) row_ = 0;
    block_nodes_.pop_back();
    headings_ -= is_heading(tree_.nodes[last.node].tag);
  }

  bool in_heading() const { return headings_ > 0; }

  void line_break() {
    if (row_ != 0 || in_heading()) {
      blank_ = true;
      return;
    }
    end_block();
    broken_ = true;
  }

  bool writing() const { return begin_ < out_.text.size(); }

  void write(Span text) {
    const std::string_view all = tree_.text;
    for (std::uint32_t at = text.begin; at < text.end;) {
      const std::size_t begin = at;
      std::size_t next = at;
      const char32_t c = text::decode_at(all, next);
      const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == 0xA0;
      at = static_cast<std::uint32_t>(next);
      if (space) {
        blank_ = true;
        continue;
      }
      while (at < text.end && all[at] != ' ' && all[at] != '\n' && all[at] != '\t' && all[at] != '\r' && all[at] != '\f' &&
             !(all[at] == '\xC2' && at + 1 < text.end && all[at + 1] == '\xA0'))
        ++at;
      put(Span{static_cast<std::uint32_t>(begin), at});
    }
  }

  // A run without blanks.
  void put(Span piece) {
    const Span page = to_page_.to_raw(piece);
    if (border_ && writing()) {
      out_.text += kCellBorder;
      map_.replace(static_cast<std::uint32_t>(kCellBorder.size()), page.begin, 0);
      count_word();
    } else if (blank_ && writing()) {
      out_.text += ' ';
      const std::uint32_t from = std::min(last_page_, page.begin);  // pieces of one event may share their place
      map_.replace(1, from, page.begin - from);
      count_word();
    }
    border_ = blank_ = false;
    if (!in_word_) word_begin_links_ = links_ > 0;
    in_word_ = true;
    const std::string_view bytes = piece.of(tree_.text);
    out_.text += bytes;
    map_runs(piece);
    last_page_ = page.end;
    for (std::size_t at = 0; at < bytes.size();) block_.letters += text::is_letter(text::decode_at(bytes, at));
    bold_bytes_ += bolds_ > 0 ? piece.size() : 0;
    all_bytes_ += piece.size();
  }

  // The piece may have come of several events, each with its place.
  void map_runs(Span piece) {
    for (const OffsetRun& run : text::runs_of(tree_.runs, piece))
      map_.replace(run.text_size, run.raw_begin, run.raw_size);
  }

  void count_word() {
    if (!in_word_) return;
    ++block_.words;
    block_.link_words += word_begin_links_;
    in_word_ = false;
  }

  void end_block() {
    count_word();
    if (writing()) {
      block_.text = {static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(out_.text.size())};
      block_.node = row_ != 0 ? row_ : block_nodes_.empty() ? 0 : block_nodes_.back();
      block_.after_break = broken_;
      block_.row = row_ != 0;
      block_.strong = bold_bytes_ == all_bytes_;
      block_.sentence = ends_sentence(block_.text.of(out_.text));
      out_.all.push_back(block_);
    }
    block_ = {};
    begin_ = out_.text.size();
    blank_ = border_ = in_word_ = false;
    bold_bytes_ = all_bytes_ = 0;
  }

  static bool ends_sentence(std::string_view text) {
    std::string_view last = text::last_letters(text, 1);
    while (!text.empty() && (last == "»" || last == "\"" || last == "”" || last == ")" || last == "“")) {
      text.remove_suffix(last.size());
      last = text::last_letters(text, 1);
    }
    return last == "." || last == "!" || last == "?" || last == "…" || last == ":" || last == ";";
  }

  const Tree& tree_;
  text::OffsetMap to_page_;
  std::vector<bool> rows_;  // of nodes: rows that are one line each
  Blocks out_;
  text::OffsetMapBuilder map_;
  std::vector<Open> open_;
  std::vector<std::uint32_t> block_nodes_;
  Block block_;
  std::size_t begin_ = 0;
  std::uint32_t last_page_ = 0, row_ = 0, bold_bytes_ = 0, all_bytes_ = 0;
  int links_ = 0, bolds_ = 0, headings_ = 0;  // those that are open
  bool blank_ = false, border_ = false, in_word_ = false, word_begin_links_ = false, broken_ = false;
};

}  // namespace

Blocks find_blocks(const Tree& tree) { return Writer(tree).run(); }

}  // namespace qogam::html
