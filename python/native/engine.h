// The analysis with its options, as the module keeps it. Knows nothing of Python.
#pragma once

#include <string>
#include <vector>

#include "qogam/document.h"
#include "qogam/options.h"
#include "qogam/pipeline.h"
#include "write/writers.h"

namespace qogam::python {

// Immutable once made: one serves any number of threads.
class Engine {
 public:
  // `models`: a compiled knowledge file or a folder of models; `topics`: files laid over the topics of a folder.
  // Throws Error{models} for knowledge that cannot be read, Error{usage} for options that name what there is not.
  Engine(const std::string& models, const std::vector<std::string>& topics, const Options& options, bool no_text);

  // The object of one document, a line with its line feed. Throws std::bad_alloc only.
  std::string analyze(Document document) const;

  const Pipeline& pipeline() const { return pipeline_; }
  const write::Writer& writer() const { return writer_; }
  const std::string& fingerprint() const { return pipeline_.models_fingerprint(); }

 private:
  Pipeline pipeline_;
  write::Writer writer_;
};

}  // namespace qogam::python
