// The features, kind by kind.
#include "ner/features.h"

#include <algorithm>
#include <string>

#include "ner/hashing.h"
#include "text/utf8.h"

namespace qogam::ner {
namespace {

// Kinds of features. Weights rest on the numbers: new kinds go to the end.
enum Kind : std::uint32_t {
  bias, form, lemma, prefix, suffix = prefix + 6, shape = suffix + 6, long_shape, shape_end, case_lemma, tag, part, tag_case,
  name_kinds, readings, term, term_case, last_part, first_part, number, terms, shape_tag,
  pair_lemmas, pair_shapes, pair_tags, pair_lemma_shape, pair_shape_lemma, pair_ends, pair_terms, pair_term_shape,
  place_shape, place_quotes, place_before, place_behind, place_elsewhere, place_elsewhere_shape, place_edge, form_case, cluster, group, cluster_case, group_case
};

constexpr int kAffix = 5;         // letters of the longest prefix and suffix
constexpr std::size_t kLongest = 256;  // bytes of a word whose affixes and shape are looked at
constexpr std::size_t kLongestShape = 24;

constexpr Features kParts = feature::noun | feature::adj | feature::verb | feature::adv | feature::pron | feature::num |
                            feature::participle | feature::function_word | feature::adp | feature::cconj | feature::proper;
constexpr Features kCase = feature::cap | feature::upper | feature::lower | feature::initial | feature::latin;
constexpr Features kNames = feature::given | feature::surname | feature::patronymic | feature::place | feature::proper | feature::guessed;
constexpr Features kTag = kParts | feature::cases | feature::numbers | feature::anim | feature::poss3 | feature::inf | feature::cvb | feature::vnoun;

std::uint32_t bits(Features f) { return mixed(f); }

char letter_class(char32_t c) {
  if (text::is_digit(c)) return 'd';
  if (!text::is_letter(c)) return c < 0x80 ? static_cast<char>(c) : '?';
  const bool latin = text::script_of(c) == text::Script::latin;
  if (text::is_upper(c)) return latin ? 'L' : 'X';
  return latin ? 'l' : 'x';
}

// The classes of the letters of a token, without the letters of each run of one class behind the first `collapse`, and without the end of what is long.
std::string shape_text(std::string_view classes, std::size_t collapse) {
  std::string shape;
  std::size_t run = 0;
  for (std::size_t at = 0; at < classes.size() && shape.size() < kLongestShape; ++at) {
    run = at > 0 && classes[at - 1] == classes[at] ? run + 1 : 1;
    if (run <= collapse) shape += classes[at];
  }
  return shape;
}

std::string letter_classes(std::string_view token) {
  std::string classes;
  for (std::size_t at = 0; at < token.size() && at < kLongest;) classes += letter_class(text::decode_at(token, at));
  return classes;
}

std::uint32_t number_kind(const TokenView& t) {
  if (t.number < 0) return 0;
  if (t.number <= 12) return 1;
  if (t.number <= 31) return 2;
  if (t.number >= 1900 && t.number < 2100) return 3;
  return t.number < 1000 ? 4 : 5;
}

std::int8_t quotes_of(std::string_view token) {
  if (token.size() > 3) return 0;
  if (token == "\"" || token == "''" || token == "``") return 3;
  if (token == "\u00ab" || token == "\u201e") return 1;
  if (token == "\u00bb" || token == "\u201d") return 2;
  return token == "\u201c" ? 3 : 0;
}

class Adder {
 public:
  explicit Adder(std::vector<Feature>& features) : features_(features) {}
  void operator()(std::uint32_t kind, std::uint32_t value, int from = -2, int to = 2) {
    features_.push_back({feature_hash(kind, value), static_cast<std::int8_t>(from), static_cast<std::int8_t>(to)});
  }

