// The verbs of qogam: what each takes, and what it does.
#pragma once

#include <span>

#include "cli/arguments.h"

namespace qogam::cli {

enum class InHelp { summary, name, nothing };  // what `qogam --help` tells of a verb

struct Verb {
  const char* name;         // "analyze"; "train words" where several verbs share their first word
  const char* summary;      // a line that begins small and has no full stop
  InHelp in_help;           // those that few people need are told by their names
  Syntax (*syntax)();       // what it takes; asks for nothing and may be called at any time
  int (*run)(const Call&);  // gives the exit code; what ends the run is thrown as qogam::Error
};

// All of them, in the order in which people should read of them.
std::span<const Verb> verbs();

// Those whose names begin with this word: one verb of that name, or several that share it; none where there is none.
std::span<const Verb> verbs_of(std::string_view first_word);

Syntax analyze_syntax();
int analyze(const Call& call);
Syntax show_syntax();
int show(const Call& call);
Syntax store_syntax();
int store(const Call& call);
Syntax query_syntax();
int query(const Call& call);
Syntax review_syntax();
int review(const Call& call);
Syntax report_syntax();
int report(const Call& call);
Syntax watch_syntax();
int watch(const Call& call);
Syntax export_syntax();
int export_store(const Call& call);
Syntax import_syntax();
int import_annotations(const Call& call);
Syntax eval_syntax();
int eval(const Call& call);
Syntax list_syntax();
int list(const Call& call);
Syntax schema_syntax();
int schema(const Call& call);
Syntax check_models_syntax();
int check_models(const Call& call);
Syntax train_words_syntax();
int train_words(const Call& call);
Syntax train_ner_syntax();
int train_ner(const Call& call);
Syntax train_relations_syntax();
int train_relations(const Call& call);
Syntax train_topics_syntax();
int train_topics(const Call& call);
Syntax train_commitments_syntax();
int train_commitments(const Call& call);
Syntax topics_suggest_syntax();
int topics_suggest(const Call& call);
Syntax words_syntax();
int words(const Call& call);
Syntax tag_syntax();
int tag(const Call& call);
Syntax help_syntax();
int help(const Call& call);
Syntax complete_syntax();
int complete(const Call& call);

}  // namespace qogam::cli
