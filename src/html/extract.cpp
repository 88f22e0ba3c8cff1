// From a page to its article and the rest.
#include "html/extract.h"

#include <algorithm>

#include "html/article.h"
#include "html/blocks.h"
#include "html/headline.h"
#include "html/labels.h"
#include "html/metadata.h"
#include "html/tree.h"
#include "text/offset_map.h"

namespace qogam::html {
namespace {

class Assembly {
 public:
  Assembly(const Blocks& blocks, const Labels& labels) : blocks_(blocks), labels_(labels), to_page_(blocks.runs) {}

  void write(const Article& article, const Headline& headline, Extracted& out) {
    if (headline.block == headline.end && !headline.text.empty()) {  // it stands in the head of the page only
      out.text += headline.text;
      map_.replace(static_cast<std::uint32_t>(headline.text.size()), 0, 0);
    }
    for (std::size_t b = 0; b < blocks_.all.size(); ++b) {
      if (b >= headline.block && b < headline.end) {
        Block line = blocks_.all[b];
        line.after_break = b > headline.block;
        copy(line, out.text, " ");
      } else if (article.kept[b]) {
        copy(blocks_.all[b], out.text);
      } else {
        put_aside(b, b < headline.block || headline.block == blocks_.all.size(), out.rest);
      }
    }
    out.runs = map_.take();
  }

 private:
  void copy(const Block& block, std::string& text, std::string_view line_border = "\n") {
    if (!text.empty()) {
      const std::string_view border = block.after_break ? line_border : "\n\n";
      text += border;
      map_.replace(static_cast<std::uint32_t>(border.size()), to_page_.to_raw(block.text).begin, 0);
    }
    text += block.text.of(blocks_.text);
    for (const OffsetRun& run : text::runs_of(blocks_.runs, block.text)) map_.replace(run.text_size, run.raw_begin, run.raw_size);
  }

  // Blocks of one piece of furniture, one behind the other, become one.
  void put_aside(std::size_t b, bool before, std::vector<Rest>& rest) {
    const Block& block = blocks_.all[b];
    std::uint32_t around = 0;
    std::string_view kind = labels_.kind_around(block.node, &around);
    const bool linked = block.link_words * 2 > block.words;
    if (kind.empty()) kind = !linked ? "other" : before ? "navigation" : "related";
    const Span page = to_page_.to_raw(block.text);
    if (around != 0 && around == last_ && last_block_ + 1 == b) {
      rest.back().text.append("\n").append(block.text.of(blocks_.text));
      rest.back().page.end = page.end;
    } else {
      rest.push_back({page, std::string(block.text.of(blocks_.text)), kind});
    }
    last_ = around;
    last_block_ = b;
  }

