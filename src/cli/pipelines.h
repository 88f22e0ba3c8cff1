// Making a pipeline for a call.
#pragma once

#include <string>

#include "lang/knowledge.h"
#include "qogam/options.h"
#include "qogam/pipeline.h"

namespace qogam::cli {

// Throws Error{usage} with "did you mean" where the knowledge has no language of that name and it
// is not "auto".
void require_language(const lang::Knowledge& knowledge, const std::string& name);

// Pipeline::load(), after a look at the language that was asked for: Error{usage} with "did you
// mean" where the knowledge has none of that name.
Pipeline load_pipeline(const std::string& models_path, const Options& options);

}  // namespace qogam::cli
