// The whole analysis as one object: what a program that embeds Qogam needs.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "qogam/document.h"
#include "qogam/options.h"
#include "qogam/stage.h"

namespace qogam {

namespace lang {
class Knowledge;
}

// The stages in their order, with the knowledge they share. Immutable once made: one Pipeline
// serves any number of threads at once.
class [[gnu::visibility("default")]] Pipeline {
 public:
  // From a compiled knowledge file or a models/ directory. Throws Error{models} where that cannot
  // be read or trusted, Error{usage} for options that name a language or finding there is not.
  static Pipeline load(const std::string& models_path, const Options& options);

  // The same from knowledge that is loaded already and may be shared. Not null.
  static Pipeline load(std::shared_ptr<const lang::Knowledge> knowledge, const Options& options);

  // From stages of the caller's own. The layers of `given` are in the documents already; those of
  // `wanted` are asked for, and stages that none of them needs are left out. `knowledge` is what
  // the stages refer to and is kept as long as they are. Throws Error{usage} for an order in which
  // a stage needs a layer not yet given, or a layer is given twice.
  static Pipeline of(std::vector<std::unique_ptr<Stage>> stages, Layers given, Layers wanted,
                     std::shared_ptr<const void> knowledge = nullptr);

  Pipeline(Pipeline&&) noexcept;
  Pipeline& operator=(Pipeline&&) noexcept;
  ~Pipeline();

  // Runs the stages over a document that has its source. What spoils it, exceptions included,
  // becomes `document.error`, and the stages after that are left out; a document that comes with
  // an error stays as it is. Throws nothing.
  void analyze(Document& document) const noexcept;

  // Fingerprint of the knowledge, hex; empty for stages of the caller's own.
  const std::string& models_fingerprint() const;

  // Names of the stages that run, in their order.
  std::vector<std::string> stage_names() const;

 private:
  struct Parts;
  explicit Pipeline(std::unique_ptr<const Parts> parts);
  std::unique_ptr<const Parts> parts_;
};

}  // namespace qogam
