// Stripping endings and looking lemmas up.
#include "lang/morphology.h"

#include <algorithm>

#include "lang/equal_keys.h"
#include "text/utf8.h"

namespace qogam::lang {
namespace {

void add_once(std::vector<Analysis>& readings, std::size_t from, Analysis one) {
  const bool known = std::any_of(readings.begin() + static_cast<std::ptrdiff_t>(from), readings.end(), [&](const Analysis& a) {
    return a.lemma == one.lemma && a.features == one.features;
  });
  if (!known) readings.push_back(one);
}

}  // namespace

EndingTable::EndingTable(const model::ModelView& model, const std::string& prefix,
                         const model::StringTable& strings)
    : endings_(model, prefix + ".endings"),
      ranges_(model.section<std::uint32_t>(prefix + ".ranges")),
      rows_(model.section<EndingRow>(prefix + ".rows")),
      strings_(strings) {
  index_ = SuffixIndex(model, prefix + ".suffixes");
}

bool EndingTable::stem_fits(std::string_view stem, const EndingRow& row) const {
  return row.before == 0 || strings_[row.before].find(text::last_letters(stem, 1)) != std::string_view::npos;
}

void EndingTable::find(std::string_view folded, std::vector<Hit>& hits) const {
  if (rows_.empty()) return;
  // Two letters at least are left for a stem.
  std::size_t least = 0;
  for (int letters = 0; letters < 2 && least < folded.size(); ++letters) text::decode_at(folded, least);
  const std::size_t from = hits.size();
  index_.each(folded, [&](std::size_t stem, std::uint32_t number) {
    if (stem < least) return;
    // Turned round below, so that the longest ending comes first and the rows of one in their order.
    for (std::uint32_t r = ranges_[number + 1]; r-- > ranges_[number];)
      if (stem_fits(folded.substr(0, stem), rows_[r]))
        hits.push_back({static_cast<std::uint32_t>(stem), &rows_[r]});
  });
  std::reverse(hits.begin() + static_cast<std::ptrdiff_t>(from), hits.end());
}

std::uint32_t EndingTable::ending_of(std::uint32_t row) const {
  const auto it = std::ranges::upper_bound(ranges_, row);
  return static_cast<std::uint32_t>(it - ranges_.begin()) - 1;
}

bool EndingTable::has(std::string_view ending, Features features) const {
  const std::uint32_t number = endings_.find(ending);
  if (number == 0) return false;
  return std::ranges::any_of(rows_.subspan(ranges_[number], ranges_[number + 1] - ranges_[number]),
                             [&](const EndingRow& r) { return (r.features & features) == features; });
}

std::optional<std::string_view> EndingTable::form_of(std::string_view stem, const EndingRow& row, Features wanted, Features unwanted,
                                                     std::string_view like, std::string_view begin) const {
  for (std::uint32_t r = 0; r < rows_.size(); ++r)
    if (rows_[r].lemma == row.lemma && (rows_[r].features & wanted) == wanted && !(rows_[r].features & unwanted) && stem_fits(stem, rows_[r]))
      if (const std::string_view ending = endings_[ending_of(r)]; ending.ends_with(like) && ending.starts_with(begin) && !ending.starts_with('-')) return ending;
  return std::nullopt;
}

Morphology::Morphology(const model::ModelView& model, const std::string& code,
                       const model::StringTable& strings, const model::StringTable& words)
    : strings_(strings),
      words_(words),
      endings_(model, code + ".morphology", strings),
      grammar_(model, code + ".grammar", strings),
      forms_(model.section<FormRecord>(code + ".forms")),
      stems_(model.section<StemRecord>(code + ".stems")),
      roles_(model.section<char>("words.roles")),
      dictionary_(model, code, strings) {}

void Morphology::analyse(std::string_view folded, std::vector<Analysis>& readings) const {
  const std::size_t from = readings.size();
  std::vector<EndingTable::Hit> hits;
  endings_.find(folded, hits);
  add_known(folded, hits, readings);
  Features known = 0;
  for (std::size_t k = from; k < readings.size(); ++k)
    if (!(readings[k].features & feature::guessed)) known |= readings[k].features | feature::word;
  // The lexicons hold few words, so a noun may be another noun too; a verb or a preposition is sure.
  if (known & (feature::verb | feature::function_word | feature::participle)) return;
  add_guesses(folded, hits, known == 0 ? ~Features{0} : feature::noun | feature::adj, readings);
}

void Morphology::readings(std::string_view folded, std::vector<Analysis>& readings) const {
  if (!dictionary_.empty()) {
    if (!dictionary_.find(folded, readings)) dictionary_.predict(folded, readings);
    return;
  }
  std::vector<Analysis> joined;
  analyse(folded, joined);
  for (const Analysis& a : joined) {
    const Features cases = a.features & feature::cases;
    if (cases == 0) readings.push_back(a);
    for (Features left = cases; left != 0; left &= left - 1) {
      Analysis one = a;
      one.features = (a.features & ~cases) | (left & ~(left - 1));
      readings.push_back(one);
    }
  }
}

// Unknown word: all that its longest endings allow.
void Morphology::add_guesses(std::string_view folded, Hits hits, Features kinds, std::vector<Analysis>& readings) const {
  constexpr std::size_t kMost = 8;
  const std::size_t from = readings.size();
  for (const auto& hit : hits) {
    if (readings.size() - from >= kMost) break;
    // Without any ending a past tense cannot be told from a noun.
    const bool bare_verb = hit.stem_bytes == folded.size() && (hit.row->features & feature::verb);
    if (!(hit.row->features & kinds) || bare_verb) continue;
    add_once(readings, from, {0, hit.row->features | feature::guessed, hit.stem_bytes, hit.row->lemma});
  }
}

void Morphology::add_known(std::string_view folded, Hits hits, std::vector<Analysis>& readings) const {
  const std::size_t from = readings.size();
  if (const std::uint32_t form = words_.find(folded))
    for (const FormRecord& f : equal_keys(forms_, form, &FormRecord::form))
      add_once(readings, from, {f.lemma, f.features});
  // A form whose features are written down is that and nothing else.
  if (std::any_of(readings.begin() + static_cast<std::ptrdiff_t>(from), readings.end(), [](const Analysis& a) { return a.features != 0; })) return;
  std::string lemma;
  std::uint32_t known = 0, odd = 0;
  const EndingTable::Hit* before = nullptr;
  for (const EndingTable::Hit& hit : hits) {
    const auto& [stem, row] = hit;
    // Rows that differ in case alone follow each other and have one lemma.
    if (before == nullptr || before->stem_bytes != stem || before->row->lemma != row->lemma) {
      lemma.assign(folded.substr(0, stem)).append(strings_[row->lemma]);
      known = words_.find(lemma);
    }
    if (!stems_.empty() && (before == nullptr || before->stem_bytes != stem)) odd = words_.find(folded.substr(0, stem));
    before = &hit;
    if (role(known) != 0) {
      const bool part_of_phrase = role(known) == 2 && lemma == folded;
      add_once(readings, from, {known, part_of_phrase ? feature::guessed : row->features, stem, row->lemma});
    }
    if (odd != 0)
      for (const StemRecord& s : equal_keys(stems_, odd, &StemRecord::stem))
        add_once(readings, from, {s.lemma, row->features});
  }
}

Morphology::Base Morphology::nominative(std::string_view folded, std::uint32_t lemma) const {
  const Base whole{static_cast<std::uint32_t>(folded.size()), ""};
  std::vector<EndingTable::Hit> hits;
  endings_.find(folded, hits);
  std::string candidate;
  for (const auto& [stem, row] : hits) {
    candidate.assign(folded.substr(0, stem)).append(strings_[row->lemma]);
    if (lemma == 0 || words_.find(candidate) != lemma) continue;
    return {stem + row->keep, std::string(strings_[row->nominative])};
  }
  if (lemma != 0)
    if (const std::uint32_t form = words_.find(folded))
      for (const FormRecord& f : equal_keys(forms_, form, &FormRecord::form))
        if (f.lemma == lemma) return {0, std::string(words_[lemma])};
  return whole;
}

}  // namespace qogam::lang
