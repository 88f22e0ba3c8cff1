// The analysis with its options.
#include "native/engine.h"

#include <utility>

#include "lang/knowledge.h"
#include "qogam/version.h"

namespace qogam::python {
namespace {

write::Writer lines_of(const Options& options, const std::string& models, bool no_text) {
  write::WriteOptions writing;
  writing.no_text = no_text;
  writing.findings = options.only;
  writing.version = version();
  writing.models = models;
  return write::make_writer("jsonl", std::move(writing));
}

}  // namespace

Engine::Engine(const std::string& models, const std::vector<std::string>& topics, const Options& options, bool no_text)
    : pipeline_(Pipeline::load(lang::load_knowledge(models, topics), options)),
      writer_(lines_of(options, pipeline_.models_fingerprint(), no_text)) {}

std::string Engine::analyze(Document document) const {
  pipeline_.analyze(document);
  return writer_(document);
}

}  // namespace qogam::python
