// Clocks of threads, and how their sums are printed.
#include "pipeline/timings.h"

#include <time.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <utility>

#include "qogam/version.h"

namespace qogam::pipeline {
namespace {

// CPU time of the calling thread: what other programs do does not count.
std::int64_t thread_nanoseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return std::int64_t{now.tv_sec} * 1'000'000'000 + now.tv_nsec;
}

class WatchedStage final : public Stage {
 public:
  WatchedStage(std::unique_ptr<Stage> stage, const Timings& timings, Timings::Part& part) : stage_(std::move(stage)), timings_(timings), part_(part) {}
  std::string_view name() const override { return stage_->name(); }
  Layers needs() const override { return stage_->needs(); }
  Layers gives() const override { return stage_->gives(); }
  void run(Document& document) const override {
    const Timings::Span span(&timings_, &part_);
    stage_->run(document);
  }

 private:
  std::unique_ptr<Stage> stage_;
  const Timings& timings_;
  Timings::Part& part_;
};

template <typename... Values>
void print(std::string& to, const char* format, Values... values) {
  char line[200];
  std::snprintf(line, sizeof line, format, values...);
  to += line;
}

double share(std::int64_t part, std::int64_t all) { return all == 0 ? 0 : static_cast<double>(part) / static_cast<double>(all); }

}  // namespace

Timings::Span::Span(const Timings* timings, Part* part) : timings_(timings), part_(part) {
  if (timings_ == nullptr) return;
  allocations_ = timings_->allocations_();
  nanoseconds_ = thread_nanoseconds();
}

Timings::Span::~Span() {
  if (timings_ == nullptr) return;
  part_->nanoseconds.fetch_add(thread_nanoseconds() - nanoseconds_, std::memory_order_relaxed);
  part_->allocations.fetch_add(static_cast<std::int64_t>(timings_->allocations_() - allocations_), std::memory_order_relaxed);
}

Timings::Part& Timings::part(std::string_view name, bool serial) {
  Part& part = parts_.emplace_back();
  part.name = name;
  part.serial = serial;
  return part;
}

Stages Timings::watched(Stages stages) {
  for (auto& stage : stages) {
    Part& own = part(stage->name(), false);
    stage = std::make_unique<WatchedStage>(std::move(stage), *this, own);
  }
  return stages;
}

void Timings::count(const Document& document) {
  documents_.fetch_add(1, std::memory_order_relaxed);
  text_bytes_.fetch_add(static_cast<std::int64_t>(document.text.size()), std::memory_order_relaxed);
  tokens_.fetch_add(static_cast<std::int64_t>(document.tokens.size()), std::memory_order_relaxed);
}

std::int64_t Timings::all() const {
  std::int64_t sum = 0;
  for (const Part& p : parts_) sum += p.nanoseconds;
  return sum;
}

double Timings::serial_fraction() const {
  std::int64_t serial = 0;
  for (const Part& p : parts_) serial += p.serial ? p.nanoseconds.load() : 0;
  return share(serial, all());
}

std::string Timings::table() const {
  const double tokens = static_cast<double>(std::max<std::int64_t>(1, tokens_));
  std::string text;
  print(text, "%-14s%12s%9s%12s%14s%12s\n", "part", "CPU ms", "share", "ns a token", "allocations", "a token");
  for (const Part& p : parts_) {
    const auto ns = static_cast<double>(p.nanoseconds), allocations = static_cast<double>(p.allocations);
    print(text, "%-14s%12.1f%8.1f%%%12.0f%14.0f%12.2f%s\n", p.name.c_str(), ns / 1e6, 100 * share(p.nanoseconds, all()), ns / tokens, allocations, allocations / tokens,
          p.serial ? "  serial" : "");
  }
  const double seconds = static_cast<double>(all()) / 1e9, megabytes = static_cast<double>(text_bytes_) / 1e6;
  print(text, "%lld documents, %.2f MB of text, %lld tokens: %.2f MB and %.0f tokens a CPU second; serial %.1f %%\n", static_cast<long long>(documents_),
        megabytes, static_cast<long long>(tokens_), seconds > 0 ? megabytes / seconds : 0, seconds > 0 ? static_cast<double>(tokens_) / seconds : 0, 100 * serial_fraction());
  return text;
}

std::string Timings::json(const std::string& models) const {
  std::string text;
  print(text, "{\"version\":\"%s\",\"models\":\"%s\",\"documents\":%lld,\"text_bytes\":%lld,\"tokens\":%lld,\"serial_fraction\":%.5f,\"parts\":[", std::string(version()).c_str(), models.c_str(), static_cast<long long>(documents_),
        static_cast<long long>(text_bytes_), static_cast<long long>(tokens_), serial_fraction());
  for (const Part& p : parts_)
    print(text, "%s{\"name\":\"%s\",\"serial\":%s,\"cpu_seconds\":%.6f,\"share\":%.5f,\"allocations\":%lld}", &p == &parts_.front() ? "" : ",", p.name.c_str(),
          p.serial ? "true" : "false", static_cast<double>(p.nanoseconds) / 1e9, share(p.nanoseconds, all()), static_cast<long long>(p.allocations));
  return text + "]}\n";
}

}  // namespace qogam::pipeline
