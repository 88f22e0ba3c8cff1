// Ending tables, chains of suffixes, forms and stems of each language.
#include <algorithm>
#include <map>
#include <tuple>

#include "lang/compiler.h"
#include "lang/grouped_records.h"
#include "lang/clusters.h"
#include "lang/name_weights.h"
#include "lang/weights.h"
#include "lang/suffix_index.h"
#include "text/utf8.h"

namespace qogam::lang {
namespace {

struct Ending {
  std::string ending, lemma, nominative, before;
  std::uint32_t keep = 0;
  Features features = 0;
};

struct Suffix {
  std::string text;
  Features features = 0;
  std::string before;
};

class EndingReader {
 public:
  EndingReader(Compiler& c, const model::SourceFile& file) : c_(c), file_(file) {}

  std::vector<Ending> read() {
    std::vector<model::Line> chains;
    for (const model::Line& line : file_.lines()) {
      const auto words = model::pieces(line.text);
      if (words[0] == "slot") read_slot(line);
      else if (words[0] == "chain") chains.push_back(line);
      else if (words[0] == "harmony" && need(line, words, 3)) harmony_ = {words.begin() + 1, words.end()};
      else if (words[0] == "alternate" && need(line, words, 3)) alternates_.emplace_back(words.at(1), words.at(2));
      else if (words[0] == "final" && need(line, words, 2)) final_ = words.at(1);
      else read_ending(line);
    }
    for (const model::Line& line : chains) expand(line);
    return std::move(endings_);
  }

 private:
  bool need(const model::Line& line, const std::vector<std::string>& words, std::size_t count) const {
    if (words.size() < count) file_.fail(line.number, "`" + words[0] + "` needs " + std::to_string(count - 1) + " words behind it");
    return true;
  }

  Features features(const model::Line& line, const std::string& text) const { return feature_list(file_, line.number, text); }

  void read_ending(const model::Line& line) {
    const auto parts = model::fields(line.text);
    if (parts.size() < 3) file_.fail(line.number, "a line is `ending<TAB>lemma ending<TAB>features[<TAB>letters before[<TAB>nominative ending]]`");
    const std::string lemma = unless_dash(parts[1]);
    const std::string before = parts.size() > 3 ? unless_dash(parts[3]) : "";
    const std::string nominative = parts.size() > 4 ? parts[4] : lemma;
    endings_.push_back({c_.fold(unless_dash(parts[0])), c_.fold(lemma), c_.fold(nominative), c_.fold(before), 0, features(line, parts[2])});
  }

  void read_slot(const model::Line& line) {
    const auto parts = model::fields(line.text);
    const auto head = model::pieces(parts[0]);
    if (parts.size() < 2 || head.size() < 2) file_.fail(line.number, "a line is `slot NAME<TAB>suffixes<TAB>features`");
    const Features f = parts.size() > 2 ? features(line, parts[2]) : 0;
    for (const std::string& s : model::pieces(parts[1]))
      slots_[head[1]].push_back({c_.fold(unless_dash(s)), f, parts.size() > 3 ? c_.fold(parts[3]) : ""});
  }

  // `chain NAME slot slot? …`, TAB, lemma ending, TAB, features: the last two may be left out.
  void expand(const model::Line& line) {
    const auto parts = model::fields(line.text);
    const auto words = model::pieces(parts[0]);
    if (words.size() < 3) file_.fail(line.number, "a chain is written `chain NAME slot slot? …`; TABs part only what is behind the slots");
    Ending start;
    if (parts.size() > 1) start.lemma = c_.fold(unless_dash(parts[1]));
    if (parts.size() > 2) start.features = features(line, parts[2]);
    std::vector<Ending> open{start};
    for (std::size_t w = 2; w < words.size(); ++w) open = lengthen(line, std::move(open), words[w]);
    for (Ending& e : open) add_chain(std::move(e));
  }

  std::vector<Ending> lengthen(const model::Line& line, std::vector<Ending> open, std::string slot) const {
    const bool optional = slot.ends_with('?');
    if (optional) slot.pop_back();
    const auto it = slots_.find(slot);
    if (it == slots_.end()) file_.fail(line.number, "no line `slot " + slot + "`");
    std::vector<Ending> longer;
    for (const Ending& e : open) {
      if (optional) longer.push_back(e);
      for (const Suffix& s : it->second) {
        if (!follows(e, s)) continue;
        Ending next = e;
        next.ending += s.text;
        next.features |= s.features;
        if (e.ending.empty()) next.before = s.before;
        if (slot != final_) next.keep = static_cast<std::uint32_t>(next.ending.size());
        if (harmonious(next.ending)) longer.push_back(std::move(next));
      }
    }
    return longer;
  }

  // A suffix that asks for certain letters before it looks at the end of the chain so far.
  static bool follows(const Ending& e, const Suffix& s) {
    if (e.ending.empty() || s.before.empty()) return true;
    return s.before.find(text::last_letters(e.ending, 1)) != std::string::npos;
  }

  bool harmonious(const std::string& ending) const {
    if (harmony_.size() < 2) return true;
    bool classes[2] = {false, false};
    for (std::size_t at = 0; at < ending.size();) {
      const std::size_t from = at;
      text::decode_at(ending, at);
      const std::string letter = ending.substr(from, at - from);
      for (int k = 0; k < 2; ++k) classes[k] |= harmony_[k].find(letter) != std::string::npos;
    }
    return !(classes[0] && classes[1]);
  }

