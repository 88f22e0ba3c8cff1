// What the verbs that train chains share: options of training, what is told of an epoch, and the file that is written.
#pragma once

#include <string>

#include "cli/arguments.h"
#include "cli/verbs.h"
#include "lang/name_weights.h"
#include "learn/train_names.h"

namespace qogam::cli {

// --lang, --output, --dev, --epochs and what else steers the learning.
void add_training_options(po::options_description& options);
// What was said of them. Of options that a verb has not the default stands.
learn::NameTraining training_options(const po::variables_map& values);
// A line on standard error.
void print_report(const learn::NameReport& report);
// `verb`: "train ner", `card`: what tells of the weights, for the head of the file. Throws Error{Cause::input} where it cannot be written.
void write_weights(const std::string& path, const std::string& verb, const Words& call, const std::string& card, const lang::NameModel& model);

}  // namespace qogam::cli
