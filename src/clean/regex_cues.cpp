// What a text must hold for a regular expression to match it.
#include "clean/regex_cues.h"

#include <algorithm>
#include <cstdint>
#include <limits>

#include "text/letter_table.h"
#include "text/utf8.h"

namespace qogam::clean {
namespace {

constexpr std::size_t kLargestClass = 24;

// All cues stand in one string and their places in one list, as there are thousands of them: what is demanded by
// the part that was read last is the end of the list.
class Reader {
 public:
  explicit Reader(std::string_view regex) : regex_(regex) {}

  std::optional<Cues> cues() {
    const Demand all = alternatives(false);
    return all.worth > 0 ? std::optional(strings(0)) : std::nullopt;
  }

  std::vector<Cues> demands() {
    const Demand all = alternatives(true);
    if (demands_.empty() && all.worth > 0) demands_.push_back(strings(0));
    return demands_;
  }

 private:
  struct Cue {
    std::uint32_t begin, size;
  };
  // How telling a set of cues is: the length of the shortest, blanks aside. 0: nothing is demanded.
  struct Demand {
    std::size_t worth = 0;
  };
  // One piece of a sequence: a character, or anything else with what it demands.
  struct Piece {
    char32_t literal = 0;
    Demand demand;
  };

  char peek() const { return at_ < regex_.size() ? regex_[at_] : '\0'; }

  // Alternatives up to the closing bracket or the end. With `outermost` what a single one demands is kept.
  Demand alternatives(bool outermost) {
    const std::size_t base = cues_.size();
    Demand all = sequence(outermost);
    while (peek() == '|') {
      if (outermost) demands_.clear();
      ++at_;
      all.worth = std::min(all.worth, sequence(false).worth);
    }
    if (all.worth == 0) cues_.resize(base);
    return all;
  }

  // Keeps the better of what `best` demands, from `base` on, and of what was read since.
  void keep_better(std::size_t base, std::size_t since, Demand& best, Demand other, bool outermost) {
    if (outermost && other.worth > 0) demands_.push_back(strings(since));
    if (other.worth <= best.worth) return cues_.resize(since);
    cues_.erase(cues_.begin() + static_cast<std::ptrdiff_t>(base), cues_.begin() + static_cast<std::ptrdiff_t>(since));
    best = other;
  }

  Demand sequence(bool outermost) {
    const std::size_t base = cues_.size();
    Demand best;
    std::string run;  // literals in a row
    const auto close = [&] {
      if (run.empty()) return;
      const std::size_t since = cues_.size();
      keep_better(base, since, best, add(run), outermost);
      run.clear();
    };
    while (at_ < regex_.size() && peek() != '|' && peek() != ')') {
      std::size_t since = cues_.size();
      const Piece piece = next();
      const auto [optional, repeated] = quantifier();
      if (optional || piece.literal == 0) {
        // What was read before goes first.
        const std::vector<Cue> later(cues_.begin() + static_cast<std::ptrdiff_t>(since), cues_.end());
        cues_.resize(since);
        close();
        since = cues_.size();
        if (!optional) cues_.insert(cues_.end(), later.begin(), later.end());
      }
      if (optional) continue;
      if (piece.literal != 0)
        text::append_utf8(run, piece.literal);
      else
        keep_better(base, since, best, piece.demand, outermost);
      if (repeated) close();
    }
    close();
    return best;
  }

  Piece next() {
    switch (peek()) {
      case '(':
        return {0, group()};
      case '[':
        return {0, char_class()};
      case '\\':
        return {escape(), {}};
      case '.':
      case '^':
      case '$':
        ++at_;
        return {};
      default:
        return {lower(text::decode_at(regex_, at_)), {}};
    }
  }

  Demand group() {
    ++at_;
    bool looks = false;  // a look-around demands nothing of the match itself
    if (peek() == '?') {
      const std::size_t end = regex_.find_first_of(":=!>)", at_);
      if (end == std::string_view::npos) return at_ = regex_.size(), Demand{};
      looks = regex_[end] == '=' || regex_[end] == '!';
      at_ = end + (regex_[end] != ')');
    }
    const std::size_t base = cues_.size();
    const Demand inside = alternatives(false);
    if (peek() == ')') ++at_;
    if (looks) cues_.resize(base);
    return looks ? Demand{} : inside;
  }

  // A short list of characters demands one of them; ranges and properties demand nothing.
  Demand char_class() {
    ++at_;
    std::u32string members;
    bool listed = peek() != '^';
    while (at_ < regex_.size() && peek() != ']') {
      if (peek() == '[' || (peek() == '-' && !members.empty() && at_ + 1 < regex_.size() && regex_[at_ + 1] != ']')) listed = false;
      const char32_t c = peek() == '\\' ? escape() : lower(text::decode_at(regex_, at_));
      listed = listed && c != 0;
      if (members.find(c) == std::u32string::npos) members += c;
    }
    ++at_;
    if (!listed || members.size() > kLargestClass || members.empty()) return {};
    Demand all{std::numeric_limits<std::size_t>::max()};
    const std::size_t base = cues_.size();
    for (const char32_t c : members) {
      std::string member;
      text::append_utf8(member, c);
      all.worth = std::min(all.worth, add(member).worth);
    }
    if (all.worth == 0) cues_.resize(base);
    return all;
  }

  // An escaped sign stands for itself; an escaped letter is a class or an anchor: 0.
  char32_t escape() {
    ++at_;
    if (at_ >= regex_.size()) return 0;
    const char c = regex_[at_++];
    if ((c == 'p' || c == 'P' || c == 'x' || c == 'N') && peek() == '{')
      at_ = std::min(regex_.find('}', at_), regex_.size() - 1) + 1;
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter || static_cast<unsigned char>(c) >= 0x80) return 0;
    return static_cast<char32_t>(c);
  }

  struct Quantifier {
    bool optional = false, repeated = false;
  };

  Quantifier quantifier() {
    Quantifier q;
    if (peek() == '{') {
      q = {regex_.substr(at_, 3) == "{0," || regex_.substr(at_, 3) == "{0}", true};
      at_ = std::min(regex_.find('}', at_), regex_.size() - 1) + 1;
    } else if (peek() == '?' || peek() == '*' || peek() == '+') {
      q = {peek() != '+', true};
      ++at_;
    }
    if ((q.optional || q.repeated) && (peek() == '?' || peek() == '+')) ++at_;  // lazy, possessive
    return q;
  }

  char32_t lower(char32_t c) const { return table_.lower(c); }

  Demand add(const std::string& cue) {
    cues_.push_back({static_cast<std::uint32_t>(bytes_.size()), static_cast<std::uint32_t>(cue.size())});
    bytes_ += cue;
    return {cue.size() - static_cast<std::size_t>(std::count(cue.begin(), cue.end(), ' '))};
  }

  Cues strings(std::size_t since) const {
    Cues all;
    for (std::size_t i = since; i < cues_.size(); ++i) all.push_back(bytes_.substr(cues_[i].begin, cues_[i].size));
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
  }

  std::string_view regex_;
  std::size_t at_ = 0;
  const text::LetterTable& table_ = text::letter_table();
  std::string bytes_;
  std::vector<Cue> cues_;
  std::vector<Cues> demands_;
};

}  // namespace

std::optional<Cues> regex_cues(std::string_view regex) { return Reader(regex).cues(); }

std::vector<Cues> regex_demands(std::string_view regex) { return Reader(regex).demands(); }

}  // namespace qogam::clean
