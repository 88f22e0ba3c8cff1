// Quotation marks, sentences of capitals, and words seen elsewhere.
#include "ner/places.h"

#include <bit>

namespace qogam::ner {
namespace {

using AllMarks = std::span<const Marks* const>;

// Bits by hash: open addressing, for one document.
class SeenTable {
 public:
  explicit SeenTable(std::size_t tokens) : slots_(std::bit_ceil(tokens * 2 + 2)) {}
  std::uint8_t& operator[](std::uint32_t lemma) {
    std::size_t at = lemma & (slots_.size() - 1);
    while (slots_[at].used && slots_[at].lemma != lemma) at = (at + 1) & (slots_.size() - 1);
    slots_[at].used = true;
    slots_[at].lemma = lemma;
    return slots_[at].seen;
  }

 private:
  struct Slot {
    std::uint32_t lemma = 0;
    bool used = false;
    std::uint8_t seen = 0;
  };
  std::vector<Slot> slots_;
};

void note(AllMarks marks, TokenRange sentence, std::vector<Place>& places, SeenTable& seen) {
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    const Marks& m = *marks[t];
    if (!m.capital && !m.lower) continue;
    std::uint8_t& bits = seen[m.lemma];
    if (m.lower) bits |= seen_lower;
    if (!m.capital || places[t].all_capitals) continue;
    if (t > sentence.first && marks[t - 1]->quotes == 0) bits |= seen_capital;
    if (t > sentence.first && marks[t - 1]->given) bits |= seen_behind_given;
    if (t + 1 < sentence.last && marks[t + 1]->name) bits |= seen_before_name;
    if (places[t].opens) bits |= seen_quoted;
  }
}

// Up to so many tokens stand inside a pair of marks that names something.
constexpr std::uint32_t kLongestQuote = 20;

// The mark that closes what opens at `t`, or the end of the sentence.
std::uint32_t closing(AllMarks marks, TokenRange sentence, std::uint32_t t) {
  const bool straight = marks[t]->quotes == 3;
  for (std::uint32_t end = t + 1; end < sentence.last && end < t + kLongestQuote; ++end)
    if (straight ? marks[end]->quotes == 3 : marks[end]->quotes >= 2) return end;
  return sentence.last;
}

void quote(AllMarks marks, TokenRange sentence, std::vector<Place>& places) {
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    if (marks[t]->quotes != 1 && marks[t]->quotes != 3) continue;
    const std::uint32_t end = closing(marks, sentence, t);
    if (end == sentence.last || end == t + 1) continue;
    const std::uint32_t before = t > sentence.first ? marks[t - 1]->lemma : 0, behind = end + 1 < sentence.last ? marks[end + 1]->lemma : 0;
    for (std::uint32_t in = t + 1; in < end; ++in) {
      places[in].quoted = true;
      places[in].opens = in == t + 1;
      places[in].closes = in + 1 == end;
      places[in].before_quotes = before;
      places[in].behind_quotes = behind;
    }
    t = end;
  }
}

bool all_capitals(const Document& d, TokenRange sentence) {
  std::size_t upper = 0;
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    if (d.words[t].features & feature::lower) return false;
    upper += (d.words[t].features & feature::upper) != 0;
  }
  return upper > 1;
}

}  // namespace

std::vector<Place> places_of(const Document& d, AllMarks marks) {
  std::vector<Place> places(d.tokens.size());
  SeenTable seen(d.tokens.size());
  for (const Sentence& s : d.sentences) {
    if (s.tokens.empty()) continue;
    places[s.tokens.first].first = true;
    if (all_capitals(d, s.tokens))
      for (std::uint32_t t = s.tokens.first; t < s.tokens.last; ++t) places[t].all_capitals = true;
    quote(marks, s.tokens, places);
    note(marks, s.tokens, places, seen);
  }
  for (std::size_t t = 0; t < places.size(); ++t)
    if (marks[t]->capital) places[t].elsewhere = seen[marks[t]->lemma];
  return places;
}

}  // namespace qogam::ner
