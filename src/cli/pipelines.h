// Making a pipeline for a call.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "lang/knowledge.h"
#include "pipeline/timings.h"
#include "qogam/options.h"
#include "qogam/pipeline.h"

namespace qogam::cli {

// Throws Error{usage} with "did you mean" where the knowledge has no language of that name and it
// is not "auto".
void require_language(const lang::Knowledge& knowledge, const std::string& name);

// The knowledge, after a look at the language that was asked for. `topics`: files of topics laid over
// those of the models.
std::shared_ptr<const lang::Knowledge> load_languages(const std::string& models_path, const Options& options, const std::vector<std::string>& topics = {});

// Pipeline::load(), after a look at the language that was asked for: Error{usage} with "did you
// mean" where the knowledge has none of that name.
// `topics`: files of topics laid over those of the models.
Pipeline load_pipeline(const std::string& models_path, const Options& options, const std::vector<std::string>& topics = {});

// As Pipeline::load(), each stage adding its costs to the timings, which must outlive the pipeline.
Pipeline watched_pipeline(std::shared_ptr<const lang::Knowledge> knowledge, const Options& options, pipeline::Timings& timings);

// The stages that `layer` takes. Throws as require_language() does.
Pipeline pipeline_to(Layer layer, std::shared_ptr<const lang::Knowledge> knowledge, const Options& options);
Pipeline words_pipeline(std::shared_ptr<const lang::Knowledge> knowledge, const Options& options);

// Prints what `text_of` makes of each document of the files, in their order, and each failure; stops where standard
// output takes no more. Gives the exit code.
int each_of_files(const std::vector<std::string>& files, const Pipeline& pipeline, const std::function<std::string(const Document&)>& text_of);

}  // namespace qogam::cli
