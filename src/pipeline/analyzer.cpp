// The public Analyzer: readers, stages and the writer of JSON in their usual order.
#include "qogam/analyzer.h"

#include <utility>

#include "pipeline/near_duplicates.h"
#include "pipeline/run.h"
#include "qogam/models.h"
#include "qogam/version.h"
#include "read/readers.h"
#include "write/json.h"

namespace qogam {

// So many articles back near-duplicates are looked for, as `qogam analyze` does.
constexpr std::size_t kDuplicates = 100'000;

struct Analyzer::Parts {
  Parts(const Options& asked, const std::string& models) : options(asked), pipeline(Pipeline::load(find_models(models), asked)) {}

  write::WriteOptions writing(const JsonOptions& json) const {
    return {.no_text = json.no_text, .pretty = json.pretty, .findings = options.only, .version = std::string(version()), .models = pipeline.models_fingerprint()};
  }

  Options options;
  Pipeline pipeline;
};

Analyzer::Analyzer(const Options& options, const std::string& models) : parts_(std::make_shared<const Parts>(options, models)) {}

Document Analyzer::analyze(Input input) const {
  Document document;
  document.id = std::move(input.id);
  document.source.url = std::move(input.url);
  document.source.media_type = std::move(input.media_type);
  document.source.title = std::move(input.title);
  document.source.published = std::move(input.published);
  document.source.decoded = input.utf8;
  document.source.bytes = std::move(input.bytes);
  parts_->pipeline.analyze(document);
  return document;
}

std::string Analyzer::to_json(const Document& document, const JsonOptions& options) const { return write::to_json_text(document, parts_->writing(options)); }

void Analyzer::analyze_files(const std::vector<std::string>& paths, const Take& take, std::size_t jobs) const {
  read::ReadOptions reading;
  reading.max_document_bytes = parts_->options.max_document_bytes;
  const auto reader = read::make_reader(paths, reading);
  const write::WriteOptions writing = parts_->writing({});
  pipeline::NearDuplicates duplicates(kDuplicates);
  pipeline::RunOptions running;
  running.jobs = jobs;
  running.duplicates = &duplicates;
  pipeline::run(
      parts_->pipeline, [&] { return reader->next(); }, [&](const Document& d) { return write::to_json_text(d, writing); },
      [&](pipeline::Result&& result) { return take(result.output); }, running);
}

const Pipeline& Analyzer::pipeline() const { return parts_->pipeline; }

}  // namespace qogam
