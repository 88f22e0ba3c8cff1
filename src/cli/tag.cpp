// qogam tag: names, and what joins two of them, found by learnt weights.
#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/arguments.h"
#include "cli/exit_code.h"
#include "cli/pipelines.h"
#include "cli/suggest.h"
#include "cli/verbs.h"
#include "lang/knowledge.h"
#include "ner/relations.h"
#include "ner/tagger.h"
#include "qogam/error.h"
#include "qogam/models.h"
#include "qogam/version.h"
#include "text/offset_map.h"
#include "text/utf8.h"

namespace qogam::cli {
namespace {

using Text = std::string;

// What a call asks for beside spans.
struct Asked {
  bool confidence, relations;
};

using Taggers = std::map<std::uint32_t, std::unique_ptr<ner::Tagger>>;  // by base language

// What a call finds, and what it refers to.
struct Finders {
  std::shared_ptr<const model::ModelView> loaded;
  lang::NameWeights weights;
  Taggers names;                                                           // whose spans are printed
  std::map<std::uint32_t, std::vector<ner::RelationFinder>> relations;
  std::map<Text, Taggers> ends;                                            // of relations, by set
};

void load_weights(const lang::Knowledge& knowledge, const Text& path, const Text& language, Finders& finders) {
  const std::uint32_t base = knowledge.base_language(language);
  if (base == 0) throw Error(Cause::usage, "--weights are of one language; name it with --lang.");
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error(Cause::models, path + " cannot be read.");
  model::ModelWriter out;
  lang::compile_name_weights({path, {std::istreambuf_iterator<char>(in), {}}}, "ner", out);
  finders.loaded = model::ModelView::own(out.finish());
  finders.weights = lang::NameWeights(*finders.loaded, "ner");
  finders.names[base] = std::make_unique<ner::Tagger>(knowledge, finders.weights, base);
}

Taggers find_weights(const lang::Knowledge& knowledge, const Text& set) {
  Taggers taggers = ner::taggers_of(knowledge, set);
  if (!taggers.empty()) return taggers;
  std::vector<Text> known;
  for (std::uint32_t l = 1; l < knowledge.languages().size(); ++l)
    for (const auto& [name, weights] : knowledge.name_weights(l)) known.push_back(name);
  require_known("set of weights", set, known);
  return taggers;
}

void find_relations(const lang::Knowledge& knowledge, Finders& finders) {
  for (std::uint32_t l = 1; l < knowledge.languages().size(); ++l) {
    if (knowledge.languages()[l].base != l) continue;
    for (const auto& [name, weights] : knowledge.relation_weights(l)) {
      const ner::RelationFinder& finder = finders.relations[l].emplace_back(weights);
      for (const ner::RelationType::End& end : {finder.type().head, finder.type().tail})
        if (!finders.ends.contains(end.set)) finders.ends[end.set] = find_weights(knowledge, end.set);
    }
  }
}

// A name's bytes of the text that was read, without a prefix that is no part of it.
Span raw_of(const Document& d, const lang::LanguageInfo& language, const text::OffsetMap& to_raw, TokenRange tokens) {
  Span text = d.span_of(tokens);
  const std::string_view first = d.folded(d.words[tokens.first]);
  for (const Text& prefix : language.detached)
    if (first.size() > prefix.size() && first.starts_with(prefix)) text.begin += static_cast<std::uint32_t>(prefix.size());
  return to_raw.to_raw(text);
}

// [[name of the relation, one name, the other], ...] in one language, as their surfaces.
void add_relations(const Document& d, const lang::Knowledge& knowledge, const Finders& finders, nlohmann::ordered_json& rows) {
  const text::OffsetMap to_raw(d.offsets);
  std::map<Text, std::vector<ner::TaggedName>> tagged;
  for (const auto& [number, all] : finders.relations)
    for (const ner::RelationFinder& finder : all) {
      const std::uint32_t language = number;
      const auto names = [&](const ner::RelationType::End& end) {
        const ner::Tagger& tagger = *finders.ends.at(end.set).at(language);
        const auto [it, fresh] = tagged.try_emplace(std::to_string(language) + end.set);
        if (fresh) it->second = tagger.tag(d);
        std::vector<TokenRange> ranges;
        for (const ner::TaggedName& n : it->second)
          if (tagger.types()[n.type] == end.type) ranges.push_back(n.tokens);
        return ranges;
      };
      const std::vector<TokenRange> heads = names(finder.type().head), tails = names(finder.type().tail);
      const auto surface = [&](TokenRange r) { return Text(raw_of(d, knowledge.languages()[language], to_raw, r).of(d.raw)); };
      for (const ner::TaggedRelation& r : finder.find(d, heads, tails))
        rows.push_back({finder.type().name, surface(heads[r.head]), surface(tails[r.tail])});
    }
}

// The row of a document.
nlohmann::ordered_json row_of(const Document& d, const lang::Knowledge& knowledge, const Finders& finders, const Asked& asked) {
  struct Found {
    std::uint32_t end;
    Text type;
    float confidence;
  };
  std::map<std::uint32_t, Found> found;  // by their begin, as taggers share no sentence
  const text::OffsetMap to_raw(d.offsets);
  const text::CodePointIndex index(d.raw);
  const auto confidence = asked.confidence ? ner::Tagger::Confidence::asked : ner::Tagger::Confidence::unasked;
  for (const auto& [language, tagger] : finders.names)
    for (const ner::TaggedName& n : d.error ? std::vector<ner::TaggedName>() : tagger->tag(d, confidence)) {
      const Span raw = raw_of(d, knowledge.languages()[language], to_raw, n.tokens);
      found[index(raw.begin)] = {index(raw.end), tagger->types()[n.type], n.confidence};
    }
  nlohmann::ordered_json row{{"id", d.id}, {"spans", nlohmann::ordered_json::array()}};
  for (const auto& [begin, n] : found) row["spans"].push_back({begin, n.end, n.type});
  if (asked.confidence) {
    row["confidence"] = nlohmann::ordered_json::array();
    for (const auto& [begin, n] : found) row["confidence"].push_back(std::round(n.confidence * 1000.0) / 1000);
  }
  if (asked.relations) {
    row["relations"] = nlohmann::ordered_json::array();
    if (!d.error) add_relations(d, knowledge, finders, row["relations"]);
  }
  return row;
}

}  // namespace

Syntax tag_syntax() {
  Syntax syntax{"qogam tag [options] FILE...",
                "Prints the names that learnt weights find, one JSON object a document: {\"id\", \"spans\": [[begin, end, type], ...],\n"
                "\"generator\": {\"version\", \"models\"}},\n"
                "offsets in code points of the text that was read.\n",
                po::options_description("options"), "example: qogam tag --plain news.jsonl > names.jsonl\n", "file"};
  syntax.options.add_options()("set", po::value<Text>()->value_name("SET")->default_value("names"), "which weights: models/LANGUAGE/ner/SET.weights")(
      "weights", po::value<Text>()->value_name("FILE"), "a file of weights to use for --lang instead")(
      "confidence", "adds \"confidence\": [0.97, ...], a probability a span")(
      "relations", "adds \"relations\": [[\"WORKS_AS\", person, post], ...], by all models/LANGUAGE/relations/*.weights");
  add_text_options(syntax.options);
  return syntax;
}

int tag(const Call& call) {
  const auto& values = call.values;
  const auto& files = call.bare;
  if (files.empty()) throw Error(Cause::usage, "Say what to read: qogam tag FILE, or - for standard input.");
  const auto knowledge = lang::load_knowledge(find_models(values["models"].as<Text>()));
  const Options options = text_options(values);
  require_language(*knowledge, options.language);
  const Asked asked{values.count("confidence") != 0, values.count("relations") != 0};
  Finders finders;
  if (values.count("weights")) load_weights(*knowledge, values["weights"].as<Text>(), options.language, finders);
  else finders.names = find_weights(*knowledge, values["set"].as<Text>());
  if (asked.relations) find_relations(*knowledge, finders);
  const nlohmann::ordered_json generator{{"version", version()}, {"models", knowledge->fingerprint()}};
  return each_of_files(files, words_pipeline(knowledge, options), [&](const Document& d) {
    nlohmann::ordered_json row = row_of(d, *knowledge, finders, asked);
    row["generator"] = generator;
    return row.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
  });
}

}  // namespace qogam::cli
