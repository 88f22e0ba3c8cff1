// Word analysis, each distinct word of a document and language once.
#include "words/analyser.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "model/source.h"
#include "text/utf8.h"
#include "words/chooser.h"
#include "words/grammar_readings.h"
#include "words/shape.h"

namespace qogam::words {
namespace {

constexpr std::size_t kShortestPrefix = 3;  // letters before the `*` of a prefix word

struct WordType {
  Word word;
  std::vector<Analysis> readings;
  std::vector<std::int32_t> costs;  // of the first readings, where a grammar gives them
  std::string lemma;                // of the first reading
};

class Analyser final : public Stage {
 public:
  explicit Analyser(const lang::Knowledge& knowledge) : knowledge_(knowledge) {
    const std::string path = "common/roman.tsv";
    const model::SourceFile file{path, std::string(knowledge.resource(path))};
    for (const model::Line& line : file.lines()) {
      const auto parts = model::fields(line.text);
      if (parts.size() < 2 || parts[1].size() != 1) file.fail(line.number, "a line is `letter<TAB>roman digit`");
      std::size_t at = 0;
      roman_[text::decode_at(parts[0], at)] = parts[1][0];
    }
    for (const lang::LanguageInfo& l : knowledge.languages()) {
      const std::string context = l.code.substr(0, l.code.find('-')) + "/context.tsv";
      choosers_.emplace_back(context, knowledge.resource(context));
    }
  }

  std::string_view name() const override { return "words"; }
  Layers needs() const override { return Layer::segments; }
  Layers gives() const override { return Layer::words; }

  void run(Document& d) const override {
    std::vector<std::unordered_map<std::string_view, WordType>> known(knowledge_.languages().size());
    d.words.reserve(d.tokens.size());
    for (const Sentence& s : d.sentences) {
      const std::uint32_t language = knowledge_.language(s.language);
      std::vector<const WordType*> types;
      for (std::uint32_t t = s.tokens.first; t < s.tokens.last; ++t) {
        const std::string_view token = d.surface(d.tokens[t].span);
        auto [it, fresh] = known[language].try_emplace(token);
        if (fresh) it->second = analyse(token, language, d.spelling);
        types.push_back(&it->second);
      }
      const auto chosen = choose(types, language);
      for (std::uint32_t k = 0; k < types.size(); ++k) add(d, *types[k], chosen[k], s.tokens.first + k, s);
      knowledge_.lexicon().find(d, s.tokens, knowledge_.languages()[language].base, d.terms);
    }
  }

 private:
  // The number of the reading of each word of a sentence.
  std::vector<std::uint32_t> choose(const std::vector<const WordType*>& types, std::uint32_t language) const {
    if (choosers_[language].empty()) return std::vector<std::uint32_t>(types.size(), 0);
    std::vector<Choice> words;
    for (const WordType* type : types)
      words.push_back({type->readings, type->costs, type->word.features | (words.empty() ? feature::start : 0)});
    return choosers_[language].choose(words);
  }

  // The chosen reading stands first.
  void add(Document& d, const WordType& type, std::uint32_t chosen, std::uint32_t token, const Sentence& s) const {
    Word w = type.word;
    std::string other;
    if (chosen != 0) other = knowledge_.lemma_text(w.folded, type.readings[chosen]);
    const std::string& lemma = chosen == 0 ? type.lemma : other;
    w.lemma = {static_cast<std::uint32_t>(d.lemmas.size()), static_cast<std::uint32_t>(d.lemmas.size() + lemma.size())};
    d.lemmas += lemma;
    w.first = static_cast<std::uint32_t>(d.analyses.size());
    if (token == s.tokens.first) w.features |= feature::start;
    if (token == 0 || d.tokens[token - 1].span.end < d.tokens[token].span.begin) w.features |= feature::space;
    d.analyses.insert(d.analyses.end(), type.readings.begin(), type.readings.end());
    const auto first = d.analyses.begin() + w.first;
    if (chosen != 0) {
      w.tag = type.readings[chosen].features;
      std::rotate(first, first + chosen, first + chosen + 1);
    }
    d.words.push_back(std::move(w));
  }

