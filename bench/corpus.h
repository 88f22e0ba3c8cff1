// A file as documents of about four kilobytes, as news comes, and the pipeline up to words.
#pragma once

#include <cstdint>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "lang/knowledge.h"
#include "qogam/pipeline.h"
#include "segment/segmenter.h"
#include "words/analyser.h"

namespace qogam::bench {

inline std::vector<std::string> read_documents(const char* path) {
  std::vector<std::string> documents(1);
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    documents.back() += line + "\n";
    if (documents.back().size() > 4096) documents.emplace_back();
  }
  return documents;
}

inline std::int64_t bytes_of(const std::vector<std::string>& documents) {
  std::int64_t bytes = 0;
  for (const std::string& d : documents) bytes += static_cast<std::int64_t>(d.size());
  return bytes;
}

// The stages that make segments and words, without reading and cleaning.
inline Pipeline words_pipeline(const std::shared_ptr<const lang::Knowledge>& knowledge) {
  const Options options;
  std::vector<std::unique_ptr<Stage>> stages;
  stages.push_back(segment::make_segmenter(*knowledge, options));
  stages.push_back(words::make_analyser(*knowledge));
  return Pipeline::of(std::move(stages), Layer::text, Layer::words, knowledge);
}

}  // namespace qogam::bench