  const Blocks& blocks_;
  const Labels& labels_;
  text::OffsetMap to_page_;
  text::OffsetMapBuilder map_;
  std::uint32_t last_ = 0;
  std::size_t last_block_ = 0;
};

bool has_dated_below(const Tree& tree, const Labels& labels, std::uint32_t i) {
  for (std::uint32_t k = i + 1; k < tree.nodes[i].end; ++k)
    if (is_dated(tree, labels, k)) return true;
  return false;
}

bool is_in_comments(const Tree& tree, const Labels& labels, std::uint32_t i) {
  while (i != 0 && !labels.marks[i].comments) i = tree.nodes[i].parent;
  return i != 0;
}

// What says the day: of each line of these blocks what is marked as a date, then the line.
template <class Fits>
std::vector<std::string> datelines_of(const Tree& tree, const Blocks& blocks, const Labels& labels, const Article& article, const Fits& fits) {
  std::vector<std::string> lines;
  for (const std::size_t b : article.beside) {
    if (!fits(b) || is_in_comments(tree, labels, blocks.all[b].node)) continue;
    const std::uint32_t node = blocks.all[b].node;
    for (std::uint32_t i = node; i < tree.nodes[node].end && labels.first[node] == b; ++i) {
      if (!is_dated(tree, labels, i) || has_dated_below(tree, labels, i)) continue;
      lines.push_back(tree.text_of(i));
      if (const auto machine = tree.attribute(i, "datetime"); !machine.empty()) lines.push_back(collapsed(machine));
    }
    lines.push_back(collapsed(blocks.all[b].text.of(blocks.text)));
  }
  return lines;
}

// "Text: Name" is the name.
std::string without_label(std::string byline) {
  const std::size_t colon = byline.find(": ");
  return colon == std::string::npos ? byline : byline.substr(colon + 2);
}

// Names of accounts are no authors: one word of small Latin letters.
bool is_account(std::string_view name) { return name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_.-") == std::string_view::npos; }

// The byline, where the page names nobody for machines.
std::string author_of(const Tree& tree, const Blocks& blocks, const Labels& labels, const Article& article) {
  constexpr std::uint32_t kLongest = 6;
  for (const std::size_t b : article.beside) {
    const Block& block = blocks.all[b];
    if (block.words > kLongest) continue;
    for (std::uint32_t i = block.node; i != 0 && tree.nodes[i].tag != Tag::body; i = tree.nodes[i].parent) {
      if (labels.last[i] - labels.first[i] > 4) break;
      if (labels.marks[i].author || tree.attribute(i, "rel") == "author") return without_label(collapsed(block.text.of(blocks.text)));
    }
  }
  return {};
}

// Less text than this is not worth believing in the names of elements, where the page has more.
constexpr std::uint32_t kFewWords = 25;

struct Found {
  Labels labels;
  Headline headline;
  Article article;
};

// Whether what follows the first block of the body is none of it.
bool is_alone(const Article& article) { return article.first + 1 < article.kept.size() && !article.kept[article.first + 1]; }

Found find(const Tree& tree, const Blocks& blocks, const Metadata& metadata, const MarkupRules& rules, bool by_names) {
  const Headline guess = find_headline(tree, blocks, metadata, nullptr);
  Found found{label(tree, blocks, rules, guess.block, by_names), {}, {}};
  Headline& headline = found.headline = find_headline(tree, blocks, metadata, &found.labels);
  found.article = find_article(tree, blocks, found.labels, headline);
  if (!headline.weak) return found;
  Headline above = headline_above(tree, blocks, found.labels, found.article.first, is_alone(found.article));
  if (above.block == blocks.all.size() || (above.weak && headline.block < blocks.all.size())) return found;
  headline = std::move(above);
  found.article = find_article(tree, blocks, found.labels, headline);
  return found;
}

}  // namespace

Extracted extract(std::string_view page, const MarkupRules& rules) {
  const Tree tree = parse(page, kDeepest);
  const Blocks blocks = find_blocks(tree);
  Metadata metadata = read_metadata(tree);
  Found found = find(tree, blocks, metadata, rules, true);
  if (found.article.words < kFewWords && found.labels.prose[0] > found.article.words) {
    Found second = find(tree, blocks, metadata, rules, false);
    if (second.article.words > 2 * found.article.words) found = std::move(second);
  }
  Extracted out;
  out.too_deep = tree.too_deep;
  Assembly(blocks, found.labels).write(found.article, found.headline, out);
  out.title = std::move(found.headline.text);
  out.published = metadata.published.empty() ? published_in_state(tree, out.title) : std::move(metadata.published);
  out.utc = is_utc(out.published);
  out.url = std::move(metadata.url);
  out.author = without_label(is_account(metadata.author) ? author_of(tree, blocks, found.labels, found.article) : std::move(metadata.author));
  constexpr std::size_t kAbove = 2;  // blocks that belong to the headline
  const Article& article = found.article;
  const std::size_t top = std::min(found.headline.block, article.first);
  const std::size_t near = top > kAbove ? top - kAbove : 0;
  const auto lines = [&](const auto& fits) { return datelines_of(tree, blocks, found.labels, article, fits); };
  out.datelines = lines([&](std::size_t b) { return b >= near && b < article.end; });
  out.header_datelines = lines([&](std::size_t b) { return b < near; });
  out.tail_datelines = lines([&](std::size_t b) { return b >= article.end; });
  return out;
}

}  // namespace qogam::html
