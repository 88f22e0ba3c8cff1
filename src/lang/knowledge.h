// All that Qogam knows about languages and countries, loaded once and shared by all threads.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lang/clusters.h"
#include "lang/fold.h"
#include "lang/lexicon.h"
#include "lang/morphology.h"
#include "lang/name_weights.h"
#include "lang/rules.h"
#include "model/model_file.h"
#include "model/string_table.h"

namespace qogam::lang {

// A language, or a second script of one (code "kk-Latn").
struct LanguageInfo {
  std::string code, name;
  std::string letters, marks;             // folded letters it is written in; those that tell it from the others
  std::vector<std::string> common_words;  // folded
  std::uint32_t base = 0;                 // number of the language whose knowledge serves it
  bool latin = false;                     // looked up through letters of the other script
  bool head_last = false;                 // the head of a noun phrase is its last word
  std::vector<std::string> detached;      // folded prefixes that are no part of a tagged name ("ex-")
  // What weights that all languages share (of topics and commitments) know it by. Unlike its number, it is the same whatever other languages
  // there are: else a new one would spoil what was learnt.
  std::uint32_t in_weights = 0;
};

struct TopicInfo {
  std::string id;
  std::vector<std::pair<std::string, std::string>> names;  // the code of a language and the name in it, as its file has them
  std::string covers, excludes;
  std::string parent;                     // id; empty: none
  std::int32_t parent_number = kNone;     // the same as a number in topics()
  std::vector<std::string> before;        // ids of topics that it is the main topic rather than
  std::uint32_t lexicon = 0, unless = 0;  // classes of its cues and of what blanks them out
  double threshold = 0;                   // evidence that is enough by itself; 0: none is

  // The name in a language; empty where it has none.
  std::string name(std::string_view code) const;
};

// Immutable after loading; safe from any thread. References and views live as long as it does.
class Knowledge {
 public:
  explicit Knowledge(std::shared_ptr<const model::ModelView> model);

  const std::string& fingerprint() const { return model_->fingerprint(); }

  // Languages by number; number 0 stands for "any" and has the code "und".
  const std::vector<LanguageInfo>& languages() const { return languages_; }
  // The number of a code, or 0.
  std::uint32_t language(std::string_view code) const;
  // The number whose lexicons, morphology and rules serve `code`, or 0.
  std::uint32_t base_language(std::string_view code) const;
  // Whether the heads of phrases, and so the verbs, stand last in the language of a code.
  bool head_last(std::string_view code) const { return languages_[base_language(code)].head_last; }

  const std::vector<TopicInfo>& topics() const { return topics_; }
  // The number of a topic in topics(), or kNone.
  std::int32_t topic(std::string_view id) const;
  // The topic whose cues are the lexicon class of that number, or kNone.
  std::int32_t topic_of(std::uint32_t lexicon_class) const {
    return lexicon_class < topic_of_.size() ? topic_of_[lexicon_class] : kNone;
  }
  // The topic that a rule of the set kTopicPatterns is a cue of, or kNone; whether a language has such rules.
  std::int32_t topic_of_pattern(std::uint32_t rule) const { return topic_of_pattern_[rule]; }
  bool has_topic_patterns(std::uint32_t language) const { return has_topic_patterns_[languages_[language].base]; }
  // Texts that the files of topics say are about them, or are not.
  std::span<const TopicExampleRecord> topic_examples() const { return model_->section<TopicExampleRecord>("topics.examples"); }
  // Those of extract::TopicJudge, by the name of their file: models/common/topics/NAME.weights.
  const std::map<std::string, NameWeights>& topic_weights() const { return topic_weights_; }
  // Those of extract::CommitmentJudge: models/common/commitments/NAME.weights.
  const std::map<std::string, NameWeights>& commitment_weights() const { return commitment_weights_; }
  const Lexicon& lexicon() const { return lexicon_; }
  const Rules& rules() const { return rules_; }
  const model::StringTable& strings() const { return strings_; }
  const model::StringTable& words() const { return words_; }
  const Morphology& morphology(std::uint32_t language) const { return morphologies_[languages_[language].base]; }
  // The weights of words::Tagger for a language; empty where it has none.
  std::span<const std::int16_t> tagger_weights(std::uint32_t language) const { return tagger_weights_[languages_[language].base]; }
  // The taggers of names of a language, by the name of their file: models/ru/ner/NAME.weights.
  const std::map<std::string, NameWeights>& name_weights(std::uint32_t language) const { return name_weights_[languages_[language].base]; }
  // Those of its finders of relations: models/ru/relations/NAME.weights.
  const std::map<std::string, NameWeights>& relation_weights(std::uint32_t language) const { return relation_weights_[languages_[language].base]; }
  // What words a language's words are like; empty where it has no such file.
  const WordClusters& clusters(std::uint32_t language) const { return clusters_[languages_[language].base]; }
  const EndingTable& names(std::uint32_t language) const { return names_[languages_[language].base]; }

