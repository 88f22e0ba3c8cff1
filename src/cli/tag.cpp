// qogam tag: names found by learnt weights.
#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/arguments.h"
#include "cli/exit_code.h"
#include "cli/models_path.h"
#include "cli/pipelines.h"
#include "cli/suggest.h"
#include "cli/verbs.h"
#include "lang/knowledge.h"
#include "ner/tagger.h"
#include "qogam/error.h"
#include "text/offset_map.h"
#include "text/utf8.h"

namespace qogam::cli {
namespace {

using Text = std::string;

Syntax tag_syntax() {
  Syntax syntax{"qogam tag [options] FILE...",
                "Prints the names that learnt weights find, one JSON object a document: {\"id\", \"spans\": [[begin, end, type], ...]},\n"
                "offsets in code points of the text that was read.\n",
                po::options_description("options"), "example: qogam tag --plain news.jsonl > names.jsonl\n", "file"};
  syntax.options.add_options()("set", po::value<Text>()->default_value("names"), "which weights: models/LANGUAGE/ner/SET.weights")(
      "weights", po::value<Text>(), "a file of weights to use for --lang instead")(
      "confidence", "adds \"confidence\": [0.97, ...], a probability a span");
  add_text_options(syntax.options);
  return syntax;
}

// The taggers of a call by base language, and what they refer to.
struct Taggers {
  std::shared_ptr<const model::ModelView> loaded;
  lang::NameWeights weights;
  std::map<std::uint32_t, std::unique_ptr<ner::Tagger>> by_language;
};

void load_weights(const lang::Knowledge& knowledge, const Text& path, const Text& language, Taggers& taggers) {
  const std::uint32_t base = knowledge.base_language(language);
  if (base == 0) throw Error(Cause::usage, "--weights are of one language; name it with --lang.");
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error(Cause::models, path + " cannot be read.");
  model::ModelWriter out;
  lang::compile_name_weights({path, {std::istreambuf_iterator<char>(in), {}}}, "ner", out);
  taggers.loaded = model::ModelView::own(out.finish());
  taggers.weights = lang::NameWeights(*taggers.loaded, "ner");
  taggers.by_language[base] = std::make_unique<ner::Tagger>(knowledge, taggers.weights, base);
}

void find_weights(const lang::Knowledge& knowledge, const Text& set, Taggers& taggers) {
  taggers.by_language = ner::taggers_of(knowledge, set);
  if (!taggers.by_language.empty()) return;
  std::vector<Text> known;
  for (std::uint32_t l = 1; l < knowledge.languages().size(); ++l)
    for (const auto& [name, weights] : knowledge.name_weights(l)) known.push_back(name);
  require_known("set of weights", set, known);
}

// The row of a document.
nlohmann::ordered_json row_of(const Document& d, const Taggers& taggers, bool confidence) {
  struct Found {
    std::uint32_t end;
    Text type;
    float confidence;
  };
  std::map<std::uint32_t, Found> found;  // by their begin, as taggers share no sentence
  const text::OffsetMap to_raw(d.offsets);
  const text::CodePointIndex index(d.raw);
  const auto asked = confidence ? ner::Tagger::Confidence::asked : ner::Tagger::Confidence::unasked;
  for (const auto& [language, tagger] : taggers.by_language)
    for (const ner::TaggedName& n : d.error ? std::vector<ner::TaggedName>() : tagger->tag(d, asked)) {
      const Span raw = to_raw.to_raw(d.span_of(n.tokens));
      found[index(raw.begin)] = {index(raw.end), tagger->types()[n.type], n.confidence};
    }
  nlohmann::ordered_json row{{"id", d.id}, {"spans", nlohmann::ordered_json::array()}};
  for (const auto& [begin, n] : found) row["spans"].push_back({begin, n.end, n.type});
  if (!confidence) return row;
  row["confidence"] = nlohmann::ordered_json::array();
  for (const auto& [begin, n] : found) row["confidence"].push_back(std::round(n.confidence * 1000.0) / 1000);
  return row;
}

}  // namespace

int tag(const Words& call) {
  const Syntax syntax = tag_syntax();
  const auto values = parse(call, syntax);
  if (!values) return kDone;
  const auto files = bare_words(*values, syntax);
  if (files.empty()) throw Error(Cause::usage, "Say what to read: qogam tag FILE, or - for standard input.");
  const auto knowledge = lang::load_knowledge(models_path((*values)["models"].as<Text>()));
  const Options options = text_options(*values);
  require_language(*knowledge, options.language);
  Taggers taggers;
  if (values->count("weights")) load_weights(*knowledge, (*values)["weights"].as<Text>(), options.language, taggers);
  else find_weights(*knowledge, (*values)["set"].as<Text>(), taggers);
  return each_of_files(files, words_pipeline(knowledge, options), [&](const Document& d) {
    return row_of(d, taggers, values->count("confidence") != 0).dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
  });
}

}  // namespace qogam::cli
