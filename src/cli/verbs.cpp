// The table of verbs.
#include "cli/verbs.h"

#include <algorithm>

namespace qogam::cli {
namespace {

// Those that share their first word stand together.
constexpr Verb kVerbs[] = {
    {"analyze", "articles in, one JSON object each out", true, analyze_syntax, analyze},
    {"show", "one article in the terminal, with what was found in it", true, show_syntax, show},
    {"store", "what analyze wrote into a database, joined across articles", true, store_syntax, store},
    {"query", "questions to a database: commitments, officials, quotes, search", true, query_syntax, query},
    {"review", "what a person decides: who is one, what came of a commitment", true, review_syntax, review},
    {"report", "a database as one HTML page", true, report_syntax, report},
    {"watch", "a folder whose new files are analysed, stored and reported", true, watch_syntax, watch},
    {"export", "a database in the formats of other tools", true, export_syntax, export_store},
    {"eval", "score an output against gold", true, eval_syntax, eval},
    {"import", "annotations of other tools as gold", false, import_syntax, import_annotations},
    {"list", "the names that options take", false, list_syntax, list},
    {"schema", "the JSON Schema of the output", false, schema_syntax, schema},
    {"check-models", "the examples that rules and topics carry", false, check_models_syntax, check_models},
    {"train words", "weights that choose among the readings of a word", false, train_words_syntax, train_words},
    {"train ner", "weights that find names of people, organizations and places", false, train_ner_syntax, train_ner},
    {"train relations", "weights that find what joins two names", false, train_relations_syntax, train_relations},
    {"train topics", "weights that judge topics", false, train_topics_syntax, train_topics},
    {"train commitments", "weights that judge commitments", false, train_commitments_syntax, train_commitments},
    {"topics suggest", "phrases of a corpus that could become cues of a topic", false, topics_suggest_syntax, topics_suggest},
    {"words", "the words of articles as CoNLL-U", false, words_syntax, words},
    {"tag", "the names that learnt weights find", false, tag_syntax, tag},
    {"help", "this help, a man page, a reference, completions of shells", false, help_syntax, help},
    {"complete", "what may follow the words of a call, for completions of shells", false, complete_syntax, complete},
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
