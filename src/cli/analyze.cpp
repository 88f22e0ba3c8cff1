// qogam analyze: articles in, one JSON object each out.
#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <memory>

#include "cli/allocations.h"
#include "cli/analyze_call.h"
#include "cli/exit_code.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/pipelines.h"
#include "cli/progress.h"
#include "cli/resume.h"
#include "cli/run_log.h"
#include "cli/signals.h"
#include "cli/stdin_pump.h"
#include "cli/summary.h"
#include "cli/terminal.h"
#include "cli/verbs.h"
#include "clean/recurring_lines.h"
#include "exports/output.h"
#include "lang/knowledge.h"
#include "pipeline/timings.h"
#include "qogam/error.h"
#include "qogam/models.h"
#include "qogam/version.h"
#include "read/decode_stage.h"
#include "read/shard.h"
#include "write/writers.h"

namespace qogam::cli {
namespace {

// One run, from the first document to the last word about it.
class Run {
 public:
  explicit Run(AnalyzeCall& call)
      : call_(call),
        output_(call.output, call.resume),
        log_(call.log),
        duplicates_(call.duplicates),
        talks_(decide(call.progress, is_terminal(STDERR_FILENO))),
        progress_(talks_) {}

  int go() {
    auto knowledge = load_languages(find_models(call_.models), call_.options, call_.topics);
    if (call_.learn_furniture) call_.options.recurring_lines = learn_furniture();
    const Pipeline pipeline = call_.timings.empty() ? Pipeline::load(knowledge, call_.options) : watched_pipeline(knowledge, call_.options, timings_);
    if (!call_.timings.empty()) call_.running.timings = &timings_;
    call_.writing.version = version();
    call_.writing.models = knowledge->fingerprint();
    const auto writer = write::make_writer(call_.writer, call_.writing);
    const bool from_stdin = std::find(call_.inputs.begin(), call_.inputs.end(), "-") != call_.inputs.end();
    const auto pump = from_stdin ? std::make_unique<StdinPump>(signal_descriptor()) : nullptr;
    log_.start(call_.writing.models, call_.output);
    listen();
    reader_ = read::share_of(read::make_reader(call_.inputs, call_.reading), call_.shard);
    call_.running.stop = &stop_flag();
    call_.running.duplicates = call_.duplicates > 0 ? &duplicates_ : nullptr;
    if (!output_.resumed().empty()) {
      const Pipeline to_text = pipeline_to(Layer::text, knowledge, call_.options);
      const Skipped skipped = skip_written(output_.resumed(), call_, to_text, pipeline, writer, *reader_, duplicates_);
      resumed_ = skipped.documents;
      failed_before_ = skipped.failed;
      log_.resumed(resumed_);
    }
    pipeline::run(
        pipeline, [&] { return reader_->next(); }, writer, [&](pipeline::Result&& r) { return take(r); }, call_.running);
    progress_.clear();
    const int code = finish();
    log_.end(summary_.end(reader_->progress().bytes_read, reader_->progress().passed_over, code));
    return code;
  }

 private:
  // A first pass over the inputs, without a word about what cannot be read: the second tells.
  std::shared_ptr<const clean::RecurringLines> learn_furniture() const {
    auto lines = std::make_shared<clean::RecurringLines>();
    const auto decode = read::make_decode_stage(call_.options.max_document_bytes);
    const auto reader = read::make_reader(call_.inputs, call_.reading);
    for (auto document = reader->next(); document && !stop_flag(); document = reader->next()) {
      if (!document->error) decode->run(*document);
      lines->add(*document);
    }
    return lines;
  }

  void listen() {
    call_.reading.on_passed_over = [this](const std::string& path) { log_.passed_over(path); };
    call_.reading.on_notice = [this](const std::string& message) {
      notices_.push_back(message);
      log_.notice(message);
    };
  }

  bool take(const pipeline::Result& result) {
    if (!output_.write(result.output)) {
      reader_gone_ = true;
      return false;
    }
    summary_.add(result);
    log_.document(result);
    if (result.error) {
      progress_.clear();
      print_failure(result.id, *result.error);
    }
    const read::Progress read = reader_->progress();
    progress_.add(result.error.has_value(), read.bytes_read, read.bytes_total);
    return true;
  }

  int finish() {
    if (reader_gone_) return kDone;
    if (const int number = caught_signal()) {
      const std::string kept = output_.kept();
      print_warning("Stopped by a signal; " + std::to_string(resumed_ + summary_.documents()) + " documents are " +
                    (kept.empty() ? "written." : "in " + kept + "; --resume goes on with them."));
      return kSignalBase + number;
    }
    output_.finish();
    tell();
    if (call_.timings == "-") std::cerr << timings_.table();
    else if (!call_.timings.empty()) write_timings();
    return summary_.failed() + failed_before_ > 0 && call_.errors_fail ? kSomeFailed : kDone;
  }

  void tell() const {
    for (const std::string& notice : notices_) print_warning(notice);
    const read::Progress read = reader_->progress();
    if (read.passed_over > 0)
      print_warning(std::to_string(read.passed_over) +
                    " files or records are of kinds that hold no articles, or that no reader knows, and were passed over; "
                    "--log names them, and '--from text' reads all files.");
    if (read.documents == 0) print_warning("There was no document in the inputs.");
    if (summary_.warned() > 0)
      print_warning(std::to_string(summary_.warned()) + " of " + std::to_string(summary_.documents()) +
                    " documents have warnings; see \"warnings\" in the output.");
    if (talks_ || summary_.failed() > 0) print_note(summary_.sentence(read.bytes_read));
  }

  void write_timings() const {
    exports::OutFile file(call_.timings);
    file.write(timings_.json(call_.writing.models));
    file.finish();
  }

  AnalyzeCall& call_;
  pipeline::Timings timings_{allocations_of_thread};
  Output output_;
  RunLog log_;
  pipeline::NearDuplicates duplicates_;
  bool talks_;
  Progress progress_;
  Summary summary_;
  std::unique_ptr<read::Reader> reader_;
  std::vector<std::string> notices_;
  std::size_t resumed_ = 0, failed_before_ = 0;
  bool reader_gone_ = false;
};

}  // namespace

int analyze(const Call& call) {
  AnalyzeCall asked = analyze_call(call);
  catch_signals();
  return Run(asked).go();
}

}  // namespace qogam::cli
