// Furniture by names, roles and repetition.
#include "html/labels.h"

#include <algorithm>
#include <string>

namespace qogam::html {
namespace {

constexpr std::uint32_t kProseWords = 10, kShortSentence = 4;
// The share of a page's sentences that makes an element too great for furniture.
constexpr double kLikely = 0.3, kSure = 0.6;
constexpr std::size_t kFewestCards = 3;
constexpr std::uint32_t kCardWords = 70, kFormWords = 45, kQuestionWords = 5, kPictureWords = 12, kAuthorWords = 80;

class Labeller {
 public:
  Labeller(const Tree& tree, const Blocks& blocks, const MarkupRules& rules, std::size_t title, bool by_names)
      : tree_(tree), blocks_(blocks), rules_(rules), title_(title), by_names_(by_names) {}

  Labels run() {
    const std::size_t size = tree_.nodes.size();
    out_.kind.resize(size);
    out_.marks.resize(size);
    sum_up();
    for (std::uint32_t i = 1; i < size; ++i)
      if (tree_.nodes[i].tag != Tag::text) label_node(i);
    for (std::uint32_t i = 1; i < size; ++i)
      if (tree_.nodes[i].tag != Tag::text && out_.kind[i].empty()) label_cards(i);
    for (std::uint32_t i = 1; i < size; ++i)
      if (is_field(tree_.nodes[i].tag)) label_form(i);
    return std::move(out_);
  }

 private:
  // Which blocks lie below each node, and how much prose.
  void sum_up() {
    const std::size_t size = tree_.nodes.size();
    out_.prose.assign(size, 0);
    out_.first.assign(size, static_cast<std::uint32_t>(blocks_.all.size()));
    out_.last.assign(size, 0);
    links_.assign(size, 0);
    words_.assign(size, 0);
    for (std::uint32_t b = 0; b < blocks_.all.size(); ++b) {
      const std::uint32_t node = blocks_.all[b].node;
      out_.prose[node] += prose_words(blocks_.all[b]);
      words_[node] += blocks_.all[b].words;
      links_[node] += blocks_.all[b].link_words;
      out_.first[node] = std::min(out_.first[node], b);
      out_.last[node] = std::max(out_.last[node], b + 1);
    }
    for (auto i = static_cast<std::uint32_t>(size); i-- > 1;) {
      const std::uint32_t parent = tree_.nodes[i].parent;
      out_.prose[parent] += out_.prose[i];
      words_[parent] += words_[i];
      links_[parent] += links_[i];
      out_.first[parent] = std::min(out_.first[parent], out_.first[i]);
      out_.last[parent] = std::max(out_.last[parent], out_.last[i]);
    }
  }

  bool has_below(std::uint32_t i, Tag tag) const {
    for (std::uint32_t k = i + 1; k < tree_.nodes[i].end; ++k)
      if (tree_.nodes[k].tag == tag) return true;
    return false;
  }

  bool is_in(std::uint32_t i, Tag tag) const {
    while (i != 0 && tree_.nodes[i].tag != tag) i = tree_.nodes[i].parent;
    return i != 0;
  }

  bool holds_title(std::uint32_t i) const { return out_.first[i] <= title_ && title_ < out_.last[i]; }

  void label_node(std::uint32_t i) {
    const Node& node = tree_.nodes[i];
    std::string names(tree_.attribute(i, "class"));
    for (const char* const key : {"id", "role"}) names.append(" ").append(tree_.attribute(i, key));
    if (node.name.find('-') != std::string::npos) names.append(" ").append(node.name);
    Marks& marks = out_.marks[i] = rules_.marks_of(names);
    if (tree_.attribute(i, "itemprop").find("articleBody") != std::string_view::npos) marks.body = true;
    if (node.tag == Tag::body || node.tag == Tag::html || node.tag == Tag::main) return;
    if (is_picture(i)) marks.kind = "caption", marks.sure = true;
    if (!by_names_) marks.kind = {}, marks.sure = false;
    if (marks.kind.empty()) by_element(i, marks);
    // A line about the writer, with words of praise.
    if (marks.kind.empty() && marks.author && words_[i] > 6 && words_[i] <= kAuthorWords && !is_in(i, Tag::blockquote)) marks.kind = "other";
    if (marks.kind.empty() || marks.body || marks.keep || holds_title(i)) return;
    if (marks.kind == "related" && !marks.sure && links_[i] * 5 < words_[i]) return;
    if (node.tag == Tag::footer && is_in(i, Tag::blockquote)) return;
    const double share = out_.prose[0] == 0 ? 0 : static_cast<double>(out_.prose[i]) / out_.prose[0];
    if (share <= (marks.sure ? kSure : kLikely)) out_.kind[i] = marks.kind;
  }