  void add_chain(Ending e) {
    for (const auto& [written, final] : alternates_) {
      if (e.ending.empty() || !starts_with_vowel(e.ending)) break;
      Ending changed = e;
      changed.ending = written + e.ending;
      changed.lemma = final + e.lemma;
      changed.keep += static_cast<std::uint32_t>(written.size());
      changed.before.clear();
      endings_.push_back(std::move(changed));
    }
    endings_.push_back(std::move(e));
  }

  bool starts_with_vowel(const std::string& ending) const {
    std::size_t at = 0;
    text::decode_at(ending, at);
    const std::string letter = ending.substr(0, at);
    return std::ranges::any_of(harmony_, [&](const std::string& c) { return c.find(letter) != std::string::npos; });
  }

  Compiler& c_;
  const model::SourceFile& file_;
  std::map<std::string, std::vector<Suffix>> slots_;
  std::vector<std::string> harmony_;
  std::vector<std::pair<std::string, std::string>> alternates_;
  std::string final_;
  std::vector<Ending> endings_;
};

void write_endings(Compiler& c, const std::string& prefix, std::vector<Ending> endings) {
  const auto key = [](const Ending& e) { return std::tie(e.ending, e.lemma, e.features, e.before, e.keep, e.nominative); };
  std::stable_sort(endings.begin(), endings.end(), [&](const Ending& a, const Ending& b) { return key(a) < key(b); });
  endings.erase(std::unique(endings.begin(), endings.end(), [&](const Ending& a, const Ending& b) { return key(a) == key(b); }), endings.end());
  model::StringTableBuilder table;
  GroupedRecords<EndingRow> rows;
  // Sorted by ending, so each new ending gets the next number; number 0, the empty one, comes first.
  for (const Ending& e : endings)
    rows.add(table.add(e.ending),
             {c.strings.add(e.lemma), c.strings.add(e.nominative), e.before.empty() ? 0 : c.strings.add(e.before), e.keep, e.features});
  table.write(c.out, prefix + ".endings");
  SuffixIndex::compile(table, prefix + ".suffixes", c.out);
  rows.write(c.out, prefix + ".ranges", prefix + ".rows", table.size());
}

void write_forms(Compiler& c, const std::string& folder, std::uint32_t language) {
  std::vector<FormRecord> forms = c.extra_forms[language];
  if (const model::SourceFile* file = c.file(folder + "/forms.tsv"))
    for (const model::Line& line : file->lines()) {
      const auto parts = model::fields(line.text);
      if (parts.size() < 2) file->fail(line.number, "a line is `form<TAB>lemma<TAB>features`");
      forms.push_back({c.word(parts[0]), c.lemma(parts[1]), parts.size() > 2 ? feature_list(*file, line.number, parts[2]) : 0});
    }
  std::stable_sort(forms.begin(), forms.end(), [](const auto& a, const auto& b) { return a.form < b.form; });
  c.out.add<FormRecord>(folder + ".forms", forms);
}

void write_stems(Compiler& c, const std::string& folder) {
  std::vector<StemRecord> stems;
  if (const model::SourceFile* file = c.file(folder + "/stems.tsv"))
    for (const model::Line& line : file->lines()) {
      const auto parts = model::fields(line.text);
      if (parts.size() < 2) file->fail(line.number, "a line is `stem<TAB>lemma`");
      stems.push_back({c.word(parts[0]), c.lemma(parts[1])});
    }
  std::stable_sort(stems.begin(), stems.end(), [](const auto& a, const auto& b) { return a.stem < b.stem; });
  c.out.add<StemRecord>(folder + ".stems", stems);
}

// "ru.ner.names" of "ru/ner/names.weights", "ru.relations.works-as" of "ru/relations/works-as.weights"; nothing of other paths.
std::string name_weights_section(std::string path) {
  const bool named = path.find("/ner/") != path.npos || path.find("/relations/") != path.npos || path.starts_with("common/topics/") || path.starts_with("common/commitments/");
  if (!named || !path.ends_with(".weights")) return {};
  path.resize(path.size() - std::string_view(".weights").size());
  std::ranges::replace(path, '/', '.');
  return path;
}

}  // namespace

void compile_morphology(Compiler& c) {
  for (const auto& [folder, language] : c.folders) {
    for (const char* name : {"morphology", "names"}) {
      const model::SourceFile* file = c.file(folder + "/" + name + ".tsv");
      write_endings(c, folder + "." + name, file == nullptr ? std::vector<Ending>() : EndingReader(c, *file).read());
    }
    write_forms(c, folder, language);
    write_stems(c, folder);
    if (const model::SourceFile* file = c.file(folder + "/tagger.weights")) c.out.add<std::int16_t>(folder + ".tagger", read_weights(*file));
  }
  for (const auto& [folder, language] : c.folders)
    if (const model::SourceFile* file = c.file(folder + "/ner/clusters.tsv")) compile_clusters(*file, c.folds, folder + ".clusters", c.out);
  for (const model::SourceFile& file : c.files)
    if (const std::string section = name_weights_section(file.path); !section.empty()) compile_name_weights(file, section, c.out);
}

}  // namespace qogam::lang
