// The verbs of qogam. Each takes the words after its name and gives the exit code; what ends the
// run is thrown as qogam::Error.
#pragma once

#include <string>
#include <vector>

namespace qogam::cli {

using Words = std::vector<std::string>;

int analyze(const Words& words);
int show(const Words& words);
int words(const Words& words);
int list(const Words& words);
int schema(const Words& words);
int check_models(const Words& words);
int eval(const Words& words);
int train(const Words& words);
int train_ner(const Words& words);  // train, when its first word is "ner"
int train_relations(const Words& words);  // train, when its first word is "relations"
int train_topics(const Words& words);     // train, when its first word is "topics"
int train_commitments(const Words& words);  // train, when its first word is "commitments"
int tag(const Words& words);
int topics(const Words& words);
int store(const Words& words);
int query(const Words& words);
int review(const Words& words);
int report(const Words& words);
int export_store(const Words& words);
int import_annotations(const Words& words);
int watch(const Words& words);

}  // namespace qogam::cli