  void by_element(std::uint32_t i, Marks& marks) const {
    switch (tree_.nodes[i].tag) {
      case Tag::nav:
      case Tag::menu:
        marks.kind = "navigation", marks.sure = true;
        break;
      case Tag::figcaption:  // under a quotation it says who spoke
        if (!has_below(tree_.nodes[i].parent, Tag::blockquote)) marks.kind = "caption", marks.sure = true;
        break;
      case Tag::button:  // a question may be one, which opens its answer
        if (words_[i] < kQuestionWords) marks.kind = "other", marks.sure = true;
        break;
      case Tag::footer:
      case Tag::dialog:
        marks.kind = "other", marks.sure = true;
        break;
      case Tag::aside:
      case Tag::header:
      case Tag::address:
      case Tag::label:
        marks.kind = "other";
        break;
      default:
        break;
    }
  }

  static bool is_field(Tag tag) {
    return tag == Tag::form || tag == Tag::input || tag == Tag::textarea || tag == Tag::select;
  }

  // The small element around fields and buttons: subscriptions, donations, polls.
  void label_form(std::uint32_t field) {
    std::uint32_t around = 0;
    for (std::uint32_t i = field; i != 0 && words_[i] <= kFormWords && !holds_title(i); i = tree_.nodes[i].parent) around = i;
    if (around != 0 && words_[around] > 0 && out_.kind[around].empty()) out_.kind[around] = "other";
  }

  // A picture and a few words that are no sentence.
  bool is_picture(std::uint32_t i) const {
    if (words_[i] == 0 || words_[i] > kPictureWords || out_.prose[i] > 0 || links_[i] * 2 > words_[i]) return false;
    for (std::uint32_t b = out_.first[i]; b < out_.last[i]; ++b)
      if (blocks_.all[b].strong || is_heading(tree_.nodes[blocks_.all[b].node].tag)) return false;
    for (std::uint32_t k = i + 1; k < tree_.nodes[i].end; ++k)
      if (tree_.nodes[k].name == "img") return true;
    return false;
  }

  // Three or more children alike, each a teaser: a link and a few words.
  void label_cards(std::uint32_t i) {
    const Tag tag = tree_.nodes[i].tag;
    if (tag == Tag::p || tag == Tag::a || words_[i] == 0 || holds_title(i)) return;
    std::size_t cards = 0, others = 0;
    for (std::uint32_t k = i + 1; k < tree_.nodes[i].end; k = tree_.nodes[k].end) {
      if (tree_.nodes[k].tag == Tag::text || words_[k] == 0) continue;
      (is_card(k) ? cards : others) += 1;
    }
    if (cards >= kFewestCards && others <= cards / 2) out_.kind[i] = "related";
  }

  bool is_card(std::uint32_t k) const {
    if (words_[k] > kCardWords || is_heading(tree_.nodes[k].tag)) return false;
    if (links_[k] * 2 > words_[k]) return true;
    return links_[k] * 5 >= words_[k] && out_.last[k] - out_.first[k] >= 2;
  }

  const Tree& tree_;
  const Blocks& blocks_;
  const MarkupRules& rules_;
  std::size_t title_;
  bool by_names_;
  Labels out_;
  std::vector<std::uint32_t> links_, words_;
};

}  // namespace

bool is_dated(const Tree& tree, const Labels& labels, std::uint32_t i) {
  return tree.nodes[i].tag == Tag::time || (tree.nodes[i].tag != Tag::text && labels.marks[i].date);
}

std::uint32_t prose_words(const Block& block) {
  if (block.link_words * 3 > block.words) return 0;
  if (block.words >= kProseWords || (block.sentence && block.words >= kShortSentence)) return block.words;
  return 0;
}

std::string_view Labels::kind_around(const Tree& tree, std::uint32_t i, std::uint32_t* outermost) const {
  std::string_view found;
  for (; i != 0; i = tree.nodes[i].parent) {
    if (kind[i].empty()) continue;
    found = kind[i];
    if (outermost != nullptr) *outermost = i;
  }
  return found;
}

Labels label(const Tree& tree, const Blocks& blocks, const MarkupRules& rules, std::size_t title, bool by_names) {
  return Labeller(tree, blocks, rules, title, by_names).run();
}

}  // namespace qogam::html
