// Walking the graph.
#include "lang/grammar.h"

#include <algorithm>
#include <numeric>

#include "text/utf8.h"

namespace qogam::lang {
namespace {

constexpr std::int32_t kOddVowels = 14;    // a suffix whose vowels do not go with the stem's, as in loans
constexpr std::int32_t kNotSoftened = 8;   // a last letter that should have been softened
constexpr std::int32_t kCompound = 15;     // only the part behind the hyphen is known
constexpr std::int32_t kShortUnknown = 25, kUnknownLetter = 5, kSoftUnknown = 20, kWindow = 11;
constexpr std::size_t kMostReadings = 16;
constexpr std::size_t kLongest = 96;  // bytes; a walk takes the square of the letters, and no word of news is longer

std::string_view first_letter(std::string_view text) {
  std::size_t at = 0;
  if (!text.empty()) text::decode_at(text, at);
  return text.substr(0, at);
}

// The first two bytes, a letter mostly, as a number; 0 where there are fewer.
std::uint16_t start_of(std::string_view text) {
  if (text.size() < 2) return 0;
  return static_cast<std::uint16_t>(static_cast<unsigned char>(text[0]) << 8 | static_cast<unsigned char>(text[1]));
}

bool has_letter(std::string_view set, std::string_view letter) { return !letter.empty() && set.find(letter) != set.npos; }

}  // namespace

struct Grammar::Spelling {
  std::string text;
  std::size_t seam = 0;  // bytes before the place where the letters changed; 0: nowhere
  std::int32_t cost = 0;
};

struct Grammar::Path {
  std::size_t at = 0;
  std::size_t lemma_end = 0;
  const GrammarStemRecord* stem = nullptr;
  std::uint32_t stem_class = 0;
  Features features = 0;
  std::int32_t cost = 0;
  bool at_stem = true;  // no suffix yet
};

class Grammar::Walk {
 public:
  Walk(const Grammar& g, std::string_view folded, bool free) : g_(g), folded_(folded), free_(free) {}

  // Call before the walks of a spelling.
  void begin(const Spelling& s) {
    ways_.assign((s.text.size() + 1) * states(), Ways());
    arcs_.clear();
  }

  void go(const Spelling& s, std::uint32_t state, const Path& path) {
    if (state == 0) {
      if (path.at == s.text.size() && !(path.at_stem && path.stem && path.stem->before_vowel)) emit(s, path);
      return;
    }
    const Ways ways = ways_to_end(s, state, path.at);
    for (std::uint32_t k = ways.first; k < ways.first + ways.count; ++k) step(s, g_.arcs_[arcs_[k]], path);
  }

  std::vector<CostedReading> readings;

 private:
  // Of one word: the words of news take 2000 at most, but a suffix written many times has more readings than can be gone through.
  static constexpr std::size_t kMostSteps = 10'000;

  // The arcs from a state, at a place of the text, along which the rest of the text can be spelt to the end, whatever stood before:
  // where in arcs_. Most ways in come to nothing, and each place is asked about from many stems.
  struct Ways {
    std::uint32_t first = 0, count = 0;
    bool told = false;
  };

  std::size_t states() const { return g_.arc_ranges_.size() - 1; }

  Ways ways_to_end(const Spelling& s, std::uint32_t state, std::size_t at) {
    const std::size_t place = at * states() + state;
    if (ways_[place].told) return ways_[place];
    const std::string_view rest = std::string_view(s.text).substr(at);
    std::vector<std::uint32_t> found;
    const auto try_all = [&](std::uint16_t start) {
      const auto [begin, end] = std::equal_range(g_.starts_.begin() + g_.arc_ranges_[state], g_.starts_.begin() + g_.arc_ranges_[state + 1], start);
      for (auto k = begin; k != end; ++k) {
        const std::uint32_t number = g_.arcs_by_start_[static_cast<std::size_t>(k - g_.starts_.begin())];
        const ArcRecord& arc = g_.arcs_[number];
        const std::string_view text = g_.strings_[arc.text];
        if (!rest.starts_with(text)) continue;
        if (arc.to == 0 ? text.size() == rest.size() : ways_to_end(s, arc.to, at + text.size()).count > 0) found.push_back(number);
      }
    };
    try_all(0);
    if (const std::uint16_t here = start_of(rest); here != 0) try_all(here);
    std::ranges::sort(found);
    ways_[place] = {static_cast<std::uint32_t>(arcs_.size()), static_cast<std::uint32_t>(found.size()), true};
    arcs_.insert(arcs_.end(), found.begin(), found.end());
    return ways_[place];
  }

