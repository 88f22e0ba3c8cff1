// The subtree with the most text, and the blocks of it that are text.
#include "html/article.h"

#include <algorithm>

#include "text/utf8.h"

namespace qogam::html {
namespace {

// Where names say "here is the text", so much of what the best place has is enough.
constexpr double kNamedShare = 0.35;
constexpr std::uint32_t kNamedWords = 25;
constexpr double kMuchMore = 1.6;
constexpr std::uint32_t kShort = 8;       // words of what is no sentence and no paragraph
constexpr std::size_t kNear = 12;         // blocks around the article that may say its day
constexpr std::uint32_t kLongestDateline = 15;
constexpr std::uint32_t kLetters = 3;     // a word of text has at least, on average
// What blocks that are no text cost where the body is cut off, in words.
constexpr double kShortCost = 6, kFurnitureCost = 3;
constexpr double kBranch = 0.8;           // of the text in one branch of the place
constexpr std::size_t kFewestComments = 2;
constexpr std::uint32_t kWordsBeforeComments = 40;
constexpr std::size_t kCommentHead = 120, kDayAndTime = 32;  // bytes in which a name, a day and a time stand
constexpr std::ptrdiff_t kCommentName = 5;                  // blanks in and around the name

class Finder {
 public:
  Finder(const Tree& tree, const Blocks& blocks, const Labels& labels, const Headline& headline)
      : tree_(tree), text_(blocks.text), blocks_(blocks.all), labels_(labels), title_(headline.block), title_end_(headline.end) {
    furniture_.reserve(blocks_.size());
    words_before_.push_back(0);
    for (const Block& block : blocks_) {
      furniture_.push_back(!labels.kind_around(block.node).empty());
      words_before_.push_back(words_before_.back() + (furniture_.back() ? 0 : block.words));
    }
  }

  Article run() {
    out_.kept.assign(blocks_.size(), false);
    const std::uint32_t place = find_place();
    choose(place);
    narrow(place);
    for (std::size_t b = 0; b < blocks_.size(); ++b)
      if (out_.kept[b]) out_.words += prose_words(blocks_[b]);
    if (std::none_of(out_.kept.begin(), out_.kept.end(), [](bool kept) { return kept; })) keep_what_there_is();
    find_beside();
    return std::move(out_);
  }

 private:
  bool linked(const Block& b) const { return b.link_words * 2 > b.words; }

  // What a block says for its being text, in words.
  double gain(std::size_t b) const {
    if (furniture_[b]) return 0;
    const Block& block = blocks_[b];
    if (linked(block)) return -static_cast<double>(block.words) - 1;
    if (const std::uint32_t prose = prose_words(block)) return prose;
    if (is_heading(tree_.nodes[block.node].tag)) return 1;
    return block.row || tree_.nodes[block.node].tag == Tag::li ? 0.5 * block.words : -2;
  }

  // Prose below each node that is no furniture.
  std::vector<double> gains() const {
    std::vector<double> sums(tree_.nodes.size(), 0);
    for (std::size_t b = 0; b < blocks_.size(); ++b) sums[blocks_[b].node] += gain(b);
    for (std::size_t i = sums.size(); i-- > 1;) sums[tree_.nodes[i].parent] += sums[i];
    return sums;
  }

  bool behind_title(std::uint32_t i) const { return title_ == blocks_.size() || labels_.last[i] > title_; }

  // The element that holds the body.
  std::uint32_t find_place() const {
    const std::vector<double> sums = gains();
    const auto value = [&](std::uint32_t i) { return sums[i] * nearness(i); };
    std::uint32_t best = 0, named = 0;
    for (std::uint32_t i = 1; i < sums.size(); ++i) {
      if (tree_.nodes[i].tag == Tag::text || !behind_title(i)) continue;
      if (value(i) > 0 && (best == 0 || value(i) > value(best))) best = i;
    }
    best = around_title(sums, best);
    for (std::uint32_t i = 1; i < sums.size(); ++i) {
      const bool article = tree_.nodes[i].tag == Tag::article && holds_title(i);
      if (!(labels_.marks[i].body || article) || !behind_title(i) || !labels_.kind_around(i).empty()) continue;
      if (sums[i] < kNamedWords || (best != 0 && sums[i] < kNamedShare * sums[best])) continue;
      if (named == 0 || value(i) > value(named)) named = i;
    }
    return named != 0 ? named : best;
  }

