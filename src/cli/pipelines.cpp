// Making a pipeline for a call.
#include "cli/pipelines.h"

#include "cli/suggest.h"
#include "lang/knowledge.h"

namespace qogam::cli {

void require_language(const lang::Knowledge& knowledge, const std::string& name) {
  std::vector<std::string> known{"auto"};
  for (const auto& l : knowledge.languages())
    if (knowledge.language(l.code) != 0) known.push_back(l.code);
  require_known("language", name, known);
}

Pipeline load_pipeline(const std::string& models_path, const Options& options) {
  auto knowledge = lang::load_knowledge(models_path);
  require_language(*knowledge, options.language);
  return Pipeline::load(std::move(knowledge), options);
}

}  // namespace qogam::cli
