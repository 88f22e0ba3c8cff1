// What a run spends its time on, stage by stage.
#pragma once

#include <atomic>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

#include "pipeline/stages.h"
#include "qogam/document.h"

namespace qogam::pipeline {

// Sums of CPU time and of allocations, one for each part of a run: its stages, and what stands around them. Serial parts are those that one
// thread at a time works on, so that their share bounds what more threads can bring (Amdahl 1967). Safe from any thread, but for part().
class Timings {
 public:
  // So many allocations the calling thread has made.
  using Allocations = std::uint64_t (*)();
  explicit Timings(Allocations allocations) : allocations_(allocations) {}

  struct Part {
    std::string name;
    bool serial = false;
    std::atomic<std::int64_t> nanoseconds{0}, allocations{0};
  };
  // A new part; the reference holds as long as the timings. One thread.
  Part& part(std::string_view name, bool serial);

  // Adds what its life costs to a part; nothing where `timings` is null.
  class Span {
   public:
    Span(const Timings* timings, Part* part);
    ~Span();
    Span(const Span&) = delete;
    Span& operator=(const Span&) = delete;

   private:
    const Timings* timings_;
    Part* part_;
    std::int64_t nanoseconds_ = 0;
    std::uint64_t allocations_ = 0;
  };

  // The same stages, each a part of its own. The timings must outlive them.
  Stages watched(Stages stages);
  // Counts a document that is through.
  void count(const Document& document);

  // For people: a table. For machines: a JSON object with the version of the program and the fingerprint of the knowledge (`models`), documents,
  // text_bytes, tokens, serial_fraction, and of each part its name, whether it is serial, cpu_seconds, share and allocations.
  std::string table() const;
  std::string json(const std::string& models) const;

 private:
  std::int64_t all() const;
  double serial_fraction() const;

  Allocations allocations_;
  std::deque<Part> parts_;
  std::atomic<std::int64_t> documents_{0}, text_bytes_{0}, tokens_{0};
};

}  // namespace qogam::pipeline
