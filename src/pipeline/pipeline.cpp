// The public Pipeline: loading, and one document's way through the stages.
#include "qogam/pipeline.h"

#include <exception>
#include <new>

#include "lang/knowledge.h"
#include "pipeline/findings.h"
#include "pipeline/stages.h"
#include "qogam/error.h"

namespace qogam {
namespace {

void require_language(const lang::Knowledge& knowledge, const std::string& code) {
  if (code == "auto" || knowledge.language(code) != 0) return;
  throw Error(Cause::usage, "The knowledge has no language '" + code +
                                "'; 'qogam list languages' prints those there are.");
}

}  // namespace

struct Pipeline::Parts {
  std::shared_ptr<const void> knowledge;  // before the stages, which refer to it
  pipeline::Stages stages;
  std::string fingerprint;
};

Pipeline::Pipeline(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
Pipeline::Pipeline(Pipeline&&) noexcept = default;
Pipeline& Pipeline::operator=(Pipeline&&) noexcept = default;
Pipeline::~Pipeline() = default;

Pipeline Pipeline::load(const std::string& models_path, const Options& options) {
  return load(lang::load_knowledge(models_path), options);
}

Pipeline Pipeline::load(std::shared_ptr<const lang::Knowledge> knowledge, const Options& options) {
  const Layers wanted = pipeline::wanted_layers(options.only);
  require_language(*knowledge, options.language);
  auto parts = std::make_unique<Parts>();
  parts->stages = pipeline::make_stages(*knowledge, options);
  pipeline::check_order(parts->stages, Layer::source);
  parts->stages = pipeline::needed_stages(std::move(parts->stages), wanted);
  parts->fingerprint = knowledge->fingerprint();
  parts->knowledge = std::move(knowledge);
  return Pipeline(std::move(parts));
}

Pipeline Pipeline::of(std::vector<std::unique_ptr<Stage>> stages, Layers given, Layers wanted,
                      std::shared_ptr<const void> knowledge) {
  pipeline::check_order(stages, given);
  auto parts = std::make_unique<Parts>();
  parts->knowledge = std::move(knowledge);
  parts->stages = pipeline::needed_stages(std::move(stages), wanted);
  return Pipeline(std::move(parts));
}

void Pipeline::analyze(Document& document) const noexcept {
  for (const auto& stage : parts_->stages) {
    if (document.error) return;
    try {
      stage->run(document);
    } catch (const std::bad_alloc&) {
      document.error = Problem{"out_of_memory", "The document needs more memory than there is.",
                               std::string(stage->name())};
    } catch (const std::exception& e) {
      document.error = Problem{"internal", e.what(), std::string(stage->name())};
    } catch (...) {
      document.error = Problem{"internal", "The stage failed in a way it should not.",
                               std::string(stage->name())};
    }
  }
}

const std::string& Pipeline::models_fingerprint() const { return parts_->fingerprint; }

std::vector<std::string> Pipeline::stage_names() const {
  std::vector<std::string> names;
  for (const auto& stage : parts_->stages) names.emplace_back(stage->name());
  return names;
}

}  // namespace qogam
