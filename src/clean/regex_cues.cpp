// What a text must hold for a regular expression to match it.
#include "clean/regex_cues.h"

#include <algorithm>
#include <vector>

#include "text/utf8.h"

namespace qogam::clean {
namespace {

using Cues = std::optional<std::set<std::string>>;

constexpr std::size_t kLargestClass = 24;

// How telling a set of cues is: the length of the shortest, blanks aside.
std::size_t worth(const Cues& cues) {
  if (!cues || cues->empty()) return 0;
  std::size_t least = std::string::npos;
  for (const std::string& cue : *cues)
    least = std::min(
        least, cue.size() - static_cast<std::size_t>(std::count(cue.begin(), cue.end(), ' ')));
  return least;
}

void keep_better(Cues& best, Cues other) {
  if (worth(other) > worth(best)) best = std::move(other);
}

class Reader {
 public:
  explicit Reader(std::string_view regex) : regex_(regex) {}

  // Alternatives up to the closing bracket or the end. What a single one demands is added to `demands`.
  Cues alternatives(std::vector<std::set<std::string>>* demands = nullptr) {
    Cues all = sequence(demands);
    while (peek() == '|') {
      if (demands) demands->clear();
      ++at_;
      Cues one = sequence();
      if (all && one)
        all->merge(*one);
      else
        all.reset();
    }
    return all;
  }

 private:
  // One piece of a sequence: a literal, or anything else with the cues it demands.
  struct Piece {
    std::string literal;
    Cues cues;
  };

  char peek() const { return at_ < regex_.size() ? regex_[at_] : '\0'; }

  Cues sequence(std::vector<std::set<std::string>>* demands = nullptr) {
    Cues best;
    std::string run;  // literals in a row
    const auto keep = [&](Cues cues) {
      if (demands && worth(cues) > 0) demands->push_back(*cues);
      keep_better(best, std::move(cues));
    };
    const auto close = [&] {
      if (!run.empty()) keep(std::set<std::string>{run});
      run.clear();
    };
    while (at_ < regex_.size() && peek() != '|' && peek() != ')') {
      Piece piece = next();
      const auto [optional, repeated] = quantifier();
      if (optional || piece.literal.empty()) close();
      if (optional) continue;
      if (!piece.literal.empty())
        run += piece.literal;
      else
        keep(std::move(piece.cues));
      if (repeated) close();
    }
    close();
    return worth(best) > 0 ? best : std::nullopt;
  }

  Piece next() {
    switch (peek()) {
      case '(':
        return {{}, group()};
      case '[':
        return {{}, char_class()};
      case '\\':
        return escape();
      case '.':
      case '^':
      case '$':
        ++at_;
        return {};
      default:
        return {lower(text::decode_at(regex_, at_)), {}};
    }
  }

  Cues group() {
    ++at_;
    bool looks = false;  // a look-around demands nothing of the match itself
    if (peek() == '?') {
      const std::size_t end = regex_.find_first_of(":=!>)", at_);
      if (end == std::string_view::npos) return at_ = regex_.size(), std::nullopt;
      looks = regex_[end] == '=' || regex_[end] == '!';
      at_ = end + (regex_[end] != ')');
    }
    Cues inside = alternatives();
    if (peek() == ')') ++at_;
    return looks ? std::nullopt : inside;
  }

  // A short list of characters demands one of them; ranges and properties demand nothing.
  Cues char_class() {
    ++at_;
    std::set<std::string> members;
    bool listed = peek() != '^';
    while (at_ < regex_.size() && peek() != ']') {
      if (peek() == '[' ||
          (peek() == '-' && !members.empty() && at_ + 1 < regex_.size() && regex_[at_ + 1] != ']'))
        listed = false;
      const Piece piece =
          peek() == '\\' ? escape() : Piece{lower(text::decode_at(regex_, at_)), {}};
      listed = listed && !piece.literal.empty();
      members.insert(piece.literal);
    }
    ++at_;
    if (!listed || members.size() > kLargestClass) return std::nullopt;
    return members;
  }

  // An escaped sign stands for itself; an escaped letter is a class or an anchor.
  Piece escape() {
    ++at_;
    if (at_ >= regex_.size()) return {};
    const char c = regex_[at_++];
    if ((c == 'p' || c == 'P' || c == 'x' || c == 'N') && peek() == '{')
      at_ = std::min(regex_.find('}', at_), regex_.size() - 1) + 1;
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return letter ? Piece{} : Piece{std::string(1, c), {}};
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

  static std::string lower(char32_t c) {
    std::string out;
    text::append_utf8(out, text::to_lower(c));
    return out;
  }

  std::string_view regex_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<std::set<std::string>> regex_cues(std::string_view regex) {
  return Reader(regex).alternatives();
}

std::vector<std::set<std::string>> regex_demands(std::string_view regex) {
  std::vector<std::set<std::string>> demands;
  const Cues best = Reader(regex).alternatives(&demands);
  if (demands.empty() && best) demands.push_back(*best);
  return demands;
}

}  // namespace qogam::clean
