// A call of `qogam analyze` as values.
#pragma once

#include <string>
#include <vector>

#include "cli/arguments.h"
#include "pipeline/run.h"
#include "qogam/options.h"
#include "read/readers.h"
#include "read/shard.h"
#include "write/json.h"

namespace qogam::cli {

struct AnalyzeCall {
  std::vector<std::string> inputs;  // "-" is standard input
  std::string output;               // empty: standard output
  std::string models;               // path of the knowledge
  std::vector<std::string> topics;  // files laid over its topics
  std::string writer;               // a name of write::writers()
  std::string progress;             // auto, always, never
  std::string log;                  // file of the log, or empty
  std::string timings;              // file for the timings, "-" for a table on stderr, or empty
  std::size_t duplicates = 0;       // so many articles back near-duplicates are looked for
  read::Shard shard;                // the part of the documents that is done
  bool learn_furniture = false;     // read the inputs twice, the first time for lines that recur
  bool resume = false;              // go on with what an ended run left
  bool errors_fail = true;          // failed documents make the exit code 1
  Options options;
  read::ReadOptions reading;
  write::WriteOptions writing;
  pipeline::RunOptions running;
};

// Throws Error{usage} for values that are off.
AnalyzeCall analyze_call(const Call& call);

}  // namespace qogam::cli
