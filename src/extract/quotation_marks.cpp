// Finding pairs of quotation marks.
#include "extract/quotation_marks.h"

#include <algorithm>

namespace qogam::extract {
namespace {

constexpr std::uint32_t kLongestQuote = 12;  // paragraphs

// Opening and closing marks in UTF-8: angle, low-high and high-high curly.
bool opens_angle(std::string_view t) { return t == "\xC2\xAB"; }
bool closes_angle(std::string_view t) { return t == "\xC2\xBB"; }
bool opens_curly(std::string_view t) { return t == "\xE2\x80\x9E" || t == "\xE2\x80\x9C"; }
bool closes_curly(std::string_view t) { return t == "\xE2\x80\x9D" || t == "\xE2\x80\x9C"; }

class MarkPairer {
 public:
  explicit MarkPairer(const Document& d) : d_(d) {}

  std::vector<QuotedPiece> run() {
    for (std::uint32_t t = 0; t < d_.tokens.size(); ++t)
      if (may_be_mark(d_.text[d_.tokens[t].span.begin])) step(t, d_.surface(d_.tokens[t].span));
    std::ranges::sort(pieces_, {}, &QuotedPiece::open);
    std::vector<QuotedPiece> outer;
    for (const QuotedPiece& p : pieces_)
      if (outer.empty() || p.open > outer.back().close) outer.push_back(p);
    return outer;
  }

 private:
  using Open = std::vector<std::uint32_t>;  // tokens of marks not closed yet, the outermost first

  std::uint32_t paragraph_of(std::uint32_t t) const { return d_.sentences[d_.tokens[t].sentence].paragraph; }
  // By its first byte: most tokens are none.
  static bool may_be_mark(char first) { return first == '"' || first == '\xC2' || first == '\xE2'; }

  void step(std::uint32_t t, std::string_view token) {
    for (Open* open : {&angle_, &straight_, &curly_})
      if (!open->empty() && paragraph_of(t) > paragraph_of(open->front()) + kLongestQuote) open->clear();
    if (opens_angle(token)) open(angle_, t);
    else if (closes_angle(token)) close(angle_, t);
    else if (token == "\"") straight(t);
    else if (!curly_.empty() && closes_curly(token)) close(curly_, t);
    else if (opens_curly(token)) open(curly_, t);
  }

  // A mark repeated at the head of a paragraph goes on with the speech that is open.
  void open(Open& open, std::uint32_t t) {
    const bool at_head = t == 0 || paragraph_of(t - 1) != paragraph_of(t);
    if (at_head && !open.empty()) open.erase(open.begin() + 1, open.end());
    else open.push_back(t);
  }

  void close(Open& open, std::uint32_t t) {
    if (open.empty()) return;
    pieces_.push_back({open.back(), t});
    open.pop_back();
  }

  // A straight mark opens where it leans on what follows, and closes where it leans on what stands before.
  void straight(std::uint32_t t) {
    const bool behind = t > 0 && leans(t - 1, t), ahead = t + 1 < d_.tokens.size() && leans(t, t + 1);
    const bool opens = ahead && (!behind || is_bracket(t - 1)), closes = behind && (!ahead || !is_word(t + 1));
    if (opens == closes ? straight_.empty() : opens) open(straight_, t);
    else close(straight_, t);
  }

  bool leans(std::uint32_t a, std::uint32_t b) const { return d_.tokens[a].span.end == d_.tokens[b].span.begin && paragraph_of(a) == paragraph_of(b); }
  bool is_word(std::uint32_t t) const { return d_.tokens[t].kind == TokenKind::word || d_.tokens[t].kind == TokenKind::number; }
  bool is_bracket(std::uint32_t t) const {
    const std::string_view token = d_.surface(d_.tokens[t].span);
    return token == "(" || token == "[" || is_dash(token);
  }

  const Document& d_;
  Open angle_, straight_, curly_;
  std::vector<QuotedPiece> pieces_;
};

}  // namespace

std::vector<QuotedPiece> quoted_pieces(const Document& document) { return MarkPairer(document).run(); }

}  // namespace qogam::extract
