// A graph of suffixes and the stems that lead into it: grammar.tsv and stems-*.tsv.
#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <functional>
#include <map>

#include "lang/compiler.h"
#include "lang/grouped_records.h"
#include "text/utf8.h"

namespace qogam::lang {
namespace {

constexpr std::int32_t kDearest = 1'000'000;  // that the costs of a word may be summed

std::vector<std::string> letters_of(const std::string& text) {
  std::vector<std::string> letters;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    text::decode_at(text, at);
    letters.push_back(text.substr(from, at - from));
  }
  return letters;
}

// One way to write a sound: after which letters (empty: any), with back and with front vowels.
struct Writing {
  std::string back, front, before;
};

struct Variant {
  std::string text, before;
  int harmony;  // 0 goes with any vowels, 1 back, 2 front
};

class GrammarReader {
 public:
  GrammarReader(Compiler& c, const model::SourceFile& file, const std::vector<EntrySource>& entries)
      : c_(c), file_(file), entries_(entries) { state("end"); }

  void read() {
    for (const model::Line& line : file_.lines()) {
      line_ = line.number;
      const auto f = model::fields(line.text);
      const auto handler = handlers().find(f[0]);
      if (handler == handlers().end()) file_.fail(line_, "'" + f[0] + "' is no kind of line");
      if (f.size() < handler->second.fields) file_.fail(line_, "`" + f[0] + "` needs " + std::to_string(handler->second.fields - 1) + " fields behind it");
      (this->*handler->second.read)(f);
    }
    check_silent_arcs();
  }

  void read_stems(const model::SourceFile& file);
  void write(const std::string& prefix);

 private:
  struct Handler {
    std::size_t fields;
    void (GrammarReader::*read)(const std::vector<std::string>&);
  };
  static const std::map<std::string, Handler>& handlers();

  void read_letters(const std::vector<std::string>& f) { letters_[f[1]] = c_.fold(f[2]); }
  void read_vowels(const std::vector<std::string>& f) { vowels_[f[1]] = c_.fold(f[2]); }
  void read_sound(const std::vector<std::string>& f);
  void read_join(const std::vector<std::string>& f) {
    joins_.push_back({c_.strings.add(c_.fold(f[1])), c_.strings.add(c_.fold(f[2])), c_.strings.add(c_.fold(f[3])), f.size() > 4 ? number(f[4]) : 0});
  }
  void read_soften(const std::vector<std::string>& f) {
    joins_.push_back({c_.strings.add(c_.fold(f[1])), 0, c_.strings.add(c_.fold(f[2])), 0});
  }
  void read_class(const std::vector<std::string>& f) {
    class_numbers_[f[1]] = static_cast<std::uint32_t>(classes_.size());
    classes_.push_back({state(f[2]), f.size() > 5 ? c_.strings.add(c_.fold(f[5])) : 0, features(f[3]), number(f[4])});
  }
  void read_unknown(const std::vector<std::string>& f) {
    const std::uint32_t ending = f.size() > 4 ? c_.strings.add(c_.fold(f[4])) : 0;
    unknowns_.push_back({class_of(f[1]), number(f[2]), f.size() > 3 && f[3] == "cap" ? 1u : 0u, ending});
  }
  void read_lexicon(const std::vector<std::string>& f);
  void read_arc(const std::vector<std::string>& f) { add_arcs(f, false); }
  void read_derive(const std::vector<std::string>& f) { add_arcs(f, true); }
  void add_arcs(const std::vector<std::string>& f, bool derives);
  void check_silent_arcs() const;
  std::vector<Variant> expand(const std::string& form) const;
  std::string spell(const std::vector<std::string>& letters, std::size_t row, bool front, bool& harmonic) const;
  void add_stem(const std::string& stem, const std::string& lemma, std::uint32_t cls, std::int32_t cost, bool before_vowel) {
    stems_.push_back({stem, {lemma == stem ? 0 : c_.strings.add(lemma), cls, cost, before_vowel ? 1u : 0u}});
    c_.strings.add(lemma);
  }

