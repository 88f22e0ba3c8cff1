// The files of models/LANGUAGE/dictionary/ as tables of stems, paradigms and tails.
#include <algorithm>
#include <charconv>
#include <limits>
#include <map>

#include "lang/compiler.h"
#include "lang/grouped_records.h"
#include "lang/suffix_index.h"
#include "text/split.h"
#include "text/utf8.h"

namespace qogam::lang {
namespace {

constexpr std::size_t kLongestTail = 4;  // letters

std::uint32_t number_of(const model::SourceFile& file, std::uint32_t line, std::string_view text) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) file.fail(line, "'" + std::string(text) + "' is no number");
  return number;
}

class DictionaryCompiler {
 public:
  DictionaryCompiler(Compiler& c, std::string folder) : c_(c), folder_(std::move(folder)) {}

  void run() {
    read_tags(need("tags.tsv"));
    read_paradigms(need("paradigms.tsv"));
    read_stems(need("stems.txt"));
    if (const model::SourceFile* file = c_.file(folder_ + "/dictionary/words.tsv")) read_words(*file);
    if (const model::SourceFile* file = c_.file(folder_ + "/dictionary/closed.tsv")) read_closed(*file);
    if (const model::SourceFile* file = c_.file(folder_ + "/dictionary/parts.tsv")) read_parts(*file);
    write();
  }

 private:
  const model::SourceFile& need(const char* name) const {
    const model::SourceFile* file = c_.file(folder_ + "/dictionary/" + name);
    if (file == nullptr) model::SourceFile{folder_ + "/dictionary/" + name, ""}.fail(0, "the dictionary lacks this file");
    return *file;
  }

  void read_tags(const model::SourceFile& file) {
    for (const model::Line& line : file.lines()) {
      const auto parts = model::fields(line.text);
      if (number_of(file, line.number, parts[0]) != tags_.size()) file.fail(line.number, "tags are numbered from 0 on, none left out");
      tags_.push_back(parts.size() > 1 ? feature_list(file, line.number, parts[1]) : 0);
    }
  }

  // A word joins the paradigms of one that is inflected like it: what stands behind the stem of the
  // example must end the word too, and a shorter ending is as good as a longer one.
  void read_words(const model::SourceFile& file) {
    for (const model::Line& line : file.lines()) {
      const auto parts = model::fields(line.text);
      if (parts.size() < 2) file.fail(line.number, "a line is `word<TAB>a word that is inflected like it`");
      const std::string word = c_.fold(parts[0]), example = c_.fold(parts[1]);
      bool found = false;
      for (std::size_t stem = 0; stem <= example.size(); ++stem) {
        const std::string ending = example.substr(stem);
        const std::uint32_t number = stems_.find(example.substr(0, stem));
        if ((number == 0 && stem != 0) || number >= of_stem_.size() || !word.ends_with(ending)) continue;
        for (const std::uint16_t paradigm : std::vector<std::uint16_t>(of_stem_[number])) {
          if (c_.strings.add(ending) != paradigms_[paradigm].lemma) continue;
          add_stem(word.substr(0, word.size() - ending.size()), paradigm);
          found = true;
        }
      }
      if (!found) file.fail(line.number, "the dictionary has no word '" + parts[1] + "' whose ending '" + parts[0] + "' shares");
    }
  }

  void read_closed(const model::SourceFile& file) {
    for (const model::Line& line : file.lines()) {
      const auto parts = model::fields(line.text);
      if (parts.size() < 3) file.fail(line.number, "a line is `form<TAB>lemma<TAB>features`");
      listed_forms_.push_back({listed_.add(c_.fold(parts[0])), c_.strings.add(c_.fold(parts[1])), feature_list(file, line.number, parts[2])});
    }
    std::ranges::stable_sort(listed_forms_, {}, &ListedForm::form);
  }

  void read_parts(const model::SourceFile& file) {
    for (const model::Line& line : file.lines()) {
      const auto parts = model::fields(line.text);
      if (parts.size() < 3) file.fail(line.number, "a line is `lemma<TAB>features there<TAB>features here | …`");
      const std::uint32_t lemma = part_lemmas_.add(c_.fold(parts[0]));
      const Features asked = feature_list(file, line.number, parts[1]);
      for (const std::string_view here : text::split(parts[2], '|'))
        parts_.push_back({lemma, 0, asked, feature_list(file, line.number, std::string(here))});
    }
    std::ranges::stable_sort(parts_, {}, &PartRecord::lemma);
  }