  // The smallest element with the headline and text in it that no wider one has much more of: side
  // columns add a little, the body below its lead a lot.
  std::uint32_t around_title(const std::vector<double>& sums, std::uint32_t best) const {
    if (title_ == blocks_.size() || best == 0) return best;
    std::uint32_t found = 0;
    for (std::uint32_t i = blocks_[title_].node; i != 0; i = tree_.nodes[i].parent)
      if (sums[i] >= kNamedWords && (found == 0 || sums[i] > kMuchMore * sums[found])) found = i;
    return found != 0 && sums[found] >= 0.5 * sums[best] && holds(found, best) != holds(best, found) ? found : best;
  }

  bool holds(std::uint32_t outer, std::uint32_t inner) const { return outer < inner && inner < tree_.nodes[outer].end; }

  bool holds_title(std::uint32_t i) const { return labels_.first[i] <= title_ && title_ < labels_.last[i]; }

  // Text far below the headline is that of something else.
  double nearness(std::uint32_t i) const {
    if (title_ == blocks_.size() || labels_.first[i] <= title_) return 1;
    const std::uint32_t between = labels_.first[i] > title_end_ ? words_before_[labels_.first[i]] - words_before_[title_end_] : 0;
    return 1.0 / (1.0 + between / 60.0);
  }

  bool begins_another(std::size_t b) const {
    if (title_ == blocks_.size() || b < title_end_) return false;
    const std::uint32_t own = blocks_[title_].node, other = blocks_[b].node;
    if (tree_.nodes[own].tag == Tag::h1) return tree_.nodes[other].tag == Tag::h1;
    const auto name = tree_.attribute(own, "class");
    return !name.empty() && tree_.nodes[own].tag == tree_.nodes[other].tag && tree_.attribute(other, "class") == name;
  }

  void choose(std::uint32_t place) {
    if (place == 0) return;
    std::size_t begin = labels_.first[place], end = labels_.last[place];
    if (title_ < end) begin = title_end_;  // a lead may stand between the headline and the place
    for (std::size_t b = begin; b < end; ++b) {
      if (begins_another(b)) {
        end = b;
        break;
      }
      out_.kept[b] = !furniture_[b] && fits(b, b >= labels_.first[place]);
    }
    end = before_comments(begin, end);
    if (title_ == blocks_.size()) begin = best_begin(begin, end);
    end = best_end(begin, end);
    drop_ends(begin, end);
    drop_empty_headings(begin, end);
  }

  // A name, a day and a time of day, in this order, at the beginning: the head of a comment. Before the
  // name may stand the number of the comment: "3 Name (01.05.2012 19:22)".
  bool heads_comment(std::size_t b) const {
    if (blocks_[b].row) return false;
    const std::string_view text = blocks_[b].text.of(text_).substr(0, kCommentHead);
    const auto digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
    std::size_t name = 0;
    while (digit(name)) ++name;
    if (name > 3 || (name > 0 && !(name < text.size() && text[name] == ' '))) return false;
    const std::size_t day = text.find_first_of("0123456789", name);
    if (day == std::string_view::npos || day < name + 3) return false;
    std::size_t behind = day;
    while (digit(behind)) ++behind;
    if (behind < text.size() && text[behind] == ':') return false;  // an hour
    std::size_t before = day;
    while (before > 0 && !text::starts_letter(text[before - 1])) --before;
    std::size_t at = before > 0 ? before - 1 : 0;
    const char32_t left = text::decode_at(text, at);
    if (left != ' ' && left != '(' && left != ',' && left != '|' && !text::is_letter(left)) return false;
    if (std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(day), ' ') > kCommentName) return false;
    for (std::size_t i = day + 4; i < day + kDayAndTime && i < text.size(); ++i)
      if (text[i] == ':' && digit(i - 1) && digit(i + 1) && digit(i + 2)) return true;
    return false;
  }

  // A day and a time alone, under a name.
  bool is_stamp_under_name(std::size_t b) const {
    const Block& block = blocks_[b];
    const std::string_view text = block.text.of(text_);
    const std::size_t colon = text.find(':');
    if (b == 0 || block.row || block.words < 2 || block.words > 5 || colon == std::string_view::npos || colon < 4) return false;
    const auto digits = std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits >= 5 && blocks_[b - 1].words <= 4 && blocks_[b - 1].letters > 2 && !blocks_[b - 1].sentence;
  }

  // Comments that no name tells: several such heads, one behind the other, with text between them.
  std::size_t before_comments(std::size_t begin, std::size_t end) {
    std::vector<std::size_t> heads;
    std::uint32_t words = 0;  // of the text so far; above it stands the byline
    for (std::size_t b = begin; b < end; ++b) {
      if (!out_.kept[b]) continue;
      const bool own = heads_comment(b), below = is_stamp_under_name(b);
      if (words >= kWordsBeforeComments && (own || below)) heads.push_back(own ? b : b - 1);
      if (!own) words += prose_words(blocks_[b]);
    }
    if (heads.size() < kFewestComments) return end;
    return cut(heads.front(), end);
  }

