// Opening a model and answering from it.
#include "lang/knowledge.h"

#include <algorithm>
#include <filesystem>

#include "lang/compiler.h"
#include "model/source.h"
#include "qogam/error.h"
#include "text/utf8.h"

namespace qogam::lang {
namespace {

std::vector<std::pair<std::string, std::string>> pairs_of(std::string_view text, const std::string& path) {
  std::vector<std::pair<std::string, std::string>> pairs;
  const model::SourceFile file{path, std::string(text)};
  for (const model::Line& line : file.lines()) {
    const auto parts = model::fields(line.text);
    if (parts.size() < 2) file.fail(line.number, "a line is `from<TAB>to`");
    pairs.emplace_back(parts[0], parts[1]);
  }
  return pairs;
}

std::map<std::string, NameWeights> read_name_weights(const model::ModelView& model, const std::string& prefix) {
  std::map<std::string, NameWeights> all;
  constexpr std::string_view kLast = ".labels";
  for (const std::string& section : model.section_names(prefix))
    if (section.ends_with(kLast)) {
      const std::string whole = section.substr(0, section.size() - kLast.size());
      all.emplace(whole.substr(prefix.size()), NameWeights(model, whole));
    }
  return all;
}

}  // namespace

std::string TopicInfo::name(std::string_view code) const {
  const auto found = std::ranges::find(names, code, &std::pair<std::string, std::string>::first);
  return found == names.end() ? std::string() : found->second;
}

Knowledge::Knowledge(std::shared_ptr<const model::ModelView> model)
    : model_(std::move(model)),
      strings_(*model_, "strings"),
      words_(*model_, "words"),
      folds_(read_folds({"common/fold.tsv", std::string(model_->text("file:common/fold.tsv"))})),
      lexicon_(*model_, strings_),
      rules_(*model_, strings_) {
  for (const LanguageRecord& r : model_->section<LanguageRecord>("languages")) {
    LanguageInfo info{std::string(strings_[r.code]), std::string(strings_[r.name]), fold(strings_[r.letters]),
                      fold(strings_[r.marks]), model::pieces(fold(strings_[r.words])), r.base, r.script == 1, r.head_last == 1, model::pieces(fold(strings_[r.detached])), r.in_weights};
    const std::string folder = info.code.substr(0, info.code.find('-'));
    spellings_.push_back(info.latin ? read_spellings(folder) : std::vector<Spelling>());
    morphologies_.emplace_back(*model_, folder, strings_, words_);
    names_.emplace_back(*model_, folder + ".names", strings_);
    tagger_weights_.push_back(model_->section<std::int16_t>(folder + ".tagger"));
    clusters_.emplace_back(*model_, folder + ".clusters");
    name_weights_.push_back(read_name_weights(*model_, folder + ".ner."));
    relation_weights_.push_back(read_name_weights(*model_, folder + ".relations."));
    if (languages_.empty()) info.code = "und";
    languages_.push_back(std::move(info));
  }
  for (const TopicRecord& t : model_->section<TopicRecord>("topics"))
    topics_.push_back({std::string(strings_[t.id]), {}, std::string(strings_[t.covers]),
                       std::string(strings_[t.excludes]), std::string(strings_[t.parent]), kNone, model::pieces(strings_[t.before]), t.lexicon, t.unless, t.threshold / 100.0});
  for (const TopicNameRecord& n : model_->section<TopicNameRecord>("topics.names"))
    topics_[static_cast<std::size_t>(topic(strings_[n.topic]))].names.emplace_back(strings_[n.language], strings_[n.name]);
  for (TopicInfo& t : topics_) t.parent_number = topic(t.parent);
  for (std::size_t t = 0; t < topics_.size(); ++t) {
    if (topic_of_.size() <= topics_[t].lexicon) topic_of_.resize(topics_[t].lexicon + 1, kNone);
    topic_of_[topics_[t].lexicon] = static_cast<std::int32_t>(t);
  }
  read_topic_patterns();
  topic_weights_ = read_name_weights(*model_, "common.topics.");
  commitment_weights_ = read_name_weights(*model_, "common.commitments.");
}

void Knowledge::read_topic_patterns() {
  topic_of_pattern_.assign(rules_.all().size(), kNone);
  has_topic_patterns_.assign(languages_.size(), false);
  for (std::uint32_t r = 0; r < topic_of_pattern_.size(); ++r) {
    if (rules_.gives(r) != "topic") continue;
    topic_of_pattern_[r] = topic(rules_.field(Match{.rule = r, .tokens = {}, .captures = {}}, "topic").constant);
    has_topic_patterns_[rules_.rule(r).language] = true;
  }
}

std::int32_t Knowledge::topic(std::string_view id) const {
  const auto found = std::ranges::find(topics_, id, &TopicInfo::id);
  return found == topics_.end() ? kNone : static_cast<std::int32_t>(found - topics_.begin());
}

std::uint32_t Knowledge::language(std::string_view code) const {
  for (std::uint32_t n = 1; n < languages_.size(); ++n)
    if (languages_[n].code == code) return n;
  return 0;
}

std::uint32_t Knowledge::base_language(std::string_view code) const { return languages_[language(code)].base; }

// latin.tsv, then each latin-*.tsv laid over it.
std::vector<Knowledge::Spelling> Knowledge::read_spellings(const std::string& folder) const {
  std::vector<std::string> paths{folder + "/latin.tsv"};
  for (const std::string& name : model_->section_names("file:" + folder + "/latin-")) paths.push_back(name.substr(5));
  std::vector<Spelling> spellings;
  std::vector<std::pair<std::string, std::string>> base;
  for (const std::string& path : paths) {
    auto pairs = pairs_of(resource(path), path);
    std::string marks;
    std::erase_if(pairs, [&](const auto& p) { return p.first == "@marks" && !(marks = fold(p.second)).empty(); });
    if (spellings.empty()) base = pairs;
    else pairs.insert(pairs.end(), base.begin(), base.end());
    spellings.push_back({marks, Transliteration(std::move(pairs))});
  }
  return spellings;
}

std::string Knowledge::key(std::string_view text, std::uint32_t language, std::uint8_t spelling) const {
  std::string folded = fold(text);
  const auto& spellings = spellings_[language];
  return spellings.empty() ? folded : spellings[spelling < spellings.size() ? spelling : 0].letters(folded);
}

std::uint8_t Knowledge::spelling_of(std::string_view text, std::uint32_t language) const {
  const auto& spellings = spellings_[language];
  std::vector<std::size_t> counts(spellings.size(), 0);
  const std::string folded = spellings.size() > 1 ? fold(text) : std::string();
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t from = at;
    text::decode_at(folded, at);
    for (std::size_t k = 0; k < spellings.size(); ++k)
      counts[k] += at - from > 1 && spellings[k].marks.find(folded.substr(from, at - from)) != std::string::npos;
  }
  return counts.empty() ? 0 : static_cast<std::uint8_t>(std::max_element(counts.begin(), counts.end()) - counts.begin());
}

