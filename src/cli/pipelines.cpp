// Making a pipeline for a call.
#include "cli/pipelines.h"

#include <iostream>

#include "cli/exit_code.h"
#include "cli/messages.h"
#include "cli/suggest.h"
#include "lang/knowledge.h"
#include "pipeline/findings.h"
#include "pipeline/stages.h"
#include "read/readers.h"

namespace qogam::cli {

void require_language(const lang::Knowledge& knowledge, const std::string& name) {
  std::vector<std::string> known{"auto"};
  for (const auto& l : knowledge.languages())
    if (knowledge.language(l.code) != 0) known.push_back(l.code);
  require_known("language", name, known);
}

std::shared_ptr<const lang::Knowledge> load_languages(const std::string& models_path, const Options& options, const std::vector<std::string>& topics) {
  auto knowledge = lang::load_knowledge(models_path, topics);
  require_language(*knowledge, options.language);
  return knowledge;
}

Pipeline load_pipeline(const std::string& models_path, const Options& options, const std::vector<std::string>& topics) {
  return Pipeline::load(load_languages(models_path, options, topics), options);
}

Pipeline watched_pipeline(std::shared_ptr<const lang::Knowledge> knowledge, const Options& options, pipeline::Timings& timings) {
  const Layers wanted = pipeline::wanted_layers(options.only);
  auto stages = timings.watched(pipeline::needed_stages(pipeline::make_stages(*knowledge, options), wanted));
  return Pipeline::of(std::move(stages), Layer::source, wanted, std::move(knowledge));
}

Pipeline pipeline_to(Layer layer, std::shared_ptr<const lang::Knowledge> knowledge, const Options& options) {
  require_language(*knowledge, options.language);
  auto stages = pipeline::make_stages(*knowledge, options);
  return Pipeline::of(std::move(stages), Layer::source, layer, std::move(knowledge));
}

Pipeline words_pipeline(std::shared_ptr<const lang::Knowledge> knowledge, const Options& options) {
  return pipeline_to(Layer::words, std::move(knowledge), options);
}

int each_of_files(const std::vector<std::string>& files, const Pipeline& pipeline, const std::function<std::string(const Document&)>& text_of) {
  const auto reader = read::make_reader(files, {});
  bool all = true;
  while (auto document = reader->next()) {
    pipeline.analyze(*document);
    if (document->error) print_failure(document->id, *document->error);
    all = all && !document->error;
    if (!(std::cout << text_of(*document))) break;
  }
  return all ? kDone : kSomeFailed;
}

}  // namespace qogam::cli
