// The folder models/ turned into one model file.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "lang/fold.h"
#include "lang/records.h"
#include "lang/rule_parser.h"
#include "model/model_file.h"
#include "model/source.h"
#include "model/string_table.h"

namespace qogam::lang {

// The bytes of a model made of these files, the same for the same files, with files of topics laid over those among them. Throws
// Error{Cause::models} that names file and line of what cannot be understood.
std::string compile_models(const std::vector<model::SourceFile>& files, const std::vector<model::SourceFile>& own_topics = {});

// A cue of a topic that is written in the notation of rules.
struct TopicPattern {
  std::string topic;  // its id
  std::uint32_t language = 0;
  RuleSource rule;
  const model::SourceFile* file = nullptr;
};

// What the parts of the compiler share: one a file kind, in compile_*.cpp.
struct Compiler {
  const std::vector<model::SourceFile>& files;
  const std::vector<model::SourceFile>& own_topics;
  model::ModelWriter out;
  model::StringTableBuilder strings, words;
  text::FoldTable folds;
  std::vector<LanguageRecord> languages;         // number 0: any language
  std::map<std::string, std::uint32_t> folders;  // "ru" -> language number
  std::vector<std::uint32_t> classes{0};         // strings
  std::map<std::string, std::uint32_t> class_numbers;
  std::map<std::uint32_t, std::vector<FormRecord>> extra_forms;  // of lexicon entries, by language

  std::vector<TopicPattern> topic_patterns;

  std::string roles;  // by word: bit 1 a citation form, bit 2 part of a phrase, 0 only a form

  std::string fold(std::string_view text) const { return folds.fold(text); }
  std::uint32_t word(std::string_view text) { return words.add(fold(text)); }
  // The number of a word that is a citation form, not just part of a phrase.
  std::uint32_t lemma(std::string_view text) { return with_role(text, 1); }
  std::uint32_t part_of_phrase(std::string_view text) { return with_role(text, 2); }
  std::uint32_t with_role(std::string_view text, int role);
  std::uint32_t class_number(const std::string& name);
  // The language that a path such as "ru/lexicon/x.tsv" belongs to; 0 for common/.
  std::uint32_t language_of(const std::string& path) const;
  const model::SourceFile* file(const std::string& path) const;
};

// One entry of a lexicon before it stands in the trie.
struct EntrySource {
  std::uint32_t lexicon = 0, language = 0;
  std::string phrase;
  std::vector<std::pair<std::string, std::string>> attributes;
  Features shape = 0;
  const model::SourceFile* file = nullptr;
  std::uint32_t line = 0;
};

// The features that a piece of a line names, parted by blanks. Throws Error{Cause::models} with the
// place of a name that is none.
Features feature_list(const model::SourceFile& file, std::uint32_t line, const std::string& text);

// A field of a line where `-` stands for nothing.
inline std::string unless_dash(const std::string& text) { return text == "-" ? "" : text; }

void compile_languages(Compiler& c);
void compile_morphology(Compiler& c);  // needs the words of lexicons and rules: comes last
void compile_dictionaries(Compiler& c);
std::vector<EntrySource> read_lexicons(Compiler& c);
// Gives the cues as entries, and puts those written in the notation of rules into `topic_patterns`.
std::vector<EntrySource> compile_topics(Compiler& c);
void compile_lexicons(Compiler& c, const std::vector<EntrySource>& entries);
void compile_rules(Compiler& c);
void compile_grammars(Compiler& c, const std::vector<EntrySource>& entries);

}  // namespace qogam::lang