void Knowledge::append_lemma(std::string& to, std::string_view folded, const Analysis& reading) const {
  if (reading.stem != Analysis::kWholeForm) to.append(folded.substr(0, reading.stem)).append(strings_[reading.ending]);
  else to.append(reading.lemma != 0 ? words_[reading.lemma] : folded);
}

std::string Knowledge::lemma_text(std::string_view folded, const Analysis& reading) const {
  std::string lemma;
  append_lemma(lemma, folded, reading);
  return lemma;
}

std::optional<std::string> Knowledge::value_of(std::string_view lexicon_class, std::string_view word) const {
  const std::uint32_t wanted = lexicon_.class_number(lexicon_class);
  for (std::uint32_t language = 1; language < languages_.size(); ++language) {
    Document d;
    d.words.emplace_back();
    const std::string folded = key(word, language);
    d.words[0].form = words_.find(folded);
    d.words[0].features = feature::word | feature::cap | feature::upper;
    morphology(language).analyse(folded, d.analyses);
    d.words[0].count = static_cast<std::uint16_t>(d.analyses.size());
    lexicon_.find(d, {0, 1}, languages_[language].base, d.terms);
    for (const Term& t : d.terms)
      if (t.lexicon == wanted && wanted != 0) return std::string(lexicon_.attribute(t.entry, "value"));
  }
  return std::nullopt;
}

std::shared_ptr<const Knowledge> load_knowledge(const std::string& path, const std::vector<std::string>& topic_files) {
  if (topic_files.empty()) return load_knowledge(path);
  if (!std::filesystem::is_directory(path))
    throw Error(Cause::usage, "Topics of your own are compiled with the others, and " + path + " is compiled already; give the folder: --models models/.");
  std::vector<model::SourceFile> own;
  for (const std::string& file : topic_files) own.push_back(model::read_source(file));
  return std::make_shared<const Knowledge>(model::ModelView::own(compile_models(model::read_sources(path), own)));
}

std::shared_ptr<const Knowledge> load_knowledge(const std::string& path) {
  if (std::filesystem::is_directory(path))
    return std::make_shared<const Knowledge>(model::ModelView::own(compile_models(model::read_sources(path))));
  return std::make_shared<const Knowledge>(model::ModelView::map(path));
}

}  // namespace qogam::lang
