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
    count_elements();
    for (std::uint32_t i = 1; i < size; ++i)
      if (tree_.nodes[i].tag != Tag::text) label_node(i);
    for (std::uint32_t i = 1; i < size; ++i)
      if (tree_.nodes[i].tag != Tag::text && out_.kind[i].empty()) label_cards(i);
    label_forms();
    out_.furniture.assign(size, 0);
    for (std::uint32_t i = 1; i < size; ++i) {
      const std::uint32_t around = out_.furniture[tree_.nodes[i].parent];
      out_.furniture[i] = around != 0 ? around : out_.kind[i].empty() ? 0 : i;
    }
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

  // Pages may have as many of these elements as they like, in each other too: they are counted once.
  void count_elements() {
    const std::size_t size = tree_.nodes.size();
    quotations_.assign(size + 1, 0);
    pictures_.assign(size + 1, 0);
    in_quotation_.assign(size, false);
    for (std::size_t i = 1; i < size; ++i) {
      const Node& node = tree_.nodes[i];
      quotations_[i + 1] = quotations_[i] + (node.tag == Tag::blockquote);
      pictures_[i + 1] = pictures_[i] + (node.name == "img");
      in_quotation_[i] = node.tag == Tag::blockquote || in_quotation_[node.parent];
    }
  }

  // Whether elements, of which `counts` has how many stand before each node, are below node i.
  bool has_below(std::uint32_t i, const std::vector<std::uint32_t>& counts) const { return counts[tree_.nodes[i].end] > counts[i + 1]; }

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
    if (marks.kind.empty() && marks.author && words_[i] > 6 && words_[i] <= kAuthorWords && !in_quotation_[i]) marks.kind = "other";
    if (marks.kind.empty() || marks.body || marks.keep || holds_title(i)) return;
    if (marks.kind == "related" && !marks.sure && links_[i] * 5 < words_[i]) return;
    if (node.tag == Tag::footer && in_quotation_[i]) return;
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
        if (!has_below(tree_.nodes[i].parent, quotations_)) marks.kind = "caption", marks.sure = true;
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
  void label_forms() {
    std::vector<std::uint32_t> small(tree_.nodes.size(), 0);  // the outermost around each node; 0: the node is not small itself
    for (std::uint32_t i = 1; i < small.size(); ++i) {
      if (words_[i] > kFormWords || holds_title(i)) continue;
      const std::uint32_t outer = small[tree_.nodes[i].parent];
      small[i] = outer != 0 ? outer : i;
      if (is_field(tree_.nodes[i].tag) && words_[small[i]] > 0 && out_.kind[small[i]].empty()) out_.kind[small[i]] = "other";
    }
  }

  // A picture and a few words that are no sentence.
  bool is_picture(std::uint32_t i) const {
    if (words_[i] == 0 || words_[i] > kPictureWords || out_.prose[i] > 0 || links_[i] * 2 > words_[i]) return false;
    for (std::uint32_t b = out_.first[i]; b < out_.last[i]; ++b)
      if (blocks_.all[b].strong || is_heading(tree_.nodes[blocks_.all[b].node].tag)) return false;
    return has_below(i, pictures_);
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
  std::vector<std::uint32_t> quotations_, pictures_;  // before each node, and before the end
  std::vector<bool> in_quotation_;
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

std::string_view Labels::kind_around(std::uint32_t i, std::uint32_t* outermost) const {
  if (furniture[i] == 0) return {};
  if (outermost != nullptr) *outermost = furniture[i];
  return kind[furniture[i]];
}

Labels label(const Tree& tree, const Blocks& blocks, const MarkupRules& rules, std::size_t title, bool by_names) {
  return Labeller(tree, blocks, rules, title, by_names).run();
}

}  // namespace qogam::html