  void step(const Spelling& s, const ArcRecord& arc, Path path) {
    if (++steps_ > kMostSteps) return;
    const std::string_view text = g_.strings_[arc.text];
    path.cost += arc.cost;
    path.features |= arc.features;
    if (!text.empty()) {
      const std::size_t next = path.at + text.size();
      if (s.seam > path.at && s.seam < next) return;
      if (!free_ && !meets(s, arc, text, path)) return;
      path.at = next;
      path.at_stem = false;
      if (arc.derives) {
        if (free_ || (path.stem && path.stem->lemma)) return;
        path.lemma_end = next;
        path.features = arc.features | (path.features & feature::guessed);
        path.stem_class = arc.derives - 1;
        path.stem = nullptr;
        path.at_stem = true;
      }
    }
    go(s, arc.to, path);
  }

  // Whether a suffix may follow what stands before it; what is odd costs.
  bool meets(const Spelling& s, const ArcRecord& arc, std::string_view text, Path& path) const {
    const std::string_view before = std::string_view(s.text).substr(0, path.at);
    if (arc.before != 0 && !has_letter(g_.strings_[arc.before], text::last_letters(before, 1))) return false;
    if (const int stem = g_.harmony(before); arc.harmony != 0 && stem != 0 && stem != static_cast<int>(arc.harmony)) {
      if (!path.at_stem) return false;
      path.cost += kOddVowels;
    }
    const bool vowel = g_.starts_with_vowel(text);
    if (path.at_stem && path.stem && path.stem->before_vowel && !vowel) return false;
    if (vowel && s.seam != path.at && softens(before)) path.cost += kNotSoftened;
    return true;
  }

  bool softens(std::string_view before) const {
    return std::ranges::any_of(g_.joins_, [&](const JoinRecord& j) { return j.right == 0 && before.ends_with(g_.strings_[j.left]); });
  }

  void emit(const Spelling& s, const Path& path) {
    CostedReading one;
    one.cost = path.cost;
    one.lemma = path.stem && path.stem->lemma ? std::string(g_.strings_[path.stem->lemma]) : s.text.substr(0, path.lemma_end);
    one.reading.features = path.features;
    std::size_t same = 0;
    while (same < one.lemma.size() && same < folded_.size() && one.lemma[same] == folded_[same]) ++same;
    while (same > 0 && same < one.lemma.size() && !text::starts_letter(one.lemma[same])) --same;
    const std::string_view rest = std::string_view(one.lemma).substr(same);
    one.reading.stem = static_cast<std::uint32_t>(same);
    one.reading.ending = g_.strings_.find(rest);
    if (one.reading.ending == 0 && !rest.empty()) {
      one.reading.stem = 0;
      one.reading.ending = g_.strings_.find(one.lemma);
      if (one.reading.ending == 0) return;
    }
    one.citation = g_.citation(one.lemma, path.stem_class);
    readings.push_back(std::move(one));
  }