  // Case and letters folded.
  std::string fold(std::string_view text) const { return folds_.fold(text); }
  char32_t fold(char32_t letter) const { return folds_.fold(letter); }
  // fold(), and letters of a second script turned into those of the first, as `spelling` has it.
  std::string key(std::string_view text, std::uint32_t language, std::uint8_t spelling = 0) const;
  // Which spelling of a second script a text is in (latin.tsv is 0, latin-*.tsv follow): the one
  // whose `@marks` letters occur most.
  std::uint8_t spelling_of(std::string_view text, std::uint32_t language) const;

  // Appends the lemma of a reading of a folded word, folded.
  void append_lemma(std::string& to, std::string_view folded, const Analysis& reading) const;
  // The same as a string of its own.
  std::string lemma_text(std::string_view folded, const Analysis& reading) const;

  // The text of a file of models/ that is neither lexicon, rule nor topic; empty where absent.
  std::string_view resource(std::string_view path) const { return model_->text("file:" + std::string(path)); }

  // The attribute `value` of the one-word entry of a class that `word` is a form of, in any
  // language: value_of("month", …) is the number of the month.
  std::optional<std::string> value_of(std::string_view lexicon_class, std::string_view word) const;

 private:
  std::shared_ptr<const model::ModelView> model_;
  model::StringTable strings_, words_;
  text::FoldTable folds_;
  std::vector<LanguageInfo> languages_;
  struct Spelling {
    std::string marks;  // folded letters that tell it from the others
    Transliteration letters;
  };
  std::vector<Spelling> read_spellings(const std::string& folder) const;
  void read_topic_patterns();

  std::vector<std::vector<Spelling>> spellings_;  // by language number
  std::vector<Morphology> morphologies_;
  std::vector<EndingTable> names_;
  std::vector<std::span<const std::int16_t>> tagger_weights_;
  std::vector<std::map<std::string, NameWeights>> name_weights_, relation_weights_;
  std::vector<WordClusters> clusters_;
  std::vector<TopicInfo> topics_;
  std::vector<std::int32_t> topic_of_;  // by lexicon class
  std::vector<std::int32_t> topic_of_pattern_;  // by rule
  std::vector<bool> has_topic_patterns_;        // by language
  std::map<std::string, NameWeights> topic_weights_, commitment_weights_;
  Lexicon lexicon_;
  Rules rules_;
};

// Loads a compiled model file, or compiles a folder of models in memory. Throws
// Error{Cause::models} that names the file, the line or byte, and what to do.
std::shared_ptr<const Knowledge> load_knowledge(const std::string& path);
// The same with files of topics laid over those of the folder: a topic of a known `id` takes its place, `more` adds to it.
// A compiled file cannot take them: Error{Cause::usage} says so.
std::shared_ptr<const Knowledge> load_knowledge(const std::string& path, const std::vector<std::string>& topic_files);

}  // namespace qogam::lang
