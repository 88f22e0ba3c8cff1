// The models of fuzz/models: a language of a few words, with a file of every kind.
#pragma once

#include <algorithm>
#include <utility>
#include <vector>

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

}  // namespace qogam::fuzz