  // NUMBER, then ENDING/TAG a form; the first is the lemma.
  void read_paradigms(const model::SourceFile& file) {
    for (const model::Line& line : file.lines()) {
      const auto parts = model::fields(line.text);
      if (number_of(file, line.number, parts[0]) != paradigms_.size()) file.fail(line.number, "paradigms are numbered from 0 on, none left out");
      std::vector<DictionaryForm> forms;
      std::uint32_t lemma = 0;
      for (std::size_t k = 1; k < parts.size(); ++k) {
        const std::size_t slash = parts[k].find('/');
        if (slash == std::string::npos) file.fail(line.number, "'" + parts[k] + "' is no ending/tag");
        const std::uint32_t tag = number_of(file, line.number, std::string_view(parts[k]).substr(slash + 1));
        if (tag >= tags_.size()) file.fail(line.number, "tags.tsv has no tag " + std::to_string(tag));
        const std::string ending = c_.fold(parts[k].substr(0, slash));
        if (k == 1) lemma = c_.strings.add(ending);
        forms.push_back({endings_.add(ending), tag});
      }
      if (forms.empty()) file.fail(line.number, "a paradigm without forms");
      if (paradigms_.size() > std::numeric_limits<std::uint16_t>::max()) file.fail(line.number, "these are more paradigms than have a number");
      const bool open = (tags_[forms.front().tag] & (feature::noun | feature::adj | feature::verb)) != 0;
      std::ranges::stable_sort(forms, {}, &DictionaryForm::ending);
      for (const DictionaryForm& form : forms) forms_.add(paradigms_.size(), form);
      paradigms_.push_back({lemma, open ? 1u : 0u});
    }
  }

  void read_stems(const model::SourceFile& file) {
    for (const model::Line& line : file.lines()) {
      const auto parts = model::fields(line.text);
      const std::uint32_t paradigm = number_of(file, line.number, parts[0]);
      if (paradigm >= paradigms_.size() || parts.size() < 2) file.fail(line.number, "a line is the number of a paradigm and its stems");
      std::string before;
      for (const std::string& coded : model::pieces(parts[1])) {
        before = decoded(coded, before);
        add_stem(before, paradigm);
      }
    }
  }

  // A digit stands for so many letters of the stem before.
  static std::string decoded(const std::string& coded, const std::string& before) {
    if (coded == "-") return {};
    if (coded[0] < '0' || coded[0] > '9') return coded;
    std::size_t at = 0;
    for (int letters = coded[0] - '0'; letters > 0 && at < before.size(); --letters) text::decode_at(before, at);
    return before.substr(0, at) + coded.substr(1);
  }

  void add_stem(const std::string& stem, std::uint32_t paradigm) {
    const std::uint32_t number = stems_.add(stem);
    if (of_stem_.size() <= number) of_stem_.resize(number + 1);
    of_stem_[number].push_back(static_cast<std::uint16_t>(paradigm));
    if (!paradigms_[paradigm].open) return;
    for (std::size_t letters = 0; letters <= kLongestTail; ++letters) {
      const std::string_view text = text::last_letters(stem, letters);
      const std::uint32_t tail = tails_.add(text);
      if (of_tail_.size() <= tail) of_tail_.resize(tail + 1);
      ++of_tail_[tail][paradigm];
      if (text.size() == stem.size()) break;
    }
  }

  void write() {
    const std::string name = folder_ + ".dictionary";
    GroupedRecords<std::uint16_t> paradigms;
    for (std::size_t stem = 0; stem < of_stem_.size(); ++stem)
      for (const std::uint16_t paradigm : of_stem_[stem]) paradigms.add(stem, paradigm);
    GroupedRecords<DictionaryTail> tails;
    for (std::size_t tail = 0; tail < of_tail_.size(); ++tail)
      for (const auto& [paradigm, count] : of_tail_[tail])
        if (count > 1) tails.add(tail, {paradigm, count});
    listed_.write(c_.out, name + ".listed");
    part_lemmas_.write(c_.out, name + ".part-lemmas");
    c_.out.add<ListedForm>(name + ".listed-forms", listed_forms_);
    c_.out.add<PartRecord>(name + ".parts", parts_);
    stems_.write(c_.out, name + ".stems");
    endings_.write(c_.out, name + ".endings");
    SuffixIndex::compile(endings_, name + ".suffixes", c_.out);
    tails_.write(c_.out, name + ".tails");
    paradigms.write(c_.out, name + ".stem-ranges", name + ".stem-paradigms", stems_.size());
    tails.write(c_.out, name + ".tail-ranges", name + ".tail-records", of_tail_.size());
    forms_.write(c_.out, name + ".form-ranges", name + ".forms", paradigms_.size());
    c_.out.add<DictionaryParadigm>(name + ".paradigms", paradigms_);
    c_.out.add<Features>(name + ".tags", tags_);
  }

  Compiler& c_;
  std::string folder_;
  std::vector<Features> tags_;
  std::vector<DictionaryParadigm> paradigms_;
  GroupedRecords<DictionaryForm> forms_;  // of each paradigm
  model::StringTableBuilder stems_, endings_, tails_, listed_, part_lemmas_;
  std::vector<ListedForm> listed_forms_;
  std::vector<PartRecord> parts_;
  std::vector<std::vector<std::uint16_t>> of_stem_;
  std::vector<std::map<std::uint32_t, std::uint32_t>> of_tail_;
};

}  // namespace

void compile_dictionaries(Compiler& c) {
  for (const auto& [folder, language] : c.folders)
    if (c.file(folder + "/dictionary/paradigms.tsv") != nullptr) DictionaryCompiler(c, folder).run();
}

}  // namespace qogam::lang