  WordType analyse(std::string_view token, std::uint32_t language, std::uint8_t spelling) const {
    WordType type;
    Word& w = type.word;
    w.features = shape_of(token);
    w.folded = knowledge_.key(token, language, spelling);
    w.form = knowledge_.words().find(w.folded);
    const std::string roman = (w.features & (feature::upper | feature::cap)) ? as_roman(token) : std::string();
    w.number = number_of(token, roman);
    if (w.number >= 0 && !(w.features & feature::digits)) w.features |= feature::roman;
    if (w.features & feature::word) {
      knowledge_.morphology(language).analyse(w.folded, type.readings);
      if (!knowledge_.morphology(language).grammar().empty())
        type.costs = add_grammar_readings(knowledge_.morphology(language), w.folded, w.features, type.readings);
      add_last_part(w.folded, language, type.readings);
      add_prefixes(w.folded, type.readings);
      if ((w.features & feature::cap) && !(w.features & feature::upper)) add_names(w.folded, language, type.readings);
    }
    w.count = static_cast<std::uint16_t>(type.readings.size());
    for (const Analysis& a : type.readings) w.features |= a.features;
    w.tag = type.readings.empty() ? 0 : type.readings[0].features;
    type.lemma = type.readings.empty() ? w.folded : knowledge_.lemma_text(w.folded, type.readings[0]);
    return type;
  }

  // An unknown compound with a hyphen is read as its last part ("vice-head" as "head").
  void add_last_part(std::string_view folded, std::uint32_t language, std::vector<Analysis>& readings) const {
    const std::size_t hyphen = folded.rfind('-');
    const bool known = std::ranges::any_of(readings, [](const Analysis& a) { return a.lemma != 0; });
    if (known || hyphen == folded.npos || hyphen == 0 || hyphen + 5 > folded.size()) return;
    std::vector<Analysis> part;
    knowledge_.morphology(language).analyse(folded.substr(hyphen + 1), part);
    for (const Analysis& a : part)
      if (a.lemma != 0) readings.push_back(a);
  }

  // A capitalised word may be a name in some case: its ending tells a patronymic from a surname.
  void add_names(std::string_view folded, std::uint32_t language, std::vector<Analysis>& readings) const {
    std::vector<lang::EndingTable::Hit> hits;
    knowledge_.names(language).find(folded, hits);
    for (const auto& hit : hits) {
      const Analysis one{0, hit.row->features | feature::guessed};
      const bool known = std::ranges::any_of(readings, [&](const Analysis& a) { return a.lemma == 0 && a.features == one.features; });
      if (!known) readings.push_back(one);
    }
  }

  // Words written `stem*` in lexicons and rules stand for all that start so.
  void add_prefixes(std::string_view folded, std::vector<Analysis>& readings) const {
    std::string prefix;
    std::size_t letters = 0;
    for (std::size_t at = 0; at < folded.size();) {
      const std::size_t from = at;
      text::decode_at(folded, at);
      prefix.append(folded.substr(from, at - from));
      if (++letters < kShortestPrefix) continue;
      prefix.push_back('*');
      if (const std::uint32_t word = knowledge_.words().find(prefix)) readings.push_back({word, feature::guessed});
      prefix.pop_back();
    }
  }

  // The token with Cyrillic look-alikes read as Roman digits; empty where a letter is none.
  std::string as_roman(std::string_view token) const {
    std::string result;
    for (std::size_t at = 0; at < token.size();) {
      const char32_t c = text::decode_at(token, at);
      if (const auto it = roman_.find(c); it != roman_.end()) result.push_back(it->second);
      else if (c < 0x80) result.push_back(static_cast<char>(c));
      else return {};
    }
    return result;
  }

  const lang::Knowledge& knowledge_;
  std::vector<Chooser> choosers_;  // by language number
  std::unordered_map<char32_t, char> roman_;
};

}  // namespace

std::unique_ptr<Stage> make_analyser(const lang::Knowledge& knowledge) { return std::make_unique<Analyser>(knowledge); }

}  // namespace qogam::words
