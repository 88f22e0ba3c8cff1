// The article in the terminal: a style for each byte, then words by runs of one style.
#include "cli/paint.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "cli/terminal.h"
#include "cli/visible.h"
#include "cli/wrap.h"

namespace qogam::cli {
namespace {

struct Style {
  std::string_view name;
  std::string_view ansi;
  std::string_view open, close;  // without colours
};

enum StyleNumber : std::uint8_t {
  kPerson,
  kOrganization,
  kPosition,
  kLocation,
  kDate,
  kMoney,
  kOther,
  kQuote,
  kCommitment
};

constexpr std::array<Style, 9> kStyles = {{
    {"person", "1;36", "[", "]"},
    {"organization", "34", "[", "]"},
    {"position", "35", "[", "]"},
    {"location", "32", "[", "]"},
    {"date", "33", "<", ">"},
    {"money", "93", "<", ">"},
    {"law, event", "31", "[", "]"},
    {"quote", "3", "{", "}"},
    {"commitment", "4", "_", "_"},
}};

// In the order of MentionType.
constexpr StyleNumber kOfMention[] = {kPerson, kOrganization, kPosition, kLocation,
                                      kDate,   kMoney,        kOther,    kOther};

using StyleSet = std::uint16_t;
constexpr StyleSet bit(StyleNumber s) { return static_cast<StyleSet>(1u << s); }

class Painter {
 public:
  Painter(const Document& document, const PaintOptions& options)
      : document_(document), options_(options), styles_(document.text.size()) {
    for (const Mention& m : document.mentions)
      mark(m.span, kOfMention[static_cast<std::size_t>(m.type)]);
    for (const TimeExpression& t : document.dates) mark(t.span, kDate);
    for (const Money& m : document.money) mark(m.span, kMoney);
    for (const Quote& q : document.quotes) mark(q.span, kQuote);
    for (const Commitment& c : document.commitments) mark(c.span, kCommitment);
  }

  std::string paint() {
    const std::string_view text = document_.text;
    std::string out;
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      Wrapper lines(options_.width, 0);
      for (std::size_t at = begin; at < end;) {
        const std::size_t from = std::min(text.find_first_not_of(' ', at), end);
        at = std::min(text.find(' ', from), end);
        if (at > from) add_word(lines, from, at);
      }
      out += lines.take();
      begin = end + 1;
    }
    return out + legend();
  }

 private:
  void mark(Span span, StyleNumber style) {
    if (span.end > styles_.size()) return;
    for (std::uint32_t i = span.begin; i < span.end; ++i) styles_[i] |= bit(style);
  }

  // Styles of the byte, or none outside the text.
  StyleSet at(std::size_t i) const { return i < styles_.size() ? styles_[i] : StyleSet{0}; }

  void add_word(Wrapper& lines, std::size_t begin, std::size_t end) const {
    std::string painted;
    std::size_t width = 0;
    for (std::size_t i = begin; i < end;) {
      std::size_t run = i + 1;
      while (run < end && styles_[run] == styles_[i]) ++run;
      const std::string piece = visible(std::string_view(document_.text).substr(i, run - i));
      const std::string before = brackets(at(i) & ~(i > 0 ? at(i - 1) : StyleSet{0}), true);
      const std::string after = brackets(at(run - 1) & ~at(run), false);
      painted += before + coloured(piece, styles_[i]) + after;
      width += columns(piece) + before.size() + after.size();
      i = run;
    }
    lines.add(painted, width);
  }

  std::string coloured(const std::string& piece, StyleSet set) const {
    if (!options_.colour || set == 0) return piece;
    std::string codes;
    for (std::size_t s = 0; s < kStyles.size(); ++s)
      if (set & (1u << s)) codes.append(codes.empty() ? "" : ";").append(kStyles[s].ansi);
    return "\033[" + codes + "m" + piece + "\033[0m";
  }

  std::string brackets(unsigned set, bool open) const {
    std::string out;
    if (options_.colour) return out;
    for (std::size_t i = 0; i < kStyles.size(); ++i) {
      // Commitments and quotes go around the mentions that are in them.
      const std::size_t s = open ? kStyles.size() - 1 - i : i;
      if (set & (1u << s)) out += open ? kStyles[s].open : kStyles[s].close;
    }
    return out;
  }

  std::string legend() const {
    std::string out = "\n";
    for (const Style& s : kStyles) {
      if (options_.colour)
        out.append("\033[").append(s.ansi).append("m").append(s.name).append("\033[0m");
      else
        out.append(s.open).append(s.name).append(s.close);
      out += "  ";
    }
    return out + "\n";
  }

  const Document& document_;
  const PaintOptions& options_;
  std::vector<StyleSet> styles_;
};

}  // namespace

std::string paint_text(const Document& document, const PaintOptions& options) {
  return Painter(document, options).paint();
}

}  // namespace qogam::cli