  std::size_t cut(std::size_t from, std::size_t end) {
    for (std::size_t b = from; b < end; ++b) out_.kept[b] = false;
    return from;
  }

  // Where the run of text from the headline on is worth the most: what follows is of less text than
  // furniture (maximum subsequence, as in BTE).
  std::size_t best_end(std::size_t begin, std::size_t end) {
    double sum = 0, best_sum = 0;
    std::size_t best = begin;
    bool furniture = false;
    for (std::size_t b = begin; b < end; ++b) {
      sum += out_.kept[b] ? worth(b) : furniture ? 0 : -kFurnitureCost;
      furniture = !out_.kept[b];
      if (!furniture && sum >= best_sum) best_sum = sum, best = b + 1;
    }
    return best == begin ? end : cut(best, end);
  }

  // The same from the other end, where no headline says where the text begins.
  std::size_t best_begin(std::size_t begin, std::size_t end) {
    double sum = 0, best_sum = 0;
    std::size_t best = end;
    bool furniture = false;
    for (std::size_t b = end; b-- > begin;) {
      sum += out_.kept[b] ? worth(b) : furniture ? 0 : -kFurnitureCost;
      furniture = !out_.kept[b];
      if (!furniture && sum >= best_sum) best_sum = sum, best = b;
    }
    if (best == end) return begin;
    cut(begin, best);
    return best;
  }

  double worth(std::size_t b) const {
    if (const std::uint32_t prose = prose_words(blocks_[b])) return prose;
    const bool text = blocks_[b].letters >= kLetters * blocks_[b].words;
    return is_item(b) && text ? 0.5 * blocks_[b].words : -kShortCost;
  }

  // What stands behind the one branch that holds nearly all of the text, side columns and notes of the
  // site, goes.
  void narrow(std::uint32_t place) {
    std::vector<std::uint32_t> prose(tree_.nodes.size(), 0);
    for (std::size_t b = 0; b < blocks_.size(); ++b)
      if (out_.kept[b]) prose[blocks_[b].node] += prose_words(blocks_[b]);
    for (std::size_t i = prose.size(); i-- > 1;) prose[tree_.nodes[i].parent] += prose[i];
    const double enough = kBranch * prose[place];
    for (bool deeper = place != 0; deeper;) {
      deeper = false;
      for (std::uint32_t k = place + 1; k < tree_.nodes[place].end && !deeper; k = tree_.nodes[k].end)
        if (tree_.nodes[k].tag != Tag::text && prose[k] >= enough && labels_.last[k] - labels_.first[k] > 1) place = k, deeper = true;
    }
    if (place != 0)
      for (std::size_t b = labels_.last[place]; b < blocks_.size(); ++b) out_.kept[b] = false;
  }

  // `inside` the place or, otherwise, between the headline and it.
  bool fits(std::size_t b, bool inside) const {
    const Block& block = blocks_[b];
    if (!inside) return prose_words(block) > 0;
    return !linked(block) && (block.letters > 0 || block.words > 1);  // "01", "/"
  }

  bool is_text(std::size_t b) const {
    const Block& block = blocks_[b];
    return prose_words(block) > 0 || block.sentence || (block.words >= kShort && block.letters >= kLetters * block.words);
  }

  // Datelines, bylines and labels before the first sentence and behind the last.
  void drop_ends(std::size_t begin, std::size_t end) {
    std::size_t first = begin;
    for (; first < end && !(out_.kept[first] && is_text(first) && !is_line_of_facts(first)); ++first)
      if (!is_heading(tree_.nodes[blocks_[first].node].tag) || blocks_[first].words < 3) out_.kept[first] = false;
    // The day may stand between the lead and the text.
    for (std::size_t b = first + 1; b < std::min(end, first + kNear); ++b)
      if (out_.kept[b] && blocks_[b].words <= kLongestDateline && is_line_of_facts(b) && !is_headingish(b) && !is_item(b)) out_.kept[b] = false;
    std::size_t last = end;
    for (; last > first && !(out_.kept[last - 1] && (is_text(last - 1) || is_item(last - 1))); --last) out_.kept[last - 1] = false;
  }

