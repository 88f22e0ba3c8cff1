// Nominatives of people's names: one case and gender for all words of a name.
#include <algorithm>
#include <bit>

#include "lang/inflection.h"
#include "text/split.h"
#include "text/utf8.h"

namespace qogam::lang {
namespace {

// A given name of the lexicons says more than one of the dictionary, which has rare and foreign ones
// that look like forms of common ones.
constexpr double kGivenName = 3.0, kGivenOfDictionary = 2.3, kPatronymic = 2.0, kSurnameOfDictionary = 1.6;
// A surname that is a common word as well, and a first name that comes first.
constexpr double kCommonWord = 0.3, kAdjective = 1.2, kFirst = 0.1;
// The post before a name agrees with it, which is surer than a given name that only the dictionary has.
constexpr double kAsItStands = 0.5, kContext = 2.0, kUnchanged = 2.9;

constexpr std::size_t kTelling = 3;  // letters of such an ending at least

constexpr Features kCases[] = {feature::nom, feature::gen, feature::dat, feature::acc,
                               feature::ins, feature::loc, feature::abl};
constexpr Features kGenders[] = {feature::masc, feature::fem};
constexpr Features kKinds = feature::given | feature::surname | feature::patronymic;
constexpr Features kWords = feature::noun | feature::adj, kParts = kKinds | kWords;
constexpr Features kNeverNames = feature::pl | feature::neut | feature::place | feature::short_form | feature::comparative | feature::det;

// The longer the ending of a surname, the less it is there by chance.
double surname_score(std::string_view ending) {
  return 0.7 + 0.15 * static_cast<double>(std::min<std::size_t>(4, text::count_code_points(ending)));
}

// A row for all cases says that a name may stay as it is.
bool unchanging(Features f) { return (f & feature::nom) && std::popcount(f & feature::cases) > 3; }

// A name in capitals is printed as names are.
std::string as_printed(const std::string& word) {
  std::size_t letters = 0, upper = 0;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = text::decode_at(word, at);
    letters += text::is_letter(c);
    upper += text::is_upper(c);
  }
  return letters > 2 && upper + 3 > letters && upper > 2 ? text::capitalise(text::to_lower(word)) : word;
}

// Two capitalised words of three letters at least with a hyphen between them.
bool is_double(const std::vector<std::string_view>& parts) {
  return parts.size() == 2 && std::ranges::all_of(parts, [](std::string_view part) {
    std::size_t at = 0;
    return text::count_code_points(part) > 2 && text::is_upper(text::decode_at(part, at));
  });
}

bool agrees(Features reading, Features wanted, Features group) {
  return (reading & group) == 0 || (reading & wanted) != 0;
}

}  // namespace

Features Inflector::genders_of_given(std::string_view folded) const {
  Features genders = 0;
  for (const std::uint32_t entry : knowledge_.lexicon().entries_of(knowledge_.words().find(folded), given_name_class_)) {
    const std::string_view gender = knowledge_.lexicon().attribute(entry, "gender");
    genders |= gender == "m" ? feature::masc : gender == "f" ? feature::fem : feature::masc | feature::fem;
  }
  return genders;
}

// The spelling of the lexicon, where a name says that its other forms do not tell it.
std::string Inflector::own_spelling(const std::string& nominative, std::uint32_t language, std::uint8_t spelling) const {
  const std::uint32_t word = knowledge_.words().find(knowledge_.key(nominative, language, spelling));
  for (const std::uint32_t entry : knowledge_.lexicon().entries_of(word, given_name_class_))
    if (knowledge_.lexicon().attribute(entry, "spelling") == "own") return std::string(knowledge_.lexicon().phrase(entry));
  return nominative;
}

void Inflector::add_endings(std::string_view folded, std::uint32_t language, std::uint8_t spelling, NameWord& word) const {
  std::vector<EndingTable::Hit> hits;
  knowledge_.names(language).find(folded, hits);
  for (const auto& hit : hits) {
    Features f = hit.row->features;
    if ((f & feature::pl) && !(f & feature::sg)) continue;
    const std::string ending(knowledge_.strings()[hit.row->nominative]);
    const Features known = genders_of_given(std::string(folded.substr(0, hit.stem_bytes + hit.row->keep)).append(ending));
    const bool given = known != 0 && !(f & feature::patronymic) && agrees(f, known, feature::genders);
    if ((f & feature::given) && !(f & feature::surname) && !given) continue;
    // What no row says the lexicon does: the gender of a given name.
    if (given && !(f & feature::genders)) f |= known;
    double score = surname_score(folded.substr(hit.stem_bytes));
    if (given) score = kGivenName;
    else if (f & feature::patronymic) score = kPatronymic;
    // What we know anyhow, unless the ending is one of such names only.
    else if (unchanging(f) && text::count_code_points(folded.substr(hit.stem_bytes)) < kTelling) score = kAsItStands;
    const std::string nominative = with_stem(word.surface, language, spelling, hit.stem_bytes + hit.row->keep, ending);
    word.readings.push_back({f, given ? own_spelling(nominative, language, spelling) : nominative, score});
    if (given && (f & feature::nom) && !unchanging(f) && hit.stem_bytes + hit.row->keep + ending.size() == folded.size()) word.changing |= f & feature::genders;
  }
}

