// The models of fuzz/models: a language of a few words, with a file of every kind.
#pragma once

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "lang/knowledge.h"
#include "model/source.h"

namespace qogam::fuzz {

// Its files, with `file` in the place of the one of that path, or beside them.
inline std::vector<model::SourceFile> small_models(model::SourceFile file) {
  static const std::vector<model::SourceFile> all = model::read_sources(QOGAM_SMALL_MODELS);
  std::vector<model::SourceFile> files = all;
  std::erase_if(files, [&](const model::SourceFile& f) { return f.path == file.path; });
  files.push_back(std::move(file));
  std::ranges::sort(files, {}, &model::SourceFile::path);
  return files;
}

// All of them as knowledge, which is read in no time. Loaded once a program.
inline const lang::Knowledge& small_knowledge() {
  static const std::shared_ptr<const lang::Knowledge> loaded = lang::load_knowledge(QOGAM_SMALL_MODELS);
  return *loaded;
}

}  // namespace qogam::fuzz