  // 1990 to 2099 in figures, or a day such as 29.08.24.
  static bool has_year(std::string_view text) {
    const auto digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
    for (std::size_t i = 2; i + 5 < text.size(); ++i)
      if (text[i] == '.' && text[i + 3] == '.' && digit(i - 1) && digit(i + 1) && digit(i + 2) && digit(i + 4) && digit(i + 5)) return true;
    for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
      const std::string_view year = text.substr(i, 4);
      if ((year.starts_with("199") || year.starts_with("20")) && year.find_first_not_of("0123456789") == std::string_view::npos) return true;
    }
    return false;
  }

  // Day, time, views, length and such, though of many words.
  bool is_line_of_facts(std::size_t b) const {
    const Block& block = blocks_[b];
    if (block.sentence || block.words > 2 * kLongestDateline) return false;
    const std::string_view text = block.text.of(text_);
    return dated(b) || has_year(text) || text.find(" | ") != std::string_view::npos;
  }

  bool is_item(std::size_t b) const {
    if (blocks_[b].row) return true;
    for (std::uint32_t i = blocks_[b].node; i != 0; i = tree_.nodes[i].parent)
      if (tree_.nodes[i].tag == Tag::li || tree_.nodes[i].tag == Tag::blockquote) return true;
    return false;
  }

  bool is_headingish(std::size_t b) const {
    return is_heading(tree_.nodes[blocks_[b].node].tag) || (blocks_[b].strong && blocks_[b].words < kShort);
  }

  // A heading over nothing, or over what was left out.
  void drop_empty_headings(std::size_t begin, std::size_t end) {
    for (std::size_t b = begin; b < end; ++b) {
      if (!out_.kept[b] || !is_heading(tree_.nodes[blocks_[b].node].tag)) continue;
      std::size_t next = b + 1;
      bool gap = false;
      for (; next < end && !out_.kept[next]; ++next) gap = true;
      if (next == end || (gap && is_headingish(next))) out_.kept[b] = false;
    }
  }

  // Nothing looks like text: all that is no furniture, else all.
  void keep_what_there_is() {
    for (std::size_t b = 0; b < blocks_.size(); ++b)
      out_.kept[b] = !furniture_[b] && !linked(blocks_[b]) && (title_ == blocks_.size() || b >= title_end_);
    if (std::any_of(out_.kept.begin(), out_.kept.end(), [](bool kept) { return kept; })) return;
    for (std::size_t b = 0; b < blocks_.size(); ++b) out_.kept[b] = b < title_ || b >= title_end_;
  }

  // Whether something in the block is marked as a date.
  bool dated(std::size_t b) const {
    const std::uint32_t node = blocks_[b].node;
    for (std::uint32_t i = node; i < tree_.nodes[node].end && labels_.first[node] == b; ++i)
      if (is_dated(tree_, labels_, i)) return true;
    return false;
  }

  void find_beside() {
    std::size_t first = blocks_.size(), last = 0;
    for (std::size_t b = 0; b < blocks_.size(); ++b) {
      if (!out_.kept[b]) continue;
      first = std::min(first, b);
      last = b + 1;
    }
    out_.first = first;
    out_.end = last;
    if (title_ < first) first = title_;
    const auto take = [&](std::size_t b) {
      if (b >= blocks_.size() || out_.kept[b] || (b >= title_ && b < title_end_) || blocks_[b].words > 2 * kLongestDateline) return;
      const auto kind = labels_.kind_around(blocks_[b].node);
      const bool head = b >= title_ && b < out_.first;
      if (!head && blocks_[b].words > kLongestDateline) return;
      if (linked(blocks_[b]) && !head && !dated(b)) return;
      const bool inside = b >= out_.first && b < last;  // between the paragraphs: words under pictures
      const bool early = b < out_.first + kNear && has_year(blocks_[b].text.of(text_));
      if (inside && !dated(b) && !early) return;
      if (head || dated(b) || (kind != "related" && kind != "ad" && kind != "caption")) out_.beside.push_back(b);
    };
    for (std::size_t b = first; b < last && b < first + kNear; ++b) take(b);
    for (std::size_t k = 1; k <= std::min(kNear, first); ++k) take(first - k);
    for (std::size_t k = 0; k < kNear; ++k) take(last + k);
  }

  const Tree& tree_;
  std::string_view text_;
  const std::vector<Block>& blocks_;
  const Labels& labels_;
  std::size_t title_, title_end_;
  std::vector<bool> furniture_;
  std::vector<std::uint32_t> words_before_;  // each block, in blocks that are no furniture
  Article out_;
};

}  // namespace

Article find_article(const Tree& tree, const Blocks& blocks, const Labels& labels, const Headline& headline) {
  return Finder(tree, blocks, labels, headline).run();
}

}  // namespace qogam::html
