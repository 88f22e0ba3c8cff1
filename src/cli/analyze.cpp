// qogam analyze: articles in, one JSON object each out.
#include <unistd.h>

#include <algorithm>
#include <memory>

#include "cli/analyze_call.h"
#include "cli/exit_code.h"
#include "cli/messages.h"
#include "cli/models_path.h"
#include "cli/output.h"
#include "cli/pipelines.h"
#include "cli/progress.h"
#include "cli/signals.h"
#include "cli/stdin_pump.h"
#include "cli/terminal.h"
#include "qogam/version.h"
#include "write/writers.h"

namespace qogam::cli {
namespace {

// Takes the results as they come: bytes to the output, failures to standard error.
class Receiver {
 public:
  Receiver(const AnalyzeCall& call, Output& output)
      : output_(output), progress_(decide(call.progress, is_terminal(STDERR_FILENO))) {}

  bool take(const pipeline::Result& result, const read::Progress& read) {
    if (!output_.write(result.output)) {
      reader_gone = true;
      return false;
    }
    ++documents;
    if (!result.warnings.empty()) ++warned;
    if (result.error) {
      ++failed;
      progress_.clear();
      print_failure(result.id, *result.error);
    }
    progress_.add(result.error.has_value(), read.bytes_read, read.bytes_total);
    return true;
  }

  void end() { progress_.clear(); }

  std::size_t documents = 0, failed = 0, warned = 0, passed_over = 0;
  bool reader_gone = false;

 private:
  Output& output_;
  Progress progress_;
};

void run_all(AnalyzeCall& call, const Pipeline& pipeline, Receiver& receiver) {
  call.writing.version = version();
  call.writing.models = pipeline.models_fingerprint();
  const auto writer = write::make_writer(call.writer, call.writing);
  const bool from_stdin =
      std::find(call.inputs.begin(), call.inputs.end(), "-") != call.inputs.end();
  const auto pump = from_stdin ? std::make_unique<StdinPump>(signal_descriptor()) : nullptr;
  const auto reader = read::make_reader(call.inputs, call.reading);
  call.running.stop = &stop_flag();
  pipeline::run(
      pipeline, [&] { return reader->next(); }, writer,
      [&](pipeline::Result&& r) { return receiver.take(r, reader->progress()); }, call.running);
  receiver.passed_over = reader->progress().passed_over;
  receiver.end();
}

int finish(const AnalyzeCall& call, Output& output, const Receiver& r) {
  if (r.reader_gone) return kDone;
  const std::string count = std::to_string(r.documents) + " documents are ";
  if (const int number = caught_signal()) {
    const std::string kept = output.kept();
    print_warning("Stopped by a signal; " + count +
                  (kept.empty() ? "written." : "in " + kept + "."));
    return kSignalBase + number;
  }
  output.finish();
  if (r.passed_over > 0)
    print_warning(std::to_string(r.passed_over) + " files below directories have endings that no reader knows and were passed over; "
                  "'--from text' reads them all.");
  if (r.documents == 0) print_warning("There was no document in the inputs.");
  if (r.warned > 0)
    print_warning(std::to_string(r.warned) + " of " + std::to_string(r.documents) +
                  " documents have warnings; see \"warnings\" in the output.");
  return r.failed > 0 && call.errors_fail ? kSomeFailed : kDone;
}

}  // namespace

int analyze(const Words& words) {
  auto call = parse_analyze(words);
  if (!call) return kDone;
  catch_signals();
  const Pipeline pipeline = load_pipeline(models_path(call->models), call->options, call->topics);
  Output output(call->output);
  Receiver receiver(*call, output);
  run_all(*call, pipeline, receiver);
  return finish(*call, output, receiver);
}

}  // namespace qogam::cli
