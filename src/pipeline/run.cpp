// Serial reading, parallel work, a serial look for near-duplicates, parallel and then serial writing:
// oneTBB's parallel_pipeline around a Pipeline.
#include "pipeline/run.h"

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/info.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>

#include <atomic>

#include "pipeline/near_duplicates.h"
#include "pipeline/timings.h"
#include "text/ring.h"

namespace qogam::pipeline {
namespace {

namespace tbb = oneapi::tbb;

// Enough that the others go on while one long document holds up the writing.
constexpr std::size_t kTokensPerJob = 4;

// A document on its way, and once worked on, its result.
struct Item {
  Document document;
  MinHash hash;
  Result result;
  bool done = false;
};

class Run {
 public:
  Run(const Pipeline& pipeline, const Next& next, const Serialise& serialise, const Take& take,
      const RunOptions& options, std::size_t tokens)
      : pipeline_(pipeline), next_(next), serialise_(serialise), take_(take), options_(options), timings_(options.timings), items_(tokens) {
    if (timings_ == nullptr) return;
    reading_ = &timings_->part("read", true);
    comparing_ = &timings_->part("compare", true);
    writing_ = &timings_->part("write", false);
    taking_ = &timings_->part("output", true);
  }

  void go() {
    using tbb::filter_mode;
    const auto reading = [this](tbb::flow_control& flow) {
      Item* const item = read();
      if (item == nullptr) flow.stop();
      return item;
    };
    const auto working = [this](Item* item) {
      work(*item);
      return item;
    };
    const auto comparing = [this](Item* item) {
      compare(*item);
      return item;
    };
    const auto writing = [this](Item* item) {
      write(*item);
      return item;
    };
    const auto taking = [this](Item* item) { hand_over(std::move(item->result)); };
    tbb::parallel_pipeline(
        items_.size(), tbb::make_filter<void, Item*>(filter_mode::serial_in_order, reading) &
                            tbb::make_filter<Item*, Item*>(filter_mode::parallel, working) &
                            tbb::make_filter<Item*, Item*>(filter_mode::serial_in_order, comparing) &
                            tbb::make_filter<Item*, Item*>(filter_mode::parallel, writing) &
                            tbb::make_filter<Item*, void>(filter_mode::serial_in_order, taking));
  }

 private:
  bool stopped() const {
    return refused_.load(std::memory_order_relaxed) ||
           (options_.stop && options_.stop->load(std::memory_order_relaxed));
  }

  Item* read() {
    if (stopped()) return nullptr;
    std::optional<Document> document;
    {
      const Timings::Span span(timings_, reading_);
      document = next_();
    }
    // Reading may have waited long, and a stop in the middle of an input may have cut it short.
    if (!document || stopped()) return nullptr;
    Item& item = items_.next();
    item = {};
    item.document = std::move(*document);
    item.result.input_bytes = item.document.source.bytes.size();
    const std::size_t before = in_flight_.fetch_add(item.result.input_bytes);
    // To wait here could wait for ever, as this may be the only thread that TBB has: so work.
    if (before + item.result.input_bytes > options_.bytes_in_flight) work(item);
    return &item;
  }

  void work(Item& item) {
    if (item.done) return;
    pipeline_.analyze(item.document);
    if (options_.duplicates != nullptr) item.hash = min_hash(item.document.text);
    item.done = true;
  }

  void compare(Item& item) {
    if (options_.duplicates == nullptr) return;
    const Timings::Span span(timings_, comparing_);
    if (auto id = options_.duplicates->find_or_add(item.document.id, item.hash)) item.document.duplicate_of = std::move(*id);
  }

  void write(Item& item) {
    const Timings::Span span(timings_, writing_);
    if (timings_ != nullptr) timings_->count(item.document);
    Document document = std::move(item.document);
    item.result.output = serialise_(document);
    item.result.id = std::move(document.id);
    item.result.path = std::move(document.source.path);
    item.result.duplicate_of = std::move(document.duplicate_of);
    item.result.warnings = std::move(document.warnings);
    item.result.error = std::move(document.error);
    in_flight_.fetch_sub(item.result.input_bytes);
  }

  void hand_over(Result&& result) {
    const Timings::Span span(timings_, taking_);
    if (!refused_ && !take_(std::move(result))) refused_ = true;
  }

  const Pipeline& pipeline_;
  const Next& next_;
  const Serialise& serialise_;
  const Take& take_;
  const RunOptions& options_;
  Timings* timings_;
  Timings::Part *reading_ = nullptr, *comparing_ = nullptr, *writing_ = nullptr, *taking_ = nullptr;
  text::Ring<Item> items_;  // one for each document that may be on its way
  std::atomic<std::size_t> in_flight_{0};
  std::atomic<bool> refused_{false};
};

}  // namespace

void run(const Pipeline& pipeline, const Next& next, const Serialise& serialise, const Take& take,
         const RunOptions& options) {
  const std::size_t jobs =
      options.jobs != 0 ? options.jobs : static_cast<std::size_t>(tbb::info::default_concurrency());
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, jobs);
  tbb::task_arena arena(static_cast<int>(jobs));
  Run one(pipeline, next, serialise, take, options, jobs * kTokensPerJob);
  arena.execute([&] { one.go(); });
}

}  // namespace qogam::pipeline