  std::uint32_t state(const std::string& name) {
    return states_.try_emplace(name, static_cast<std::uint32_t>(states_.size())).first->second;
  }
  std::uint32_t class_of(const std::string& name) const {
    const auto it = class_numbers_.find(name);
    if (it == class_numbers_.end()) file_.fail(line_, "no line `class " + name + "` above");
    return it->second;
  }
  Features features(const std::string& text) const { return feature_list(file_, line_, unless_dash(text)); }
  std::int32_t number(const std::string& text) const { return number(file_, line_, text); }
  static std::int32_t number(const model::SourceFile& file, std::uint32_t line, const std::string& text) {
    std::int32_t cost = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), cost);
    if (error != std::errc() || end != text.data() + text.size() || cost < -kDearest || cost > kDearest) file.fail(line, "'" + text + "' is no cost");
    return cost;
  }
  std::string letters_in(const std::string& classes) const {
    std::string all;
    for (const std::string& name : letters_of(classes)) {
      const auto it = letters_.find(name);
      if (it == letters_.end()) file_.fail(line_, "no line `letters " + name + "` above");
      all += it->second;
    }
    return all;
  }

  Compiler& c_;
  const model::SourceFile& file_;
  const std::vector<EntrySource>& entries_;
  std::uint32_t line_ = 0;
  std::map<std::string, std::string> letters_, vowels_;
  std::map<std::string, std::vector<Writing>> sounds_;
  std::map<std::string, std::uint32_t> states_, class_numbers_;
  std::vector<StemClassRecord> classes_;
  std::vector<JoinRecord> joins_;
  std::vector<UnknownRecord> unknowns_;
  std::vector<std::pair<std::uint32_t, ArcRecord>> arcs_;
  std::map<std::uint32_t, std::vector<std::pair<std::uint32_t, std::uint32_t>>> silent_;  // of them without letters, by where they come from: where to, and line
  std::vector<std::pair<std::string, GrammarStemRecord>> stems_;
};

const std::map<std::string, GrammarReader::Handler>& GrammarReader::handlers() {
  static const std::map<std::string, Handler> all{
      {"letters", {3, &GrammarReader::read_letters}}, {"vowels", {3, &GrammarReader::read_vowels}},
      {"sound", {3, &GrammarReader::read_sound}},     {"join", {4, &GrammarReader::read_join}},
      {"soften", {3, &GrammarReader::read_soften}},   {"class", {5, &GrammarReader::read_class}},
      {"unknown", {3, &GrammarReader::read_unknown}}, {"lexicon", {4, &GrammarReader::read_lexicon}},
      {"arc", {6, &GrammarReader::read_arc}},         {"derive", {6, &GrammarReader::read_derive}}};
  return all;
}

// `sound X`, TAB, writings parted by TABs: `back/front:letter classes`, the front one and the classes optional.
void GrammarReader::read_sound(const std::vector<std::string>& f) {
  for (std::size_t k = 2; k < f.size(); ++k) {
    const std::size_t colon = f[k].find(':');
    const std::string written = f[k].substr(0, colon);
    const std::size_t slash = written.find('/');
    Writing w;
    w.back = c_.fold(written.substr(0, slash));
    w.front = slash == written.npos ? w.back : c_.fold(written.substr(slash + 1));
    if (colon != f[k].npos) w.before = letters_in(f[k].substr(colon + 1));
    sounds_[f[1]].push_back(w);
  }
}

std::string GrammarReader::spell(const std::vector<std::string>& letters, std::size_t row, bool front, bool& harmonic) const {
  std::string text;
  for (const std::string& letter : letters) {
    const auto sound = sounds_.find(letter);
    if (sound == sounds_.end()) {
      text += c_.fold(letter);
      continue;
    }
    const Writing& w = sound->second[std::min(row, sound->second.size() - 1)];
    harmonic |= w.back != w.front;
    text += front ? w.front : w.back;
  }
  return text;
}

// All spellings of a form with its letter sets: only its first sound may depend on the letter before it.
std::vector<Variant> GrammarReader::expand(const std::string& form) const {
  const std::size_t colon = form.find(':');
  const auto letters = letters_of(unless_dash(form.substr(0, colon)));
  const std::string asked = colon == form.npos ? "" : letters_in(form.substr(colon + 1));
  if (letters.empty()) return {{"", asked, 0}};
  const auto first = sounds_.find(letters[0]);
  const std::size_t rows = first == sounds_.end() ? 1 : first->second.size();
  std::vector<Variant> variants;
  for (std::size_t row = 0; row < rows; ++row) {
    std::string before = first == sounds_.end() ? "" : first->second[row].before;
    if (before.empty()) before = asked;
    else if (!asked.empty()) {
      std::string both;
      for (const std::string& l : letters_of(before))
        if (asked.find(l) != asked.npos) both += l;
      if (both.empty()) continue;
      before = both;
    }
    bool harmonic = false;
    const std::string back = spell(letters, row, false, harmonic), front = spell(letters, row, true, harmonic);
    variants.push_back({back, before, harmonic ? 1 : 0});
    if (harmonic) variants.push_back({front, before, 2});
  }
  return variants;
}

// `arc FROM TO forms features cost`.
void GrammarReader::add_arcs(const std::vector<std::string>& f, bool derives) {
  const std::uint32_t from = state(f[1]), to = state(f[2]);
  // What a derived word is, is said by its own features, not by those of the stem.
  const Features own = features(f[4]);
  const std::string cite = own & feature::verb ? "verb" : "";
  for (const std::string& form : model::pieces(f[3]))
    for (const Variant& v : expand(form)) {
      if (v.text.empty()) silent_[from].push_back({to, line_});
      arcs_.push_back({from, {c_.strings.add(v.text), v.before.empty() ? 0 : c_.strings.add(v.before), to, static_cast<std::uint32_t>(v.harmony),
                              derives ? 1u + (cite.empty() ? 0 : class_of(cite)) : 0u, number(f[5]), own}});
    }
}