 private:
  std::vector<Feature>& features_;
};

void add_affixes(std::string_view folded, Adder& add) {
  if (folded.size() > kLongest) return;
  std::vector<std::size_t> ends;
  for (std::size_t at = 0; at < folded.size();) {
    text::decode_at(folded, at);
    ends.push_back(at);
  }
  for (std::size_t n = 1; n <= kAffix && n < ends.size(); ++n) {
    add(static_cast<std::uint32_t>(prefix + n), hash_of(folded.substr(0, ends[n - 1])), n > 2 ? -2 : -1, n > 2 ? 2 : 1);
    add(static_cast<std::uint32_t>(suffix + n), hash_of(text::last_letters(folded, n)));
  }
}

void add_parts(std::string_view folded, Adder& add) {
  const std::size_t hyphen = folded.rfind('-');
  if (hyphen == folded.npos || hyphen == 0 || hyphen + 1 == folded.size()) return;
  add(last_part, hash_of(folded.substr(hyphen + 1)), -1, 1);
  add(first_part, hash_of(folded.substr(0, hyphen)), -1, 1);
}

}  // namespace

TokenFeatures::TokenFeatures(const lang::Knowledge& knowledge, std::uint32_t language) : clusters_(knowledge.clusters(language)) {
  const lang::Lexicon& lexicon = knowledge.lexicon();
  for (std::uint32_t k = 0; k < lexicon.class_count(); ++k) classes_.push_back(hash_of(lexicon.class_name(k)));
}

void TokenFeatures::add(const TokenView& t, const Marks& m, std::vector<Feature>& features) const {
  Adder add(features);
  const Features cases = t.features & kCase;
  const std::uint32_t s = m.shape, l = m.lemma, f = m.form;
  add(bias, 0, 0, 0);
  add(form, f);
  add(lemma, l);
  add_affixes(t.folded, add);
  add(shape, s);
  add(long_shape, m.long_shape, -1, 1);
  add(shape_end, joined(s, m.end), -1, 1);
  add(case_lemma, joined(bits(cases), l), -1, 1);
  add(form_case, joined(bits(cases), f), -1, 1);
  add(tag, bits(t.tag & kTag));
  add(part, joined(bits(t.tag & kParts), bits(cases)));
  add(tag_case, joined(bits(t.tag & (feature::cases | feature::numbers)), bits(cases)), -1, 1);
  add(name_kinds, joined(bits(t.features & kNames), bits(cases)));
  add(readings, joined(bits(t.features & kParts), bits(cases)));
  if (number_kind(t) != 0) add(number, number_kind(t));
  if (t.features & feature::hyphen) add_parts(t.folded, add);
  auto alike = clusters_.find(t.folded);
  if (!alike) alike = clusters_.find(t.lemma);
  if (alike) {
    add(cluster, alike->cluster);
    add(group, alike->group);
    add(cluster_case, joined(alike->cluster, bits(cases)), -1, 1);
    add(group_case, joined(alike->group, bits(cases)), -1, 1);
  }
  for (const TermPart& p : t.terms) {
    const std::uint32_t c = joined(classes_[p.lexicon], static_cast<std::uint32_t>(p.first * 2 + p.last));
    add(term, c);
    add(term_case, joined(c, bits(cases)), -1, 1);
  }
}

Marks TokenFeatures::marks(const TokenView& t) const {
  Marks m = glance(t);
  m.form = hash_of(t.folded);
  const std::string classes = letter_classes(t.surface);
  m.shape = hash_of(shape_text(classes, 2));
  m.long_shape = hash_of(shape_text(classes, 6));
  m.tag = bits(t.tag & (kParts | feature::cases));
  m.end = hash_of(text::last_letters(t.folded, 3));
  for (const TermPart& p : t.terms) m.terms = joined(m.terms, classes_[p.lexicon]);
  return m;
}

Marks TokenFeatures::glance(const TokenView& t) {
  Marks m;
  m.lemma = hash_of(t.lemma);
  m.capital = (t.features & feature::cap) != 0;
  m.lower = (t.features & feature::lower) != 0;
  m.name = m.capital && (t.features & (feature::surname | feature::patronymic)) != 0;
  m.given = m.capital && (t.features & (feature::given | feature::initial)) != 0;
  m.quotes = quotes_of(t.surface);
  return m;
}

void add_pair(const Marks& a, const Marks& b, std::vector<Feature>& features) {
  Adder add(features);
  add(pair_lemmas, joined(a.lemma, b.lemma), -1, 0);
  add(pair_shapes, joined(a.shape, b.shape), -1, 0);
  add(pair_tags, joined(a.tag, b.tag), -1, 0);
  add(pair_lemma_shape, joined(a.lemma, b.shape), -1, 0);
  add(pair_shape_lemma, joined(a.shape, b.lemma), -1, 0);
  add(pair_ends, joined(a.end, b.end), -1, 0);
  if (a.terms != 0) add(pair_term_shape, joined(a.terms, b.shape), -1, 0);
  if (a.terms != 0 && b.terms != 0) add(pair_terms, joined(a.terms, b.terms), -1, 0);
}

void add_place(const Marks& m, const Place& p, std::vector<Feature>& features) {
  Adder add(features);
  const std::uint32_t state = p.first | p.all_capitals << 1 | p.quoted << 2 | p.opens << 3 | p.closes << 4;
  add(place_shape, joined(state, m.shape), 0, 0);
  if (p.quoted || p.opens || p.closes) add(place_quotes, state, -1, 1);
  if (p.quoted && p.before_quotes != 0) add(place_before, joined(p.before_quotes, p.opens), 0, 0);
  if (p.quoted && p.behind_quotes != 0) add(place_behind, joined(p.behind_quotes, p.opens), 0, 0);
  if (m.capital) {
    add(place_elsewhere, p.elsewhere, 0, 0);
    add(place_elsewhere_shape, joined(joined(p.elsewhere, m.shape), p.first), 0, 0);
  }
}

}  // namespace qogam::ner
