// Counting evidence for languages.
#include "segment/language_teller.h"

#include <algorithm>

#include "model/source.h"
#include "text/utf8.h"

namespace qogam::segment {
namespace {

// A common word says more than a letter, as names carry letters into other languages.
constexpr double kWordWeight = 2.0;
constexpr double kMarkWeight = 1.0;
constexpr double kNameMarkWeight = 0.2;  // of a word with a capital
constexpr double kKnownWeight = 0.2;
constexpr double kDoubt = 0.5;
constexpr double kLetterWeight = 0.05;  // a word wholly in the letters of the language

}  // namespace

LanguageTeller::LanguageTeller(const lang::Knowledge& knowledge) : knowledge_(knowledge) {
  for (std::uint32_t n = 1; n < knowledge.languages().size(); ++n) {
    const lang::LanguageInfo& info = knowledge.languages()[n];
    for (const std::string& w : info.common_words) {
      words_[w] |= 1u << n;
      longest_ = std::max(longest_, w.size());
    }
    const auto mark = [&](std::string_view letters, std::uint32_t Letter::*bits) {
      for (std::size_t at = 0; at < letters.size();) {
        const char32_t c = text::decode_at(letters, at);
        if (text::is_letter(c)) letter(c).*bits |= 1u << n;
      }
    };
    if (!info.latin) {
      mark(info.letters, &Letter::languages);
      mark(info.marks, &Letter::marks);
      continue;
    }
    const std::string path = info.code.substr(0, info.code.find('-')) + "/latin.tsv";
    const model::SourceFile file{path, std::string(knowledge.resource(path))};
    for (const model::Line& line : file.lines()) {
      const auto parts = model::fields(line.text);
      const std::string from = knowledge.fold(parts[0] == "@marks" ? parts[1] : parts[0]);
      mark(from, &Letter::languages);
      for (std::size_t at = 0; at < from.size();) {
        const char32_t c = text::decode_at(from, at);
        if (c > 0x7F) letter(c).marks |= 1u << n;
      }
    }
  }
}

LanguageTeller::Letter& LanguageTeller::letter(char32_t c) {
  if (c >= letters_.size()) letters_.resize(c + 1);
  return letters_[c];
}

void LanguageTeller::add(std::string_view word, LanguageScores& scores, std::string& folded) const {
  folded.clear();
  std::uint32_t all = ~0u, marks = 0;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = knowledge_.fold(text::decode_at(word, at));
    if (c == 0) continue;
    text::append_utf8(folded, c);
    const Letter letter = c < letters_.size() ? letters_[c] : Letter{};
    if (letter.languages == 0 && !text::is_letter(c)) continue;
    all &= letter.languages;
    marks |= letter.marks;
  }
  if (all == ~0u) return;
  std::size_t first = 0;
  const bool capital = text::is_upper(text::decode_at(word, first));
  const std::uint32_t common = common_in(folded);
  for (std::uint32_t n = 1; n < scores.size(); ++n) {
    const bool own = all >> n & 1u;
    const bool latin = own && knowledge_.languages()[n].latin;
    if (own && !latin) scores[n] += kLetterWeight;
    if (marks >> n & 1u) scores[n] += capital ? kNameMarkWeight : kMarkWeight;
    if (own && ((latin ? common_in(knowledge_.key(word, n)) : common) >> n & 1u)) scores[n] += kWordWeight;
  }
}

std::uint32_t LanguageTeller::common_in(std::string_view folded) const {
  if (folded.size() > longest_) return 0;
  const auto it = words_.find(folded);
  return it == words_.end() ? 0 : it->second;
}

void LanguageTeller::add_known(std::string_view word, AskedLexicons& lexicons, LanguageScores& scores) const {
  for (std::uint32_t n = 1; n < scores.size(); ++n) {
    if (scores[n] <= 0) continue;  // not its letters
    const std::uint32_t bit = 1u << n;
    if (!(lexicons.asked & bit)) {
      lexicons.asked |= bit;
      if (is_known(word, n)) lexicons.known |= bit;
    }
    if (lexicons.known & bit) scores[n] += kKnownWeight;
  }
}

bool LanguageTeller::is_known(std::string_view word, std::uint32_t language) const {
  std::vector<Analysis> readings;
  knowledge_.morphology(language).analyse(knowledge_.key(word, language), readings);
  return std::ranges::any_of(readings, [](const Analysis& a) { return a.lemma != 0 && !(a.features & feature::guessed); });
}

bool LanguageTeller::in_doubt(const LanguageScores& scores) const {
  const std::uint32_t first = best(scores);
  for (std::uint32_t n = 1; n < scores.size(); ++n)
    if (first != 0 && n != first && scores[n] > 0 && scores[first] - scores[n] < kDoubt) return true;
  return false;
}

std::uint32_t LanguageTeller::best(const LanguageScores& scores) const {
  const auto it = std::max_element(scores.begin() + 1, scores.end());
  return it == scores.end() || *it <= 0 ? 0 : static_cast<std::uint32_t>(it - scores.begin());
}

}  // namespace qogam::segment
