// qogam topics suggest: phrases of a corpus that could become cues.
#include <cstdio>
#include <iostream>
#include <optional>

#include "cli/arguments.h"
#include "cli/exit_code.h"
#include "cli/labelled.h"
#include "cli/pipelines.h"
#include "cli/suggest.h"
#include "cli/verbs.h"
#include "lang/knowledge.h"
#include "learn/suggest_cues.h"
#include "qogam/error.h"
#include "qogam/models.h"

namespace qogam::cli {
namespace {

using Text = std::string;

// A weight as the share of articles with the phrase that are about the topic lets one hope.
const char* weight_of(const learn::CueSuggestion& s) {
  const double share = static_cast<double>(s.inside) / static_cast<double>(s.inside + s.outside);
  return share >= 0.9 ? "2" : share >= 0.7 ? "1.5" : share >= 0.5 ? "1" : "0.5";
}

// Gives whether there were any.
bool print(const std::vector<learn::CueSuggestion>& suggestions, const lang::Knowledge& knowledge, const std::optional<Text>& only) {
  Text topic;
  for (const learn::CueSuggestion& s : suggestions) {
    if (only && s.topic != *only) continue;
    const bool known = knowledge.topic(s.topic) != kNone;
    if (s.topic != topic) std::cout << (topic.empty() ? "" : "\n") << (known ? "more    " : "id      ") << s.topic << "\n";
    topic = s.topic;
    char numbers[96];
    std::snprintf(numbers, sizeof numbers, "  # %zu here, %zu elsewhere, %.1f", s.inside, s.outside, s.surprise);
    std::cout << "cue " << s.language << " " << weight_of(s) << "  " << s.phrase << numbers << "\n";
  }
  return !topic.empty();
}

// The topic that was asked for, if one was.
std::optional<Text> topic_asked(const po::variables_map& values, const lang::Knowledge& knowledge) {
  if (!values.count("topic")) return std::nullopt;
  require_known("topic", values["topic"].as<Text>(), topic_ids(knowledge));
  return values["topic"].as<Text>();
}

}  // namespace

Syntax topics_suggest_syntax() {
  Syntax syntax{"qogam topics suggest [options] CORPUS...",
                "Prints phrases that articles about a topic have more often than others, as lines for its file of topics: where\n"
                "they stand, in how many articles of the topic and of others, and how surprising that is (log-likelihood).\n"
                "Weights are a first guess. What an article is about, labels say, or else the cues that are known.\n",
                po::options_description("options"),
                "example: qogam topics suggest news/ --topic tariffs > new-cues.txt\n"
                "labels: gold files or folders, or a table *.tsv whose first line names columns `id` and `topics`, parted by TABs\n", "corpus"};
  syntax.options.add_options()("labels", po::value<std::vector<Text>>()->value_name("PATH")->composing(), "what the articles are about: only these are read")(
      "topic", po::value<Text>()->value_name("TOPIC"), "of one topic only")(
      "most", po::value<std::size_t>()->value_name("N")->default_value(30), "phrases of a topic and language")(
      "least", po::value<std::size_t>()->value_name("N")->default_value(3), "articles of the topic that have the phrase")(
      "topics", po::value<std::vector<Text>>()->value_name("FILE")->composing(), "topics of your own beside those of --models DIR");
  add_text_options(syntax.options);
  return syntax;
}

int topics_suggest(const Call& call) {
  const auto& values = call.values;
  const auto& corpus = call.bare;
  if (corpus.empty()) throw Error(Cause::usage, "Say what to read: qogam topics suggest CORPUS.");
  const auto knowledge = lang::load_knowledge(find_models(values["models"].as<Text>()), all_of_option(values, "topics"));
  const std::optional<Text> only = topic_asked(values, *knowledge);
  const learn::TopicLabels labels = read_labels(all_of_option(values, "labels"), *knowledge, false);
  learn::CueSuggester suggester(*knowledge);
  const Walked walked = each_labelled(corpus, pipeline_to(Layer::topics, knowledge, text_options(values)), labels, [&](const Document& d, const std::vector<Text>* given) {
    std::vector<Text> found;
    for (const Topic& t : d.topics) found.push_back(t.id);
    suggester.add(d, given != nullptr ? *given : found);
  });
  const bool some = print(suggester.suggest(values["most"].as<std::size_t>(), values["least"].as<std::size_t>()), *knowledge, only);
  std::cerr << walked.taken << " articles read, " << walked.passed_over << " without labels passed over"
            << (some ? "" : "; no phrase stands out: more articles, or a smaller --least, may show some") << ".\n";
  return walked.failed == 0 ? kDone : kSomeFailed;
}

}  // namespace qogam::cli