  const Grammar& g_;
  std::string_view folded_;
  bool free_;
  std::vector<Ways> ways_;           // a row of states for each place of the text
  std::vector<std::uint32_t> arcs_;  // by number
  std::size_t steps_ = 0;
};

Grammar::Grammar(const model::ModelView& model, const std::string& prefix, const model::StringTable& strings)
    : strings_(strings),
      stem_ranges_(model.section<std::uint32_t>(prefix + ".stem-ranges")),
      arc_ranges_(model.section<std::uint32_t>(prefix + ".arc-ranges")),
      stem_rows_(model.section<GrammarStemRecord>(prefix + ".stem-rows")),
      arcs_(model.section<ArcRecord>(prefix + ".arcs")),
      classes_(model.section<StemClassRecord>(prefix + ".classes")),
      joins_(model.section<JoinRecord>(prefix + ".joins")),
      unknowns_(model.section<UnknownRecord>(prefix + ".unknown")) {
  if (arcs_.empty()) return;
  stems_ = model::StringTable(model, prefix + ".stems");
  const auto start = [&](std::uint32_t arc) { return start_of(strings_[arcs_[arc].text]); };
  arcs_by_start_.resize(arcs_.size());
  std::iota(arcs_by_start_.begin(), arcs_by_start_.end(), 0U);
  for (std::size_t state = 0; state + 1 < arc_ranges_.size(); ++state)
    std::ranges::stable_sort(arcs_by_start_.begin() + arc_ranges_[state], arcs_by_start_.begin() + arc_ranges_[state + 1], {}, start);
  for (const std::uint32_t arc : arcs_by_start_) starts_.push_back(start(arc));
  const auto vowels = model.section<std::uint32_t>(prefix + ".vowels");
  back_ = strings_[vowels[0]];
  front_ = strings_[vowels[1]];
  neutral_ = strings_[vowels[2]];
}

bool Grammar::starts_with_vowel(std::string_view text) const {
  const std::string_view letter = first_letter(text);
  return has_letter(back_, letter) || has_letter(front_, letter) || has_letter(neutral_, letter);
}

// Of the last vowel that is back (1) or front (2); 0 where there is none.
int Grammar::harmony(std::string_view text) const {
  while (!text.empty()) {
    const std::string_view letter = text::last_letters(text, 1);
    if (has_letter(back_, letter)) return 1;
    if (has_letter(front_, letter)) return 2;
    text.remove_suffix(letter.size());
  }
  return 0;
}

std::vector<Grammar::Spelling> Grammar::spellings(std::string_view folded) const {
  std::vector<Spelling> all{{std::string(folded), 0, 0}};
  for (const JoinRecord& j : joins_) {
    const std::string_view written = strings_[j.written], left = strings_[j.left], right = strings_[j.right];
    for (std::size_t at = folded.find(written, 1); at != folded.npos; at = folded.find(written, at + 1)) {
      const std::string_view rest = folded.substr(at + written.size());
      if (right.empty() && !starts_with_vowel(rest)) continue;
      const std::string before = std::string(folded.substr(0, at)).append(left);
      all.push_back({before + std::string(right).append(rest), before.size(), j.cost});
    }
  }
  return all;
}

void Grammar::start_at_stems(const Spelling& s, bool capitalised, Walk& walk) const {
  std::size_t letters = 0;
  bool vowel = false;
  for (std::size_t at = 0; at < s.text.size();) {
    const std::size_t from = at;
    text::decode_at(s.text, at);
    ++letters;
    vowel |= starts_with_vowel(std::string_view(s.text).substr(from));
    if (s.seam != 0 && at > s.seam) break;
    const std::string_view stem = std::string_view(s.text).substr(0, at);
    std::uint32_t number = stems_.find(stem);
    const std::size_t hyphen = stem.rfind('-');
    // Behind the hyphen stands a word, not an ending.
    const bool compound = number == 0 && hyphen != stem.npos && hyphen > 0 && stem.size() > hyphen + 5;
    if (compound) number = stems_.find(stem.substr(hyphen + 1));
    if (number != 0)
      for (std::uint32_t r = stem_ranges_[number]; r < stem_ranges_[number + 1]; ++r) {
        const GrammarStemRecord& row = stem_rows_[r];
        const StemClassRecord& c = classes_[row.stem_class];
        if (compound && row.lemma) continue;
        walk.go(s, c.state, {at, at, &row, row.stem_class, c.features, s.cost + row.cost + (compound ? kCompound : 0)});
      }
    if (letters >= 2 && vowel) start_unknown(s, at, letters, capitalised, walk);
  }
}

void Grammar::start_unknown(const Spelling& s, std::size_t at, std::size_t letters, bool capitalised, Walk& walk) const {
  const std::string_view stem = std::string_view(s.text).substr(0, at);
  std::int32_t odd = kUnknownLetter * static_cast<std::int32_t>(letters) + (letters < 3 ? kShortUnknown : 0);
  // A softened letter hides the stem's own last letter rather more often than it is that letter.
  const bool soft = s.seam != at && std::ranges::any_of(joins_, [&](const JoinRecord& j) { return j.right == 0 && stem.ends_with(strings_[j.written]); });
  if (soft) odd += kSoftUnknown;
  for (const UnknownRecord& u : unknowns_) {
    if (u.capitalised && !capitalised) continue;
    const std::string_view ending = strings_[u.ending];
    if (!stem.ends_with(ending) || stem.size() < ending.size() + 4) continue;
    const StemClassRecord& c = classes_[u.stem_class];
    // What is told by its ending is the surer the longer that is, not the less.
    const std::int32_t length = ending.empty() ? odd : 0;
    walk.go(s, c.state, {at, at, nullptr, u.stem_class, c.features | feature::guessed, s.cost + u.cost + length});
  }
}

std::string Grammar::citation(std::string_view lemma, std::uint32_t stem_class) const {
  const std::string_view suffix = strings_[classes_[stem_class].cite];
  if (suffix.empty()) return std::string(lemma);
  for (const JoinRecord& j : joins_) {
    const std::string_view left = strings_[j.left], right = strings_[j.right];
    if (!lemma.ends_with(left) || (right.empty() ? !starts_with_vowel(suffix) : right != suffix)) continue;
    std::string text = std::string(lemma.substr(0, lemma.size() - left.size())).append(strings_[j.written]);
    return right.empty() ? text.append(suffix) : text;
  }
  return std::string(lemma).append(suffix);
}

std::vector<CostedReading> Grammar::best(std::vector<CostedReading> all) const {
  std::stable_sort(all.begin(), all.end(), [](const CostedReading& a, const CostedReading& b) { return a.cost < b.cost; });
  std::vector<CostedReading> kept;
  for (CostedReading& r : all) {
    if (kept.size() == kMostReadings || r.cost > all[0].cost + kWindow) break;
    const bool seen = std::ranges::any_of(kept, [&](const CostedReading& k) { return k.lemma == r.lemma && k.reading.features == r.reading.features; });
    if (!seen) kept.push_back(std::move(r));
  }
  return kept;
}

std::vector<CostedReading> Grammar::analyse(std::string_view folded, bool capitalised) const {
  if (empty() || folded.size() > kLongest) return {};
  Walk walk(*this, folded, false);
  for (const Spelling& s : spellings(folded)) {
    walk.begin(s);
    start_at_stems(s, capitalised, walk);
  }
  return best(std::move(walk.readings));
}

std::vector<CostedReading> Grammar::after_hyphen(std::string_view folded, bool number) const {
  const std::size_t hyphen = folded.rfind('-');
  if (empty() || hyphen == folded.npos || hyphen == 0) return {};
  Walk walk(*this, folded, true);
  // The suffix begins where the stem would: the hyphen is taken out.
  const Spelling s{std::string(folded.substr(0, hyphen)).append(folded.substr(hyphen + 1)), 0, 0};
  walk.begin(s);
  for (const StemClassRecord& c : classes_) {
    if (c.features != (number ? feature::num : feature::noun | feature::proper)) continue;
    walk.go(s, c.state, {hyphen, hyphen, nullptr, static_cast<std::uint32_t>(&c - classes_.data()), c.features, c.cost});
  }
  return best(std::move(walk.readings));
}

}  // namespace qogam::lang
