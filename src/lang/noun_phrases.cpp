// Noun phrases whose head stands first: one reading for the head and the adjectives before it.
#include <algorithm>

#include "lang/inflection.h"
#include "text/utf8.h"

namespace qogam::lang {
namespace {

constexpr Features kModifier = feature::adj | feature::participle | feature::det;
constexpr Features kNominal = feature::noun | kModifier;

// What speaks for a reading of the head, each outweighing all behind it: that the words before agree with it, that
// a lexicon has its lemma, that it is a noun; then the sentence.
constexpr int kAgrees = 32, kListed = 16, kNoun = 8, kTagCase = 2, kTagNumber = 2, kSingular = 1;

bool meet(Features a, Features b, Features group) { return (a & group) == 0 || (b & group) == 0 || (a & b & group) != 0; }

bool full_form(Features f) { return (f & feature::cases) != 0 && !(f & (feature::short_form | feature::comparative)); }

// In the plural adjectives have no gender.
bool agree(Features a, Features b) {
  const bool plural = (a & b & feature::pl) != 0;
  return full_form(a) && full_form(b) && meet(a, b, feature::cases) && meet(a, b, feature::numbers) &&
         (plural || meet(a, b, feature::genders));
}

// A noun of the lexicons. What has the same lemma as an adjective only looks like a noun.
bool known_noun(const Document& d, std::uint32_t token) {
  const std::span<const Analysis> readings(d.analyses.data() + d.words[token].first, d.words[token].count);
  const auto adjective = [&](std::uint32_t lemma) {
    return std::ranges::any_of(readings, [&](const Analysis& a) { return a.lemma == lemma && (a.features & feature::adj); });
  };
  return std::ranges::any_of(readings, [&](const Analysis& a) {
    return a.lemma != 0 && (a.features & feature::noun) && !(a.features & feature::guessed) && !adjective(a.lemma);
  });
}

bool modifies(const std::vector<Analysis>& word, Features head) {
  return std::ranges::any_of(word, [&](const Analysis& a) { return (a.features & kModifier) && agree(a.features, head); });
}

Features number_of(Features f) { return (f & feature::numbers) == feature::pl ? feature::pl : feature::sg; }

}  // namespace

// Lexicon readings first: they are fewer and surer.
std::vector<Analysis> Inflector::nominals(const Document& d, std::uint32_t token, std::uint32_t language) const {
  const Word& w = d.words[token];
  const Morphology& morphology = knowledge_.morphology(language);
  const Dictionary& dictionary = morphology.dictionary();
  // A word that stands only inside phrases of the lexicons, in whatever form, is no lemma.
  const auto is_citation = [&](std::uint32_t lemma) { return morphology.citation(knowledge_.words()[lemma]) != 0; };
  std::vector<Analysis> found, known;
  for (std::uint32_t a = w.first; a < w.first + w.count; ++a)
    if (const Analysis& r = d.analyses[a]; r.lemma != 0 && !(r.features & feature::guessed) && is_citation(r.lemma)) found.push_back(r);
  if (!dictionary.find(d.folded(w), known)) {
    // What only its end tells may be an adjective, but is no head.
    dictionary.predict(d.folded(w), known);
    std::erase_if(known, [](const Analysis& r) { return !(r.features & kModifier); });
  }
  // Of words that are in both the dictionary has the fuller features: one case and number each.
  std::vector<std::uint32_t> lemmas;
  for (Analysis& r : known) {
    const std::uint32_t lemma = knowledge_.words().find(knowledge_.lemma_text(d.folded(w), r));
    const bool listed = lemma != 0 && !(r.features & feature::guessed) && std::ranges::any_of(found, [&](const Analysis& f) { return f.lemma == lemma; });
    if (listed) lemmas.push_back(lemma);
    r.lemma = listed ? lemma : 0;
  }
  std::erase_if(found, [&](const Analysis& f) { return std::ranges::find(lemmas, f.lemma) != lemmas.end(); });
  found.insert(found.end(), known.begin(), known.end());
  std::erase_if(found, [](const Analysis& r) { return !(r.features & kNominal) || !full_form(r.features); });
  return found;
}

// The nominative that a word has in the number and gender of `target`; nothing where no table has it.
std::optional<std::string> Inflector::nominative_as(const Document& d, std::uint32_t token, std::uint32_t language,
                                                    const Analysis& reading, Features target) const {
  const Word& w = d.words[token];
  const std::string_view surface = d.surface(d.tokens[token].span);
  const Morphology& morphology = knowledge_.morphology(language);
  const bool plural = (target & feature::pl) != 0;
  const Features part = (reading.features & kNominal) | feature::nom;
  const Features wanted = part | (plural ? feature::pl : target);
  if (reading.stem <= d.folded(w).size())
    for (const std::string_view ending : morphology.dictionary().forms(d.folded(w), reading, wanted)) {
      const std::string result = with_stem(surface, language, d.spelling, reading.stem, ending);
      return reading.stem == 0 && (w.features & feature::cap) ? text::capitalise(result) : result;
    }
  if (!plural || reading.lemma == 0) return std::nullopt;
  std::vector<EndingTable::Hit> hits;
  morphology.endings().find(d.folded(w), hits);
  for (const auto& hit : hits) {
    if (hit.stem_bytes != reading.stem || hit.row->features != reading.features || hit.row->lemma != reading.ending) continue;
    if (const auto ending = morphology.endings().form_of(d.folded(w).substr(0, hit.stem_bytes), *hit.row, part | target))
      return with_stem(surface, language, d.spelling, hit.stem_bytes, *ending);
  }
  return std::nullopt;
}

const Analysis* Inflector::head_reading(const Document& d, std::uint32_t token, const std::vector<Analysis>& head,
                                        std::span<const std::vector<Analysis>> before) {
  const Features tag = d.words[token].tag;
  const Analysis* best = nullptr;
  int best_score = -1;
  for (const Analysis& r : head) {
    if (r.features & feature::guessed) continue;
    const bool fits = std::ranges::all_of(before, [&](const auto& word) { return modifies(word, r.features); });
    const int score = (fits ? kAgrees : 0) + (r.lemma != 0 ? kListed : 0) + (r.features & feature::noun ? kNoun : 0) +
                      (r.features & tag & feature::cases ? kTagCase : 0) + (r.features & tag & feature::numbers ? kTagNumber : 0) +
                      (r.features & feature::sg ? kSingular : 0);
    if (score > best_score) {
      best_score = score;
      best = &r;
    }
  }
  return best;
}

std::string Inflector::head_first(const Document& d, TokenRange tokens, std::uint32_t language, bool one) const {
  std::vector<std::string> words;
  for (std::uint32_t t = tokens.first; t < tokens.last; ++t) words.emplace_back(d.surface(d.tokens[t].span));
  // Modifiers are words that agree with the next one; what agrees with nothing is the head.
  std::vector<std::vector<Analysis>> readings{nominals(d, tokens.first, language)};
  std::uint32_t head = tokens.first;
  while (head + 1 < tokens.last && !known_noun(d, head)) {
    std::vector<Analysis> next = nominals(d, head + 1, language);
    const bool leads = std::ranges::any_of(next, [&](const Analysis& n) { return modifies(readings.back(), n.features); }) ||
                       (next.empty() && modifies(readings.back(), ~(feature::short_form | feature::comparative)));
    if (!leads) break;
    readings.push_back(std::move(next));
    ++head;
  }
  const std::span<const std::vector<Analysis>> before(readings.data(), readings.size() - 1);
  const Analysis* chosen = head_reading(d, head, readings.back(), before);
  // The gender of a head that nobody knows is that which its adjectives show.
  const Features shown = chosen ? chosen->features : head > tokens.first ? d.words[tokens.first].tag : 0;
  const Features gender = (shown & feature::genders) ? shown & feature::genders : feature::masc;
  const Features target = gender | (one ? feature::sg : number_of(shown));
  if (chosen) words[head - tokens.first] = nominative_of_head(d, head, language, *chosen, target);
  for (std::uint32_t t = tokens.first; t < head; ++t)
    words[t - tokens.first] = modifier(d, t, language, readings[t - tokens.first], shown, target);
  return join(d, tokens, words);
}

std::string Inflector::nominative_of_head(const Document& d, std::uint32_t token, std::uint32_t language, const Analysis& reading,
                                          Features target) const {
  if (d.words[token].features & feature::upper) return std::string(d.surface(d.tokens[token].span));  // an abbreviation
  if (auto found = nominative_as(d, token, language, reading, target)) return *found;
  return nominative_word(d, token, language);
}

std::string Inflector::modifier(const Document& d, std::uint32_t token, std::uint32_t language, const std::vector<Analysis>& readings,
                                Features head, Features target) const {
  if (d.words[token].features & feature::upper) return std::string(d.surface(d.tokens[token].span));
  for (const Analysis& r : readings)
    if ((r.features & kModifier) && agree(r.features, head))
      if (auto found = nominative_as(d, token, language, r, target)) return *found;
  return adjective(d, token, language, head & feature::pl & target ? feature::pl : target & ~feature::numbers);
}

}  // namespace qogam::lang
