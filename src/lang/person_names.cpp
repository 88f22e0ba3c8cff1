// Nominatives of people's names: one case and gender for all words of a name.
#include <algorithm>
#include <bit>

#include "lang/inflection.h"
#include "text/utf8.h"

namespace qogam::lang {
namespace {

constexpr double kGivenName = 3.0, kPatronymic = 2.0, kAsItStands = 0.5, kContext = 0.6, kUnchanged = 2.9;

constexpr Features kCases[] = {feature::nom, feature::gen, feature::dat, feature::acc,
                               feature::ins, feature::loc, feature::abl};
constexpr Features kGenders[] = {feature::masc, feature::fem};

// The longer the ending of a surname, the less it is there by chance.
double surname_score(std::string_view ending) {
  return 0.7 + 0.15 * static_cast<double>(std::min<std::size_t>(4, text::count_code_points(ending)));
}

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

bool agrees(Features reading, Features wanted, Features group) {
  return (reading & group) == 0 || (reading & wanted) != 0;
}

}  // namespace

bool Inflector::is_given_name(std::string_view folded) const {
  const std::uint32_t word = knowledge_.words().find(folded);
  return word != 0 && knowledge_.lexicon().is_entry(word, given_name_class_);
}

Inflector::NameWord Inflector::name_word(const Document& d, std::uint32_t token, std::uint32_t language) const {
  const std::string& folded = d.words[token].folded;
  NameWord word;
  word.surface = d.surface(d.tokens[token].span);
  word.given = is_given_name(folded);
  word.initial = (d.words[token].features & feature::initial) != 0;
  if (word.initial) return word;
  std::vector<EndingTable::Hit> hits;
  knowledge_.names(language).find(folded, hits);
  for (const auto& hit : hits) {
    if ((hit.row->features & feature::pl) && !(hit.row->features & feature::sg)) continue;
    const std::string ending(knowledge_.strings()[hit.row->nominative]);
    const std::string nominative = folded.substr(0, hit.stem_bytes + hit.row->keep) + ending;
    const bool given = is_given_name(nominative);
    if ((hit.row->features & feature::given) && !(hit.row->features & feature::surname) && !given) continue;
    // A row for all cases says only that the name may not change: that is what we know anyhow.
    const bool unchanging = std::popcount(hit.row->features & feature::cases) > 3;
    const double score = unchanging && !given && !(hit.row->features & feature::patronymic) ? kAsItStands : given ? kGivenName : hit.row->features & feature::patronymic ? kPatronymic : surname_score(folded.substr(hit.stem_bytes));
    word.readings.push_back({hit.row->features, with_stem(word.surface, language, d.spelling, hit.stem_bytes + hit.row->keep, ending), score});
  }
  return word;
}

std::vector<std::string> Inflector::name_forms(const Document& d, std::uint32_t token) const {
  const NameWord word = name_word(d, token, language_of(d, {token, token + 1}));
  std::vector<std::string> forms{word.surface};
  for (const NameReading& r : word.readings) forms.push_back(r.nominative);
  return forms;
}

std::string Inflector::person(const Document& d, TokenRange tokens, Features likely) const {
  if (tokens.empty()) return {};
  const std::uint32_t language = language_of(d, tokens);
  std::vector<NameWord> words;
  for (std::uint32_t t = tokens.first; t < tokens.last; ++t) words.push_back(name_word(d, t, language));
  const bool head_last = knowledge_.languages()[language].head_last;
  std::string best;
  double best_score = -1;
  for (const Features grammatical_case : kCases) {
    for (const Features gender : kGenders) {
      double score = likely != 0 && (likely & grammatical_case) ? kContext : 0;
      std::string name;
      for (std::size_t k = 0; k < words.size(); ++k) {
        const NameWord& w = words[k];
        // As it stands: the nominative, or a name that does not change. Initials say nothing, nor do
        // the words before the last where only that one is inflected.
        const std::string* chosen = &w.surface;
        const bool mute = w.initial || (head_last && k + 1 < words.size());
        double own = grammatical_case == feature::nom && !mute ? (w.given ? kGivenName : kAsItStands) : 0;
        // Women's names that end in a consonant are not inflected.
        if (own == 0 && w.given && !mute && gender == feature::fem) own = kUnchanged;
        for (const NameReading& r : w.readings)
          if (!mute && r.score > own && agrees(r.features, grammatical_case, feature::cases) && agrees(r.features, gender, feature::genders)) {
            own = r.score;
            chosen = &r.nominative;
          }
        score += own;
        if (k > 0 && d.tokens[tokens.first + k - 1].span.end < d.tokens[tokens.first + k].span.begin) name += ' ';
        name += as_printed(*chosen);
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
