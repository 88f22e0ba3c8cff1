// Headings against titles.
#include "html/headline.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "text/utf8.h"

namespace qogam::html {
namespace {

constexpr double kSame = 0.8;
constexpr std::uint32_t kMostBetween = 30;
constexpr std::size_t kFewestWords = 2, kMostWords = 40, kTellingWords = 4;
constexpr std::size_t kMostTitleWords = 4 * kMostWords;  // no headline is like a longer title
constexpr std::array<std::string_view, 9> kBorders = {" | ", " - ", " – ", " — ", " :: ", " » ", " / ", " • ", " · "};

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  const std::string lower = text::to_lower(text);
  std::string word;
  for (std::size_t at = 0; at < lower.size();) {
    const std::size_t begin = at;
    const char32_t c = text::decode_at(lower, at);
    if (text::is_letter(c) || (c >= '0' && c <= '9')) {
      word.append(lower, begin, at - begin);
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

std::size_t in_both(std::vector<std::string> a, std::vector<std::string> b) {
  std::vector<std::string> both;
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both.size();
}

// Dice's coefficient of the two bags of words.
double dice(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty() || b.empty()) return 0;
  return 2.0 * static_cast<double>(in_both(a, b)) / static_cast<double>(a.size() + b.size());
}

// The same, but a heading that has all of a long title in it is as good.
double likeness(const std::vector<std::string>& heading, const std::vector<std::string>& title) {
  const bool telling = title.size() >= kTellingWords && heading.size() >= title.size() && heading.size() <= 3 * title.size();
  return telling && in_both(heading, title) == title.size() ? std::max(kSame, dice(heading, title)) : dice(heading, title);
}

bool has_border(std::string_view text) {
  return std::any_of(kBorders.begin(), kBorders.end(), [&](std::string_view border) { return border != " - " && border != " – " && border != " — " && text.find(border) != std::string_view::npos; });
}

// The title, and what is left of it where a name of the site may have been put before or behind it.
std::vector<std::string> readings_of(const std::string& title) {
  std::vector<std::string> all{title};
  for (const std::string_view border : kBorders) {
    if (const std::size_t first = title.find(border); first != std::string::npos) {
      all.push_back(title.substr(0, first));
      all.push_back(title.substr(first + border.size()));
    }
    if (const std::size_t last = title.rfind(border); last != std::string::npos && last != title.find(border)) {
      all.push_back(title.substr(0, last));
      all.push_back(title.substr(last + border.size()));
    }
  }
  return all;
}

// Set in larger letters, as pages did before they had headings.
bool is_large(const Tree& tree, std::uint32_t i) {
  for (std::uint32_t k = i; k < tree.nodes[i].end; ++k) {
    if (tree.nodes[k].name != "font" && tree.nodes[k].name != "big") continue;
    const std::string_view size = tree.attribute(k, "size");
    if (tree.nodes[k].name == "big" || size.starts_with('+') || (size.size() == 1 && size[0] >= '4' && size[0] <= '7')) return true;
  }
  return false;
}

// Whether block b + 1 goes on with the headline of block b: lines of one bold element, or headings alike
// that follow each other.
bool goes_on(const Tree& tree, const Blocks& blocks, std::size_t b) {
  if (b + 1 >= blocks.all.size()) return false;
  const Block &one = blocks.all[b], &next = blocks.all[b + 1];
  if (one.sentence || next.words + one.words > kMostWords || next.link_words > 0) return false;
  if (one.node == next.node) return next.after_break && one.strong && next.strong;
  const Node &a = tree.nodes[one.node], &c = tree.nodes[next.node];
  return is_heading(a.tag) && a.tag == c.tag && !tree.attribute(one.node, "class").empty() &&
         tree.attribute(one.node, "class") == tree.attribute(next.node, "class");
}

Headline whole_headline(const Tree& tree, const Blocks& blocks, std::size_t b) {
  Headline headline{b, b + 1, false, {}};
  while (headline.block > 0 && goes_on(tree, blocks, headline.block - 1)) --headline.block;
  while (goes_on(tree, blocks, headline.end - 1)) ++headline.end;
  for (std::size_t k = headline.block; k < headline.end; ++k)
    headline.text.append(k == headline.block ? "" : " ").append(blocks.all[k].text.of(blocks.text));
  headline.text = collapsed(headline.text);
  return headline;
}

class Finder {
 public:
  Finder(const Tree& tree, const Blocks& blocks, const Metadata& metadata, const Labels* labels)
      : tree_(tree), blocks_(blocks), metadata_(metadata), labels_(labels) {
    for (const std::string& title : metadata.titles)
      for (const std::string& reading : readings_of(title))
        if (std::vector<std::string> words = words_of(reading); words.size() <= kMostTitleWords) titles_.push_back(std::move(words));
    prose_behind_.assign(blocks.all.size() + 1, 0);
    words_to_text_.assign(blocks.all.size() + 1, 0);
    for (std::size_t b = blocks.all.size(); b-- > 1;) {
      const Block& block = blocks.all[b];
      words_to_text_[b - 1] = prose_words(block) > 0 ? 0 : words_to_text_[b] + block.words + 2 * block.link_words;
    }
    ranks_.assign(tree.nodes.size(), 0);
    for (std::uint32_t i = 1; i < ranks_.size(); ++i) ranks_[i] = static_cast<std::uint8_t>(rank_of_node(i));
    for (std::size_t b = blocks.all.size(); b-- > 0;) prose_behind_[b] = prose_behind_[b + 1] + prose_words(blocks.all[b]);
  }

  Headline run() const {
    std::size_t best = blocks_.all.size();
    double best_score = 0;
    for (std::size_t b = 0; b < blocks_.all.size(); ++b) {
      const double score = score_of(b);
      if (score <= best_score) continue;
      best = b;
      best_score = score;
    }
    if (best == blocks_.all.size()) return {best, best, true, from_titles()};
    Headline headline = whole_headline(tree_, blocks_, best);
    headline.weak = words_to_text_[best] > kMostBetween;
    return headline;
  }

 private:
  int rank_of(std::size_t b) const { return ranks_[blocks_.all[b].node]; }

  // What a node says itself, else the nodes around it.
  int rank_of_node(std::uint32_t i) const {
    const Tag tag = tree_.nodes[i].tag;
    if (tag == Tag::h1 || tree_.attribute(i, "itemprop").find("headline") != std::string_view::npos) return 3;
    if (tag == Tag::h2 || tag == Tag::h3 || tree_.attribute(i, "role") == "heading" || marked_title(i)) return 2;
    if (tag == Tag::body || tag == Tag::td || tag == Tag::article) return 0;
    return ranks_[tree_.nodes[i].parent];
  }

  bool marked_title(std::uint32_t i) const {
    return labels_ != nullptr && labels_->marks[i].title;
  }

  // 0: no headline. A heading that agrees with a title of the page is above one that does not.
  double score_of(std::size_t b) const {
    const Block& block = blocks_.all[b];
    const int rank = rank_of(b);
    if (block.words > kMostWords || block.words < (rank == 3 ? 1 : kFewestWords)) return 0;
    if (labels_ != nullptr && !labels_->kind_around(block.node).empty()) return 0;
    const bool link = block.link_words * 2 > block.words;
    // A headline has most of the text below it. Lines of no rank that are a path to the page are none.
    if (prose_behind_[b] * 4 < prose_behind_[0]) return 0;
    if (rank == 0 && (block.link_words > 0 || has_border(block.text.of(blocks_.text)))) return 0;
    double same = 0;
    if (rank > 0 || block.words > 3) {
      const auto words = words_of(block.text.of(blocks_.text));
      for (const auto& title : titles_) same = std::max(same, rank > 0 ? likeness(words, title) : dice(words, title));
    }
    // The name of the site and its menu stand above the headline, which stands right above the text.
    const int far = words_to_text_[b] > kMostBetween ? 8 : 0;
    // The name of the site is a title's piece too, but a short one, and often a link.
    if (same >= kSame && !(rank == 0 && link)) return 10 * same + rank + (rank > 0 ? 5 : 0) + std::min(block.words, 12u) / 3.0 - (link ? 5 : 0) - far;
    return rank == 3 && !link && block.words > 2 ? (words_to_text_[b] > kMostBetween ? 0.5 : 1) + same : 0;
  }

  // The title that most others begin or end with, without what only the site says.
  std::string from_titles() const {
    if (metadata_.titles.empty()) return {};
    std::string title = metadata_.titles.front();
    for (const std::string_view border : kBorders) {
      const std::size_t last = title.rfind(border);
      if (last == std::string::npos) continue;
      const std::string tail = title.substr(last + border.size());
      const bool site = !metadata_.site_name.empty() && likeness(words_of(tail), words_of(metadata_.site_name)) > 0.5;
      if (site || words_of(tail).size() < words_of(title.substr(0, last)).size()) title.resize(last);
    }
    return title;
  }

  const Tree& tree_;
  const Blocks& blocks_;
  const Metadata& metadata_;
  const Labels* labels_;
  std::vector<std::vector<std::string>> titles_;
  std::vector<std::uint8_t> ranks_;           // of nodes
  std::vector<std::uint32_t> prose_behind_;   // of each block, in it and all that follow
  std::vector<std::uint32_t> words_to_text_;  // between each block and the next sentence, those of links thrice
};

}  // namespace

Headline find_headline(const Tree& tree, const Blocks& blocks, const Metadata& metadata, const Labels* labels) {
  return Finder(tree, blocks, metadata, labels).run();
}

Headline headline_above(const Tree& tree, const Blocks& blocks, const Labels& labels, std::size_t body, bool alone) {
  constexpr std::size_t kFar = 6;
  constexpr std::uint32_t kLongest = 25, kLetters = 3, kTelling = 4, kFirstLine = 18;
  std::size_t best = blocks.all.size();
  int best_rank = 0;
  if (body < blocks.all.size() && alone && blocks.all[body].words <= kFirstLine && !blocks.all[body].text.of(blocks.text).ends_with('.'))
    best = body, best_rank = 2;
  for (std::size_t b = std::min(body, blocks.all.size()); b-- > 0 && b + kFar >= body;) {
    const Block& block = blocks.all[b];
    const std::string_view text = block.text.of(blocks.text);
    if (block.link_words > 0 || block.words < kFewestWords || block.words > kLongest || text.ends_with(',') || text.ends_with(':')) continue;
    if (block.letters < kLetters * block.words || !labels.kind_around(block.node).empty()) continue;
    bool marked = is_heading(tree.nodes[block.node].tag);
    std::uint32_t outermost = 0;  // that holds no other block
    for (std::uint32_t i = block.node; i != 0 && labels.last[i] - labels.first[i] == 1; i = tree.nodes[i].parent) {
      marked = marked || labels.marks[i].title;
      outermost = i;
    }
    marked = marked || (outermost != 0 && is_large(tree, outermost));
    const bool plain = block.words >= kTelling && text.find(". ") == std::string_view::npos;
    const int rank = marked ? 3 : block.strong ? 2 : plain ? 1 : 0;
    // Of lines alike the upper one: below it stand a byline or the words under a picture.
    if (rank > 0 && rank >= best_rank) best = b, best_rank = rank;
  }
  if (best == blocks.all.size()) return {best, best, true, {}};
  Headline headline = whole_headline(tree, blocks, best);
  headline.weak = best_rank < 3 && best != body;
  return headline;
}

}  // namespace qogam::html
