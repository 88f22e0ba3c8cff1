// The table of verbs.
#include "cli/verbs.h"

#include <algorithm>

namespace qogam::cli {
namespace {

// Those that share their first word stand together.
constexpr Verb kVerbs[] = {
    {"analyze", "articles in, one JSON object each out", InHelp::summary, analyze_syntax, analyze},
    {"show", "one article in the terminal, with what was found in it", InHelp::summary, show_syntax, show},
    {"store", "what analyze wrote into a database, joined across articles", InHelp::summary, store_syntax, store},
    {"query", "questions to a database: commitments, officials, quotes, search", InHelp::summary, query_syntax, query},
    {"review", "what a person decides: who is one, what came of a commitment", InHelp::summary, review_syntax, review},
    {"report", "a database as one HTML page", InHelp::summary, report_syntax, report},
    {"watch", "a folder whose new files are analysed, stored and reported", InHelp::summary, watch_syntax, watch},
    {"export", "a database in the formats of other tools", InHelp::summary, export_syntax, export_store},
    {"eval", "score an output against gold", InHelp::summary, eval_syntax, eval},
    {"import", "annotations of other tools as gold", InHelp::name, import_syntax, import_annotations},
    {"list", "the names that options take", InHelp::name, list_syntax, list},
    {"schema", "the JSON Schema of the output", InHelp::name, schema_syntax, schema},
    {"check-models", "the examples that rules and topics carry", InHelp::name, check_models_syntax, check_models},
    {"train words", "weights that choose among the readings of a word", InHelp::name, train_words_syntax, train_words},
    {"train ner", "weights that find names of people, organizations and places", InHelp::name, train_ner_syntax, train_ner},
    {"train relations", "weights that find what joins two names", InHelp::name, train_relations_syntax, train_relations},
    {"train topics", "weights that judge topics", InHelp::name, train_topics_syntax, train_topics},
    {"train commitments", "weights that judge commitments", InHelp::name, train_commitments_syntax, train_commitments},
    {"topics suggest", "phrases of a corpus that could become cues of a topic", InHelp::name, topics_suggest_syntax, topics_suggest},
    {"words", "the words of articles as CoNLL-U", InHelp::name, words_syntax, words},
    {"tag", "the names that learnt weights find", InHelp::name, tag_syntax, tag},
    {"help", "this help, a man page, a reference, completions of shells", InHelp::name, help_syntax, help},
    {"complete", "what may follow the words of a call, for completions of shells", InHelp::nothing, complete_syntax, complete},
};

std::string_view first_word_of(const Verb& verb) {
  const std::string_view name = verb.name;
  return name.substr(0, name.find(' '));
}

}  // namespace

std::span<const Verb> verbs() { return kVerbs; }

std::span<const Verb> verbs_of(std::string_view first_word) {
  const auto has_it = [&](const Verb& v) { return first_word_of(v) == first_word; };
  const auto begin = std::ranges::find_if(kVerbs, has_it);
  return {begin, std::find_if_not(begin, std::end(kVerbs), has_it)};
}

}  // namespace qogam::cli
