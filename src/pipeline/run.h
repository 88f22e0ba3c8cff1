// Carries documents through the pipeline on several threads, in order and in bounded memory.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "qogam/document.h"
#include "qogam/pipeline.h"

namespace qogam::pipeline {

class NearDuplicates;
class Timings;

struct RunOptions {
  std::size_t jobs = 0;  // threads; 0: one a core
  // Above so many bytes of input in flight the reading thread works on what it has read before it
  // reads more.
  std::size_t bytes_in_flight = 256u << 20;
  const std::atomic<bool>* stop = nullptr;  // once true, no further document is begun
  NearDuplicates* duplicates = nullptr;     // what gives Document::duplicate_of, or null
  Timings* timings = nullptr;               // what the run adds its costs to, or null
};

// What has become of one document. Its bytes are the same whatever the number of threads.
struct Result {
  std::string output;
  std::size_t input_bytes = 0;
  std::string id, path, duplicate_of;
  std::vector<Problem> warnings;
  std::optional<Problem> error;
};

// The next document with its source, or nothing at the end. Called by one thread at a time.
using Next = std::function<std::optional<Document>()>;
// A document as output. Called by many threads at once.
using Serialise = std::function<std::string(const Document&)>;
// Takes results in the order of the documents, one thread at a time; false ends the run.
using Take = std::function<bool(Result&&)>;

// Runs until `next` is at its end, `stop` is set or `take` says no; documents begun by then are
// finished, and handed to `take` unless that said no. One document in gives one result out.
// Exceptions of `next`, `serialise` and `take` end the run and come out here.
void run(const Pipeline& pipeline, const Next& next, const Serialise& serialise, const Take& take,
         const RunOptions& options);

}  // namespace qogam::pipeline
