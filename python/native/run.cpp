// A run over many documents on threads of its own.
#include "native/run.h"

#include <unistd.h>

#include <set>
#include <utility>

#include "pipeline/run.h"
#include "qogam/error.h"

namespace qogam::python {
namespace {

// Enough that threads have work while the caller is busy with a result, and little memory.
constexpr std::size_t kMostInputs = 32, kMostOutputs = 32;
constexpr std::size_t kMostBytes = 32u << 20;  // of either, but one may be longer

std::mutex all_mutex;
std::set<Run*>& all_runs() {
  static std::set<Run*> runs;
  return runs;
}

void refuse_forked() {
  if (Run::forked())
    throw Error(Cause::usage, "This process was forked from one that had analysed many documents, and has none of its threads; "
                              "make such processes before, or with multiprocessing's start method 'spawn'.");
}

}  // namespace

Run::Run(std::shared_ptr<const Engine> engine, std::size_t jobs, std::size_t duplicates, Next source)
    : engine_(std::move(engine)), jobs_(jobs), source_(std::move(source)), window_(duplicates), ended_(source_ != nullptr) {
  refuse_forked();
  const std::lock_guard lock(all_mutex);
  all_runs().insert(this);
}

Run::~Run() {
  {
    const std::lock_guard lock(all_mutex);
    all_runs().erase(this);
  }
  stop();
}

bool Run::has_room() const { return !ended_ && !done_ && inputs_.size() < kMostInputs && input_bytes_ < kMostBytes; }

Run::State Run::wait(std::chrono::nanoseconds most, bool or_room) {
  refuse_forked();
  std::unique_lock lock(mutex_);
  if (!begun_ && !stop_) {
    begun_ = true;
    thread_ = std::thread([this] { go(); });
  }
  const auto ready = [&] { return !outputs_.empty() || done_ || (or_room && has_room()); };
  if (most.count() > 0) changed_.wait_for(lock, most, ready);
  if (!outputs_.empty()) return State::result;
  if (has_room()) return State::room;
  return done_ ? State::done : State::nothing;
}

void Run::put(Document&& document) {
  {
    const std::lock_guard lock(mutex_);
    input_bytes_ += document.source.bytes.size();
    inputs_.push_back(std::move(document));
  }
  changed_.notify_all();
}

void Run::end() {
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  changed_.notify_all();
}

std::string Run::take() {
  std::string output;
  {
    const std::lock_guard lock(mutex_);
    output = std::move(outputs_.front());
    outputs_.pop_front();
    output_bytes_ -= output.size();
  }
  changed_.notify_all();
  return output;
}

void Run::stop() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
    ended_ = true;
    begun_ = true;
    inputs_.clear();
    input_bytes_ = 0;
    outputs_.clear();
    output_bytes_ = 0;
    if (!thread_.joinable()) done_ = true;
  }
  changed_.notify_all();
  const std::lock_guard lock(joining_);
  if (thread_.joinable()) thread_.join();
}

void Run::rethrow() {
  const std::lock_guard lock(mutex_);
  if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
}

bool Run::forked() {
  static const pid_t first = getpid();
  return getpid() != first;
}

void Run::stop_all() {
  if (forked()) return;
  const std::lock_guard lock(all_mutex);
  for (Run* run : all_runs()) run->stop();
}

void Run::go() {
  std::exception_ptr failure;
  try {
    pipeline::NearDuplicates duplicates(window_);
    pipeline::RunOptions options;
    options.jobs = jobs_;
    options.stop = &stop_;
    options.duplicates = window_ > 0 ? &duplicates : nullptr;
    pipeline::run(
        engine_->pipeline(), [this] { return source_ ? source_() : next(); }, engine_->writer(),
        [this](pipeline::Result&& result) { return give(std::move(result.output)); }, options);
  } catch (...) {
    failure = std::current_exception();
  }
  {
    const std::lock_guard lock(mutex_);
    failure_ = failure;
    done_ = true;
  }
  changed_.notify_all();
}

std::optional<Document> Run::next() {
  std::optional<Document> document;
  {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return !inputs_.empty() || ended_; });
    if (inputs_.empty()) return std::nullopt;
    document = std::move(inputs_.front());
    inputs_.pop_front();
    input_bytes_ -= document->source.bytes.size();
  }
  changed_.notify_all();
  document->id = ids_.make(std::move(document->id));
  return document;
}

bool Run::give(std::string&& output) {
  {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return stop_ || (outputs_.size() < kMostOutputs && output_bytes_ < kMostBytes); });
    if (stop_) return false;
    output_bytes_ += output.size();
    outputs_.push_back(std::move(output));
  }
  changed_.notify_all();
  return true;
}

}  // namespace qogam::python
