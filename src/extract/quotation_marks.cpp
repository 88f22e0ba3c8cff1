// Finding pairs of quotation marks.
#include "extract/quotation_marks.h"

#include <algorithm>
#include <optional>

namespace qogam::extract {
namespace {

constexpr std::uint32_t kLongestQuote = 6;  // paragraphs

// Opening and closing marks in UTF-8: angle, low-high and high-high curly.
bool opens_angle(std::string_view t) { return t == "\xC2\xAB"; }
bool closes_angle(std::string_view t) { return t == "\xC2\xBB"; }
bool opens_curly(std::string_view t) { return t == "\xE2\x80\x9E" || t == "\xE2\x80\x9C"; }
bool closes_curly(std::string_view t) { return t == "\xE2\x80\x9D" || t == "\xE2\x80\x9C"; }

class MarkPairer {
 public:
  explicit MarkPairer(const Document& d) : d_(d) {}

  std::vector<QuotedPiece> run() {
    for (std::uint32_t t = 0; t < d_.tokens.size(); ++t) step(t, d_.surface(d_.tokens[t].span), paragraph_of(t));
    std::ranges::sort(pieces_, {}, &QuotedPiece::open);
    std::vector<QuotedPiece> outer;
    for (const QuotedPiece& p : pieces_)
      if (outer.empty() || p.open > outer.back().close) outer.push_back(p);
    return outer;
  }

 private:
  std::uint32_t paragraph_of(std::uint32_t t) const { return d_.sentences[d_.tokens[t].sentence].paragraph; }

  void step(std::uint32_t t, std::string_view token, std::uint32_t paragraph) {
    if (straight_ && paragraph_of(*straight_) != paragraph) straight_.reset();
    if (curly_ && paragraph > paragraph_of(*curly_) + kLongestQuote) curly_.reset();
    if (!angle_.empty() && paragraph > paragraph_of(angle_.front()) + kLongestQuote) angle_.clear();
    if (opens_angle(token)) open_angle(t, paragraph);
    else if (closes_angle(token)) close_angle(t);
    else if (token == "\"") pair(straight_, t);
    else if (curly_ ? closes_curly(token) : opens_curly(token)) pair(curly_, t);
  }

  // A mark repeated at the head of a paragraph goes on with the speech that is open.
  void open_angle(std::uint32_t t, std::uint32_t paragraph) {
    const bool at_head = t == 0 || paragraph_of(t - 1) != paragraph;
    if (at_head && !angle_.empty()) angle_.assign(1, angle_.front());
    else angle_.push_back(t);
  }

  void close_angle(std::uint32_t t) {
    if (angle_.empty()) return;
    pieces_.push_back({angle_.back(), t});
    angle_.pop_back();
  }

  void pair(std::optional<std::uint32_t>& open, std::uint32_t t) {
    if (!open) {
      open = t;
      return;
    }
    pieces_.push_back({*open, t});
    open.reset();
  }

  const Document& d_;
  std::vector<std::uint32_t> angle_;
  std::optional<std::uint32_t> straight_, curly_;
  std::vector<QuotedPiece> pieces_;
};

}  // namespace

bool is_dash(std::string_view t) { return t == "-" || t == "\xE2\x80\x93" || t == "\xE2\x80\x94" || t == "\xE2\x80\x92" || t == "\xE2\x80\x95"; }

std::vector<QuotedPiece> quoted_pieces(const Document& document) { return MarkPairer(document).run(); }

}  // namespace qogam::extract
