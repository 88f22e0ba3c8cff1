// Nominatives of noun phrases.
#include "lang/inflection.h"

#include <algorithm>
#include <bit>

#include "text/utf8.h"

namespace qogam::lang {
Inflector::Inflector(const Knowledge& knowledge)
    : knowledge_(knowledge), given_name_class_(knowledge.lexicon().class_number("given-name")) {}

std::string Inflector::join(const Document& d, TokenRange tokens, const std::vector<std::string>& words) {
  std::string result;
  for (std::uint32_t t = tokens.first; t < tokens.last; ++t) {
    if (t > tokens.first && d.tokens[t - 1].span.end < d.tokens[t].span.begin) result += ' ';
    result += words[t - tokens.first];
  }
  return result;
}

std::string Inflector::surface(const Document& d, TokenRange tokens) {
  std::vector<std::string> words;
  for (std::uint32_t t = tokens.first; t < tokens.last; ++t) words.emplace_back(d.surface(d.tokens[t].span));
  return join(d, tokens, words);
}

std::uint32_t Inflector::language_of(const Document& d, TokenRange tokens) const {
  return knowledge_.language(d.sentences[d.tokens[tokens.first].sentence].language);
}

std::string Inflector::phrase(const Document& d, TokenRange tokens, bool one) const {
  if (tokens.empty()) return {};
  const std::uint32_t language = language_of(d, tokens);
  return knowledge_.languages()[language].head_last ? head_last(d, tokens, language, one) : head_first(d, tokens, language, one);
}

// Letters of a second script may be more or fewer than those of the key, so the letters that the word
// keeps are sought one by one. Those that folding makes equal stay as they are printed.
std::string Inflector::with_stem(std::string_view surface, std::uint32_t language, std::uint8_t spelling,
                                 std::size_t folded_bytes, std::string_view ending) const {
  if (folded_bytes == 0) return std::string(ending);
  const std::string wanted = knowledge_.key(surface, language, spelling).substr(0, folded_bytes) + std::string(ending);
  std::size_t kept = 0, kept_bytes = 0;
  for (std::size_t cut = 0; cut < surface.size();) {
    text::decode_at(surface, cut);
    const std::string key = knowledge_.key(surface.substr(0, cut), language, spelling);
    if (key.size() > wanted.size() + 8) break;
    if (!wanted.starts_with(key)) continue;
    kept = cut;
    kept_bytes = key.size();
    if (key == wanted) break;
  }
  return std::string(surface.substr(0, kept)) + wanted.substr(kept_bytes);
}

std::string Inflector::nominative_word(const Document& d, std::uint32_t token, std::uint32_t language) const {
  const Word& w = d.words[token];
  const std::string_view surface = d.surface(d.tokens[token].span);
  const Morphology& morphology = knowledge_.morphology(language);
  // A word that stands in its lexicon form is in the nominative already, unless a longer stem says
  // otherwise; readings come longest ending last, so the first known lemma decides.
  if (w.features & feature::upper) return std::string(surface);  // an abbreviation
  // Nouns before other parts of speech: heads of phrases are nouns far more often.
  std::vector<Analysis> readings(d.analyses.begin() + w.first, d.analyses.begin() + w.first + w.count);
  std::stable_partition(readings.begin(), readings.end(), [](const Analysis& a) { return (a.features & feature::noun) != 0; });
  for (const Analysis& reading : readings) {
    if (reading.lemma == 0 || (reading.features & feature::guessed)) continue;
    const Morphology::Base base = morphology.nominative(d.folded(w), reading.lemma);
    std::string result = with_stem(surface, language, d.spelling, base.stem_bytes, base.ending);
    if (base.stem_bytes == 0 && (w.features & feature::cap)) result = text::capitalise(result);
    return result;
  }
  return std::string(surface);
}

std::string Inflector::adjective(const Document& d, std::uint32_t token, std::uint32_t language, Features wanted) const {
  const Word& w = d.words[token];
  const std::string_view surface = d.surface(d.tokens[token].span);
  std::vector<EndingTable::Hit> hits;
  knowledge_.morphology(language).endings().find(d.folded(w), hits);
  const EndingTable::Hit* chosen = nullptr;
  for (const auto& hit : hits) {
    // A masculine nominative such as "-oi" must not be taken for the feminine genitive it looks like.
    if (!(hit.row->features & feature::adj) || (hit.row->features & wanted) != wanted) continue;
    const std::string lemma = std::string(d.folded(w).substr(0, hit.stem_bytes)).append(knowledge_.strings()[hit.row->lemma]);
    const std::uint32_t number = knowledge_.words().find(lemma);
    const bool known = number != 0 && std::any_of(d.analyses.begin() + w.first, d.analyses.begin() + w.first + w.count,
                                                  [&](const Analysis& a) { return a.lemma == number; });
    // Of unknown ones the first counts, unless its lemma could be an oblique form itself.
    const bool odd = chosen != nullptr && knowledge_.morphology(language).endings().has(
        knowledge_.strings()[chosen->row->lemma], feature::adj | feature::fem | feature::gen);
    if (known || chosen == nullptr || odd) chosen = &hit;
    if (known) break;
  }
  if (chosen == nullptr) return std::string(surface);
  const auto nominative = knowledge_.morphology(language).endings().form_of(d.folded(w).substr(0, chosen->stem_bytes), *chosen->row,
                                                                            wanted | feature::adj | feature::nom);
  return nominative ? with_stem(surface, language, d.spelling, chosen->stem_bytes, *nominative) : std::string(surface);
}

std::optional<std::string> Inflector::genitive(const std::string& phrase, std::uint32_t language) const {
  if (knowledge_.languages()[language].head_last) return genitive_of_last(phrase, language);
  // The head is the first noun; adjectives before it agree with it.
  std::vector<std::string_view> before;
  std::size_t at = 0;
  while (at < phrase.size()) {
    const std::string_view word = std::string_view(phrase).substr(at, phrase.find(' ', at) - at);
    Features gender = 0;
    if (const auto head = genitive_word(word, language, feature::noun, gender)) {
      std::string result;
      for (const std::string_view adjective : before) {
        const auto form = genitive_word(adjective, language, feature::adj, gender);
        if (!form) return std::nullopt;
        result += *form + " ";
      }
      return result + *head + phrase.substr(at + word.size());
    }
    if (!genitive_word(word, language, feature::adj, gender)) break;
    before.push_back(word);
    at += word.size() + 1;
  }
  // An adjective may stand for a noun ("the authorised for …").
  if (before.size() != 1) return std::nullopt;
  Features gender = 0;
  return *genitive_word(before.front(), language, feature::adj, gender) + phrase.substr(before.front().size());
}

// Of a phrase whose last word is its head and has the possessive that other words before it ask for.
std::optional<std::string> Inflector::genitive_of_last(const std::string& phrase, std::uint32_t language) const {
  const std::size_t blank = phrase.rfind(' ');
  const std::size_t at = blank == phrase.npos ? 0 : blank + 1;
  const std::string_view word = std::string_view(phrase).substr(at);
  const std::string folded = knowledge_.key(word, language, 0);
  const EndingTable& endings = knowledge_.morphology(language).endings();
  std::vector<EndingTable::Hit> hits;
  endings.find(folded, hits);
  for (const EndingTable::Hit& hit : hits) {
    const std::string_view stem = std::string_view(folded).substr(0, hit.stem_bytes);
    if (!(hit.row->features & feature::poss3) || !(hit.row->features & feature::nom) || knowledge_.words().find(stem) == 0) continue;
    if (const auto ending = endings.form_of(stem, *hit.row, feature::noun | feature::poss3 | feature::gen, feature::pl, {}, std::string_view(folded).substr(hit.stem_bytes)))
      return phrase.substr(0, at) + with_stem(word, language, 0, hit.stem_bytes, *ending);
  }
  return std::nullopt;
}

// Of a noun that is known, whose gender is told, or of an adjective: of that gender, where one is given.
std::optional<std::string> Inflector::genitive_word(std::string_view word, std::uint32_t language, Features part, Features& gender) const {
  constexpr Features kGenders = feature::masc | feature::fem | feature::neut;
  const bool noun = part == feature::noun;
  const std::string folded = knowledge_.key(word, language, 0);
  std::vector<Analysis> readings;
  knowledge_.morphology(language).readings(folded, readings);
  const auto may_be = [&](Features p) { return std::ranges::any_of(readings, [&](const Analysis& a) { return (a.features & p) != 0 && (a.features & feature::nom) != 0; }); };
  if (noun ? may_be(feature::adj) : !may_be(feature::adj)) return std::nullopt;
  const EndingTable& endings = knowledge_.morphology(language).endings();
  std::vector<EndingTable::Hit> hits;
  endings.find(folded, hits);
  for (const EndingTable::Hit& hit : hits) {
    const std::string_view stem = std::string_view(folded).substr(0, hit.stem_bytes);
    const Features own = hit.row->features & kGenders;
    const std::string lemma = std::string(stem).append(knowledge_.strings()[hit.row->lemma]);
    if (!(hit.row->features & part) || !(hit.row->features & feature::nom) || (hit.row->features & feature::pl)) continue;
    if (noun && (lemma != folded || knowledge_.words().find(lemma) == 0)) continue;
    if (!noun && gender != 0 && own != gender) continue;
    if (const auto ending = endings.form_of(stem, *hit.row, part | feature::gen | feature::sg | own)) {
      if (noun) gender = own;
      return with_stem(word, language, 0, hit.stem_bytes, *ending);
    }
  }
  return std::nullopt;
}

// Of a word in the nominative plural with a possessive: the singular with the same possessive; other words as they are.
std::string Inflector::singular(const std::string& nominative, std::uint32_t language, std::uint8_t spelling) const {
  constexpr Features kPlural = feature::pl | feature::poss3;
  const std::string folded = knowledge_.key(nominative, language, spelling);
  const EndingTable& endings = knowledge_.morphology(language).endings();
  std::vector<EndingTable::Hit> hits;
  endings.find(folded, hits);
  for (const EndingTable::Hit& hit : hits) {
    const std::string_view stem = std::string_view(folded).substr(0, hit.stem_bytes);
    if ((hit.row->features & kPlural) != kPlural || knowledge_.words().find(stem) == 0) continue;
    const auto ending = endings.form_of(stem, *hit.row, feature::poss3 | feature::nom, feature::pl, text::last_letters(folded, 1));
    if (ending) return with_stem(nominative, language, spelling, hit.stem_bytes, *ending);
  }
  return nominative;
}

std::string Inflector::head_last(const Document& d, TokenRange tokens, std::uint32_t language, bool one) const {
  std::vector<std::string> words;
  for (std::uint32_t t = tokens.first; t < tokens.last; ++t) words.emplace_back(d.surface(d.tokens[t].span));
  words.back() = nominative_word(d, tokens.last - 1, language);
  if (one) words.back() = singular(words.back(), language, d.spelling);
  return join(d, tokens, words);
}

}  // namespace qogam::lang
