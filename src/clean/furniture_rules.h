// The rules by which a single line is told to be page furniture.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clean/cue_index.h"
#include "clean/lazy_regex.h"
#include "qogam/span.h"

namespace qogam::clean {

// Where a rule holds.
enum class Where : std::uint8_t {
  any,     // a line anywhere
  header,  // a line before the title
  footer,  // a line after the last paragraph
  tail,    // the end of a line, which is cut off with the separator before it, or a whole line
  block,   // a line anywhere, and the headlines that follow it
  inside,  // a piece in the middle of a line, which is cut out
  end,     // a line below the first paragraphs, and all that follows it
};

struct FurnitureRule {
  std::string kind;
  Where where = Where::any;
  LazyRegex regex;                           // case-insensitive, of the whole line (the whole tail)
  std::uint32_t line = 0;                    // of the file
  std::vector<std::string> matching, other;  // the examples, `+` and `-`
};

// The rules of one model file: `kind<TAB>where<TAB>regex`, each followed by example lines `+ text`
// and `- text`. Immutable; const methods are safe from any thread.
class FurnitureRules {
 public:
  // Throws Error{Cause::models} that names `file_name` and the line where `file` is wrong. The
  // expressions themselves are compiled at their first use; check() compiles them all.
  FurnitureRules(std::string_view file, std::string_view file_name);

  // Numbers of the rules that may match in a line; the others need words it does not have.
  // Empty for lines of more than kLongestRuleLine code points, but for rules for tails.
  using Candidates = std::vector<std::uint32_t>;
  Candidates candidates(std::string_view line) const;

  // The first rule of that place, among the candidates, that the whole of `line` matches, or null.
  // The candidates may be those of a longer line that `line` is a piece of.
  const FurnitureRule* find(Where where, std::string_view line, const Candidates& among) const;
  const FurnitureRule* find(Where where, std::string_view line) const {
    return find(where, line, candidates(line));
  }

  // The longest end of `line` that a tail rule matches: its byte offset and the rule. It begins
  // behind a separator, a gap (see Page::gaps), a figure or the end of a sentence; in a long line
  // only behind the latter. What stands before it is not empty.
  struct Tail {
    std::uint32_t begin;
    const FurnitureRule* rule;
  };
  std::optional<Tail> find_tail(std::string_view line, const std::vector<std::uint32_t>& gaps,
                                const Candidates& among) const;

  // The pieces of `text` (several lines) that rules of the place `inside` match, in its order.
  struct Piece {
    Span span;
    const FurnitureRule* rule;
  };
  std::vector<Piece> find_inside(std::string_view text) const;

  // Throws Error{Cause::models} for the first expression that is wrong.
  void check() const;

  const std::vector<FurnitureRule>& rules() const { return rules_; }

 private:
  void add(FurnitureRule rule, std::string_view regex, std::string_view file_name, CueIndex::Cues& cues, CueIndex::Cues& inside_cues);
  void add_inside(std::uint32_t number, std::string_view regex, std::string_view file_name, CueIndex::Cues& cues);

  std::vector<FurnitureRule> rules_;
  // Most lines hold no cue of any rule and are done with one look.
  CueIndex cues_;
  Candidates without_cue_;
  struct Inside {
    std::uint32_t rule;
    std::uint32_t first, last;  // numbers of its demands in inside_cues_, half-open; every match meets all of them
  };
  std::vector<Inside> inside_;
  CueIndex inside_cues_;
};

}  // namespace qogam::clean