// A way through arcs without letters that comes back to its state would never end.
void GrammarReader::check_silent_arcs() const {
  std::map<std::uint32_t, int> seen;  // 1: on the way, 2: led to an end
  const std::function<void(std::uint32_t)> walk = [&](std::uint32_t state) {
    seen[state] = 1;
    const auto arcs = silent_.find(state);
    if (arcs != silent_.end())
      for (const auto& [to, line] : arcs->second) {
        if (seen[to] == 1) file_.fail(line, "arcs without letters lead back to the state they come from");
        if (seen[to] == 0) walk(to);
      }
    seen[state] = 2;
  };
  for (const auto& [state, arcs] : silent_)
    if (seen[state] == 0) walk(state);
}

void GrammarReader::read_lexicon(const std::vector<std::string>& f) {
  const auto wanted = c_.class_numbers.find(f[1]);
  if (wanted == c_.class_numbers.end()) file_.fail(line_, "no lexicon opens the class '" + f[1] + "'");
  const std::uint32_t language = c_.language_of(file_.path);
  for (const EntrySource& e : entries_) {
    if (e.lexicon != wanted->second || (e.language != 0 && e.language != language)) continue;
    if (e.phrase.find_first_of(" \"*") != e.phrase.npos) continue;
    const std::string stem = c_.fold(e.phrase);
    add_stem(stem, stem, class_of(f[2]), number(f[3]), false);
  }
}

// `class[+cost]`, TAB, words: `stem`, `stem/stem before a vowel`, `form=lemma`.
void GrammarReader::read_stems(const model::SourceFile& file) {
  for (const model::Line& line : file.lines()) {
    const auto f = model::fields(line.text);
    const std::size_t plus = f[0].find('+');
    const auto cls = class_numbers_.find(f[0].substr(0, plus));
    if (f.size() < 2 || cls == class_numbers_.end()) file.fail(line.number, "a line is `class[+cost]<TAB>stems`, the class one of grammar.tsv");
    const std::int32_t cost = classes_[cls->second].cost + (plus == f[0].npos ? 0 : number(file, line.number, f[0].substr(plus + 1)));
    for (const std::string& piece : model::pieces(f[1])) {
      const std::size_t slash = piece.find('/'), equals = piece.find('=');
      const std::string stem = c_.fold(piece.substr(0, std::min(slash, equals)));
      const std::string lemma = equals == piece.npos ? stem : c_.fold(piece.substr(equals + 1));
      add_stem(stem, lemma, cls->second, cost, false);
      if (slash != piece.npos) add_stem(c_.fold(piece.substr(slash + 1)), stem, cls->second, cost, true);
    }
  }
}

void GrammarReader::write(const std::string& prefix) {
  std::stable_sort(arcs_.begin(), arcs_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  GroupedRecords<ArcRecord> arcs;
  for (const auto& [from, arc] : arcs_) arcs.add(from, arc);
  std::stable_sort(stems_.begin(), stems_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  model::StringTableBuilder names;
  GroupedRecords<GrammarStemRecord> rows;
  for (const auto& [stem, row] : stems_) rows.add(names.add(stem), row);
  names.write(c_.out, prefix + ".stems");
  rows.write(c_.out, prefix + ".stem-ranges", prefix + ".stem-rows", names.size());
  arcs.write(c_.out, prefix + ".arc-ranges", prefix + ".arcs", states_.size());
  c_.out.add<StemClassRecord>(prefix + ".classes", classes_);
  c_.out.add<JoinRecord>(prefix + ".joins", joins_);
  c_.out.add<UnknownRecord>(prefix + ".unknown", unknowns_);
  const std::vector<std::uint32_t> vowels{c_.strings.add(vowels_["back"]), c_.strings.add(vowels_["front"]), c_.strings.add(vowels_["neutral"])};
  c_.out.add<std::uint32_t>(prefix + ".vowels", vowels);
}

}  // namespace

void compile_grammars(Compiler& c, const std::vector<EntrySource>& entries) {
  for (const auto& [folder, language] : c.folders) {
    const model::SourceFile* file = c.file(folder + "/grammar.tsv");
    if (file == nullptr) continue;
    GrammarReader reader(c, *file, entries);
    reader.read();
    for (const model::SourceFile& stems : c.files)
      if (stems.path.starts_with(folder + "/stems-")) reader.read_stems(stems);
    reader.write(folder + ".grammar");
  }
}

}  // namespace qogam::lang
