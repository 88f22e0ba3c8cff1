// Words and phrases of two languages that mean one thing.
#include "registry/phrase_table.h"

#include <algorithm>

#include "model/plain_lines.h"
#include "model/source.h"

namespace qogam::registry {
namespace {

std::string_view base_code(std::string_view language) { return language.substr(0, language.find('-')); }

}  // namespace

PhraseTable::PhraseTable(const std::string& file, std::string_view text, const lang::Knowledge& knowledge) {
  words::Lemmatizer lemmatizer(knowledge);
  std::vector<std::string> columns;
  for (const model::PlainLine& line : model::plain_lines(text)) {
    const auto parts = model::fields(line.text);
    if (columns.empty()) {
      columns = parts;
      if (columns.front() != "id") model::fail_line(file, line.number, "the first line names the columns, `id` before all others");
      continue;
    }
    if (parts.size() != columns.size()) model::fail_line(file, line.number, "a line has " + std::to_string(columns.size()) + " columns, parted by TABs");
    const auto number = static_cast<std::int32_t>(entries_.size());
    Entry entry{parts[0], {}, line.number};
    for (std::size_t i = 1; i < parts.size(); ++i) {
      if (knowledge.language(columns[i]) != 0) add(languages_[columns[i]], parts[i], columns[i], lemmatizer, number);
      else entry.more[columns[i]] = parts[i];
    }
    entries_.push_back(std::move(entry));
  }
  for (auto& [language, phrases] : languages_)
    for (auto& [lemma, all] : phrases)
      std::stable_sort(all.begin(), all.end(), [](const Phrase& a, const Phrase& b) { return a.lemmas.size() > b.lemmas.size(); });
}

void PhraseTable::add(Phrases& phrases, std::string_view column, std::string_view language, words::Lemmatizer& lemmatizer, std::int32_t entry) {
  for (std::size_t begin = 0; begin <= column.size();) {
    const std::size_t end = std::min(column.find('|', begin), column.size());
    Phrase phrase{{}, entry};
    for (const words::PlainWord& word : lemmatizer.words(column.substr(begin, end - begin), language)) phrase.lemmas.emplace_back(word.lemma);
    if (!phrase.lemmas.empty()) phrases[phrase.lemmas.front()].push_back(std::move(phrase));
    begin = end + 1;
  }
}

std::vector<PhraseTable::Found> PhraseTable::find(const std::vector<words::PlainWord>& words, std::string_view language) const {
  std::vector<Found> found;
  const auto table = languages_.find(base_code(language));
  if (table == languages_.end()) return found;
  for (std::size_t at = 0; at < words.size();) {
    const auto phrases = table->second.find(words[at].lemma);
    const Phrase* best = nullptr;
    if (phrases != table->second.end())
      for (const Phrase& phrase : phrases->second) {
        if (at + phrase.lemmas.size() > words.size()) continue;
        const bool same = std::equal(phrase.lemmas.begin(), phrase.lemmas.end(), words.begin() + static_cast<std::ptrdiff_t>(at),
                                     [](const std::string& lemma, const words::PlainWord& word) { return lemma == word.lemma; });
        if (!same) continue;
        best = &phrase;
        break;
      }
    if (best == nullptr) {
      ++at;
      continue;
    }
    found.push_back({at, best->lemmas.size(), best->entry});
    at += best->lemmas.size();
  }
  return found;
}

}  // namespace qogam::registry
