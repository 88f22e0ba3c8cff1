// Looking words up, and guessing those that are not there.
#include "lang/dictionary.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "lang/equal_keys.h"
#include "text/utf8.h"

namespace qogam::lang {
namespace {

constexpr std::size_t kLongestMatch = 6;   // letters at the end of a word that are compared
constexpr std::size_t kLongestTail = 4;    // of them in the stem
constexpr std::size_t kMostGuesses = 12;
constexpr std::uint32_t kFewest = 3;       // lexemes that make a guess

// The places where letters begin, and the end.
std::vector<std::size_t> letter_starts(std::string_view text) {
  std::vector<std::size_t> starts;
  for (std::size_t at = 0; at < text.size(); ++at)
    if (text::starts_letter(text[at])) starts.push_back(at);
  starts.push_back(text.size());
  return starts;
}

}  // namespace

Dictionary::Dictionary(const model::ModelView& model, const std::string& code, const model::StringTable& strings)
    : stems_(model, code + ".dictionary.stems"),
      endings_(model, code + ".dictionary.endings"),
      tails_(model, code + ".dictionary.tails"),
      stem_ranges_(model.section<std::uint32_t>(code + ".dictionary.stem-ranges")),
      form_ranges_(model.section<std::uint32_t>(code + ".dictionary.form-ranges")),
      tail_ranges_(model.section<std::uint32_t>(code + ".dictionary.tail-ranges")),
      stem_paradigms_(model.section<std::uint16_t>(code + ".dictionary.stem-paradigms")),
      paradigms_(model.section<DictionaryParadigm>(code + ".dictionary.paradigms")),
      forms_(model.section<DictionaryForm>(code + ".dictionary.forms")),
      tail_records_(model.section<DictionaryTail>(code + ".dictionary.tail-records")),
      tags_(model.section<Features>(code + ".dictionary.tags")),
      listed_(model, code + ".dictionary.listed"),
      part_lemmas_(model, code + ".dictionary.part-lemmas"),
      strings_(strings),
      listed_forms_(model.section<ListedForm>(code + ".dictionary.listed-forms")),
      parts_(model.section<PartRecord>(code + ".dictionary.parts")) {
  suffixes_ = SuffixIndex(model, code + ".dictionary.suffixes");
}

std::vector<Dictionary::Cut> Dictionary::cuts(std::string_view folded) const {
  std::vector<Cut> cuts;
  suffixes_.each(folded, [&](std::size_t stem, std::uint32_t ending) { cuts.push_back({stem, ending}); });
  return cuts;
}

std::span<const DictionaryForm> Dictionary::forms_of(std::uint32_t paradigm) const {
  return forms_.subspan(form_ranges_[paradigm], form_ranges_[paradigm + 1] - form_ranges_[paradigm]);
}

std::span<const DictionaryForm> Dictionary::forms_with(std::uint32_t paradigm, std::uint32_t ending) const {
  const auto forms = forms_of(paradigm);
  return equal_keys(forms, ending, &DictionaryForm::ending);
}

std::span<const std::uint16_t> Dictionary::paradigms_of(std::string_view stem) const {
  const std::uint32_t number = stems_.find(stem);
  if ((number == 0 && !stem.empty()) || number + 1 >= stem_ranges_.size()) return {};
  return stem_paradigms_.subspan(stem_ranges_[number], stem_ranges_[number + 1] - stem_ranges_[number]);
}

bool Dictionary::find_whole(std::string_view folded, std::size_t before, std::vector<Analysis>& readings) const {
  const std::string_view word = folded.substr(before);
  const std::size_t from = readings.size();
  for (const Cut& cut : cuts(word))
    for (const std::uint16_t paradigm : paradigms_of(word.substr(0, cut.stem)))
      for (const DictionaryForm& form : forms_with(paradigm, cut.ending))
        readings.push_back({0, tags_[form.tag], static_cast<std::uint32_t>(before + cut.stem), paradigms_[paradigm].lemma});
  return readings.size() > from;
}

bool Dictionary::find_listed(std::string_view folded, std::vector<Analysis>& readings) const {
  const std::uint32_t form = listed_.find(folded);
  if (form == 0) return false;
  const auto listed = equal_keys(listed_forms_, form, &ListedForm::form);
  for (const ListedForm& one : listed) readings.push_back({0, one.features, 0, one.lemma});
  return !listed.empty();
}

void Dictionary::replace_parts(std::string_view folded, std::size_t from, std::vector<Analysis>& readings) const {
  constexpr Features kParts = feature::noun | feature::adj | feature::verb | feature::adv | feature::pron | feature::num |
                              feature::function_word | feature::adp | feature::cconj | feature::sconj | feature::particle |
                              feature::intj | feature::det | feature::aux;
  const std::vector<Analysis> own(readings.begin() + static_cast<std::ptrdiff_t>(from), readings.end());
  readings.resize(from);
  for (const Analysis& reading : own) {
    const std::string lemma = std::string(folded.substr(0, reading.stem)).append(strings_[reading.ending]);
    const std::size_t before = readings.size();
    if (const std::uint32_t number = part_lemmas_.find(lemma)) {
      for (const PartRecord& part : equal_keys(parts_, number, &PartRecord::lemma)) {
        if ((reading.features & part.asked) != part.asked) continue;
        readings.push_back(reading);
        readings.back().features = (reading.features & ~kParts) | part.given;
      }
    }
    if (readings.size() == before) readings.push_back(reading);
  }
}

bool Dictionary::find(std::string_view folded, std::vector<Analysis>& readings) const {
  if (empty()) return false;
  if (find_listed(folded, readings)) return true;
  const std::size_t from = readings.size();
  if (find_whole(folded, 0, readings)) {
    if (part_lemmas_.size() > 1) replace_parts(folded, from, readings);
    return true;
  }
  const std::size_t hyphen = folded.rfind('-');
  if (hyphen == folded.npos || hyphen == 0 || hyphen + 3 > folded.size()) return false;
  return find_whole(folded, hyphen + 1, readings);
}

void Dictionary::predict(std::string_view folded, std::vector<Analysis>& readings) const {
  if (empty()) return;
  const std::vector<std::size_t> starts = letter_starts(folded);
  const std::size_t letters = starts.size() - 1;
  const std::vector<Cut> all = cuts(folded);
  // The more letters at the end agree, the better the guess.
  for (std::size_t match = std::min(kLongestMatch, letters); match >= 1; --match) {
    std::map<std::tuple<Features, std::size_t, std::uint32_t>, std::uint32_t> counts;
    for (const Cut& cut : all) {
      const auto stem_letters = static_cast<std::size_t>(std::ranges::lower_bound(starts, cut.stem) - starts.begin());
      const std::size_t ending_letters = letters - stem_letters;
      if (ending_letters > match || stem_letters < 1) continue;
      const std::size_t tail_letters = match - ending_letters;
      if (tail_letters > kLongestTail || tail_letters > stem_letters) continue;
      const std::string_view tail = folded.substr(starts[stem_letters - tail_letters], cut.stem - starts[stem_letters - tail_letters]);
      const std::uint32_t number = tails_.find(tail);
      if (number == 0 && !tail.empty()) continue;
      for (std::uint32_t r = tail_ranges_[number]; r < tail_ranges_[number + 1]; ++r)
        for (const DictionaryForm& form : forms_with(tail_records_[r].paradigm, cut.ending))
          counts[{tags_[form.tag], cut.stem, paradigms_[tail_records_[r].paradigm].lemma}] += tail_records_[r].count;
    }
    std::vector<std::pair<std::uint32_t, Analysis>> found;
    for (const auto& [key, count] : counts)
      if (count >= kFewest) found.push_back({count, {0, std::get<0>(key) | feature::guessed, static_cast<std::uint32_t>(std::get<1>(key)), std::get<2>(key)}});
    if (found.empty()) continue;
    std::ranges::stable_sort(found, std::greater<>(), [](const auto& f) { return f.first; });
    for (std::size_t k = 0; k < std::min(kMostGuesses, found.size()); ++k) readings.push_back(found[k].second);
    return;
  }
}

std::vector<std::string_view> Dictionary::forms(std::string_view folded, const Analysis& reading, Features wanted) const {
  std::vector<std::string_view> found;
  if (empty()) return found;
  const std::size_t hyphen = folded.substr(0, reading.stem).rfind('-');
  const std::size_t before = hyphen == folded.npos || !paradigms_of(folded.substr(0, reading.stem)).empty() ? 0 : hyphen + 1;
  const std::string_view word = folded.substr(before);
  const std::size_t stem = reading.stem - before;
  const std::uint32_t ending = endings_.find(word.substr(stem));
  for (const std::uint16_t paradigm : paradigms_of(word.substr(0, stem))) {
    if (paradigms_[paradigm].lemma != reading.ending) continue;
    const bool own = std::ranges::any_of(forms_with(paradigm, ending), [&](const DictionaryForm& f) { return tags_[f.tag] == reading.features; });
    if (!own) continue;
    for (const DictionaryForm& f : forms_of(paradigm))
      if ((tags_[f.tag] & wanted) == wanted) found.push_back(endings_[f.ending]);
  }
  // A superlative stands in the lexeme of its adjective.
  const std::string_view own = endings_[ending];
  const auto shared = [&](std::string_view other) {
    std::size_t bytes = static_cast<std::size_t>(std::ranges::mismatch(other, own).in1 - other.begin());
    while (bytes > 0 && bytes < other.size() && !text::starts_letter(other[bytes])) --bytes;
    return bytes;
  };
  std::ranges::stable_sort(found, [&](std::string_view a, std::string_view b) {
    return shared(a) != shared(b) ? shared(a) > shared(b) : a.size() < b.size();
  });
  return found;
}

}  // namespace qogam::lang