void Inflector::add_known_names(std::string_view folded, std::uint32_t language, std::uint8_t spelling, NameWord& word) const {
  const Dictionary& dictionary = knowledge_.morphology(language).dictionary();
  std::vector<Analysis> readings;
  if (dictionary.empty() || !dictionary.find(folded, readings)) return;
  const bool adjective = std::ranges::any_of(readings, [](const Analysis& r) { return (r.features & feature::adj) && !(r.features & kNeverNames); });
  for (const Analysis& reading : readings) {
    const Features part = reading.features & kParts, gender = reading.features & feature::genders;
    if (!(part & kWords) || (reading.features & kNeverNames)) continue;
    // A thing may stand in the accusative as it is, no person whose surname it is can.
    if ((reading.features & feature::inan) && (reading.features & feature::acc) && gender == feature::masc) continue;
    const auto nominatives = dictionary.forms(folded, reading, part | gender | feature::sg | feature::nom);
    if (nominatives.empty()) continue;
    Features f = reading.features;
    double score = part & feature::given ? kGivenOfDictionary : part & feature::patronymic ? kPatronymic : kSurnameOfDictionary;
    if (!(part & kKinds)) {
      // Nouns of any gender are surnames of men; those of the feminine declension of women too.
      if (f & feature::noun) f = (f & ~feature::genders) | (gender == feature::fem ? feature::masc | feature::fem : feature::masc);
      score = surname_score(folded.substr(reading.stem)) + kCommonWord;
      // A woman's surname is seldom the adjective that a form of it could be of.
      if ((part & feature::adj) && gender == feature::fem) score = std::min(score, kAdjective);
    }
    const std::string nominative = with_stem(word.surface, language, spelling, reading.stem, nominatives.front());
    word.readings.push_back({f, own_spelling(nominative, language, spelling), score});
    // As a woman's surname a noun of a man's gender does not change.
    const bool noun = (part & feature::noun) && !(part & kKinds) && gender == feature::masc && !adjective;
    if (noun && (reading.features & feature::nom)) word.readings.push_back({feature::surname | feature::fem | feature::sg, word.surface, score});
  }
}

Inflector::NameWord Inflector::name_word(std::string_view surface, std::string_view folded, std::uint32_t language, std::uint8_t spelling) const {
  NameWord word;
  word.surface = surface;
  word.given = genders_of_given(folded);
  add_endings(folded, language, spelling, word);
  add_known_names(folded, language, spelling, word);
  return word;
}

// The parts of a double surname are inflected each for itself; a double first name is known as one, maybe only by
// the nominative that an ending leads to, so the whole must be read before its parts are.
void Inflector::add_name_words(const Document& d, std::uint32_t token, std::uint32_t language, std::vector<NameWord>& words) const {
  const std::string_view surface = d.surface(d.tokens[token].span), folded = d.folded(d.words[token]);
  std::string_view joint = words.empty() || d.tokens[token - 1].span.end == d.tokens[token].span.begin ? "" : " ";
  if (d.words[token].features & feature::initial) {
    words.push_back({.surface = std::string(surface), .initial = true, .joint = joint});
    return;
  }
  NameWord whole = name_word(surface, folded, language, d.spelling);
  const bool known = whole.given != 0 || std::ranges::any_of(whole.readings, [](const NameReading& r) { return r.score >= kGivenOfDictionary; });
  const std::size_t first = words.size();
  const auto shown = text::split(surface, '-');
  if (known || !is_double(shown)) {
    words.push_back(std::move(whole));
  } else {
    const auto keys = text::split(folded, '-');
    for (std::size_t k = 0; k < shown.size(); ++k) words.push_back(name_word(shown[k], keys[k], language, d.spelling));
    words.back().joint = "-";
  }
  words[first].joint = joint;
}

std::vector<std::string> Inflector::name_forms(const Document& d, std::uint32_t token) const {
  const std::string_view surface = d.surface(d.tokens[token].span);
  std::vector<std::string> forms{std::string(surface)};
  if (d.words[token].features & feature::initial) return forms;
  const NameWord word = name_word(surface, d.folded(d.words[token]), language_of(d, {token, token + 1}), d.spelling);
  for (const NameReading& r : word.readings) forms.push_back(r.nominative);
  return forms;
}

// As it stands: the nominative, or a name that does not change, such as a woman's that ends in a consonant.
double Inflector::score_as_it_stands(const NameWord& word, Features grammatical_case, Features gender) {
  const bool given = (word.given & gender) != 0;
  if (grammatical_case == feature::nom) return given ? kGivenName : kAsItStands;
  return given && gender == feature::fem && !(word.changing & gender) ? kUnchanged : 0;
}

std::string Inflector::person(const Document& d, TokenRange tokens, Features likely) const {
  if (tokens.empty()) return {};
  const std::uint32_t language = language_of(d, tokens);
  std::vector<NameWord> words;
  for (std::uint32_t t = tokens.first; t < tokens.last; ++t) add_name_words(d, t, language, words);
  const bool head_last = knowledge_.languages()[language].head_last;
  std::string best;
  double best_score = -1;
  for (const Features grammatical_case : kCases) {
    for (const Features gender : kGenders) {
      double score = likely != 0 && (likely & grammatical_case) ? kContext : 0;
      std::string name;
      for (std::size_t k = 0; k < words.size(); ++k) {
        const NameWord& w = words[k];
        // Initials say nothing, nor do the words before the last where only that one is inflected.
        const bool mute = w.initial || (head_last && k + 1 < words.size());
        const std::string* chosen = &w.surface;
        double own = mute ? 0 : score_as_it_stands(w, grammatical_case, gender);
        for (const NameReading& r : w.readings)
          if (!mute && r.score > own && agrees(r.features, grammatical_case, feature::cases) && agrees(r.features, gender, feature::genders)) {
            own = r.score;
            chosen = &r.nominative;
          }
        if (k == 0 && own >= kUnchanged) own += kFirst;
        score += own;
        name.append(w.joint).append(as_printed(*chosen));
      }
      if (score > best_score + 1e-9) {
        best_score = score;
        best = std::move(name);
      }
    }
  }
  return best;
}

}  // namespace qogam::lang
