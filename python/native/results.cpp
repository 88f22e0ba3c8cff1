// The results of a run as a Python iterator.
#include "native/results.h"

#include <algorithm>
#include <utility>

#include "native/released.h"

namespace nb = nanobind;

namespace qogam::python {
namespace {

using std::chrono::nanoseconds;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr nanoseconds kAtOnce = 0ns;
constexpr nanoseconds kSignals = 50ms;  // how long an interruption may wait
constexpr nanoseconds kSlow = 1ms;      // an iterable that takes longer for a document keeps finished results waiting
constexpr int kBatch = 8;               // documents read before results are looked at again

}  // namespace

Results::Results(std::shared_ptr<const Engine> engine, nb::object inputs, std::size_t jobs, std::size_t duplicates)
    : run_(std::make_unique<Run>(std::move(engine), jobs, duplicates)), inputs_(std::move(inputs)) {}

Results::Results(std::shared_ptr<const Engine> engine, std::shared_ptr<DocumentReader> reader, std::size_t jobs, std::size_t duplicates)
    : run_(std::make_unique<Run>(std::move(engine), jobs, duplicates, [reader = std::move(reader)] { return reader->next(); })) {}

Results::~Results() {
  close();
  if (Run::forked()) static_cast<void>(run_.release());
}

nb::bytes Results::next() {
  while (true) {
    const Run::State state = look();
    if (state == Run::State::result) {
      const std::string line = run_->take();
      return nb::bytes(line.data(), line.size() - 1);
    }
    if (state == Run::State::done) end();
    if (PyErr_CheckSignals() != 0) throw nb::python_error();
  }
}

void Results::end() {
  close();
  run_->rethrow();
  if (!raised_) throw nb::stop_iteration();
  nb::python_error error = std::move(*raised_);
  raised_.reset();
  throw error;
}

// Keeps the threads in work, and says what there is now. A quick iterable is read first. Of a slow one finished results
// have nothing to expect, so they go before it, and get the time to become finished that costs it little.
Run::State Results::look() {
  if (last_pull_ < kSlow) feed();
  if (run_->wait(kAtOnce) == Run::State::result) return Run::State::result;
  Run::State state;
  {
    const Released released;
    const bool pulls = inputs_.is_valid() && run_->wait(kAtOnce) == Run::State::room;
    state = pulls ? run_->wait(std::min(last_pull_ / 4, kSignals), false) : run_->wait(kSignals);
  }
  if (state == Run::State::room && inputs_.is_valid()) pull();
  return state;
}

void Results::feed() {
  for (int pulled = 0; inputs_.is_valid() && pulled < kBatch && run_->wait(kAtOnce) == Run::State::room; ++pulled) pull();
}

void Results::pull() {
  const auto begin = Clock::now();
  const nb::object item = nb::steal(PyIter_Next(inputs_.ptr()));
  if (item.is_valid()) {
    run_->put(Document(nb::cast<const Document&>(item)));
  } else {
    inputs_.reset();
    if (PyErr_Occurred() != nullptr) take_error();
    run_->end();
  }
  last_pull_ = Clock::now() - begin;
}

void Results::take_error() {
  if (PyErr_ExceptionMatches(PyExc_Exception) != 0) {
    raised_.emplace();
    return;
  }
  nb::python_error error;
  close();
  throw error;
}

void Results::close() {
  inputs_.reset();
  if (Run::forked()) return;
  const Released released;
  run_->stop();
}

}  // namespace qogam::python
