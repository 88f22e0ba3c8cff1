// The map from a text back to the source it was made from.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "qogam/document.h"
#include "qogam/span.h"

namespace qogam::text {

// Runs in the order of the text, which they cover without gaps. A run of equal lengths maps byte
// by byte, any other run as a whole. Immutable; const methods are safe from any thread.
class OffsetMap {
 public:
  OffsetMap() = default;
  explicit OffsetMap(std::vector<OffsetRun> runs) : runs_(std::move(runs)) {}

  // The smallest piece of raw that holds all that `text_span` was made from. An empty span maps to
  // an empty one; what lies past the text maps to the end of the last run. O(log runs).
  Span to_raw(Span text_span) const;

  const std::vector<OffsetRun>& runs() const { return runs_; }

 private:
  std::vector<OffsetRun> runs_;
};

// One run that maps `size` bytes to themselves; no run where `size` is 0.
std::vector<OffsetRun> identity_runs(std::uint32_t size);

// text→raw from `outer` (text→middle) and `inner` (middle→raw).
std::vector<OffsetRun> compose(const std::vector<OffsetRun>& outer,
                               const std::vector<OffsetRun>& inner);

// The runs that lead from a piece of the text, as a text of its own, to raw. O(log runs + its own).
std::vector<OffsetRun> runs_of(const std::vector<OffsetRun>& runs, Span piece);

// Makes the runs while the text is written from left to right. Raw that is skipped is dropped.
// Neighbouring runs of equal lengths that continue each other are joined.
class OffsetMapBuilder {
 public:
  // The next `size` bytes of text are those of raw at `raw_begin`.
  void keep(std::uint32_t raw_begin, std::uint32_t size);

  // The next `text_size` bytes of text stand for `raw_size` bytes of raw; either may be 0, but a
  // run without text is left out.
  void replace(std::uint32_t text_size, std::uint32_t raw_begin, std::uint32_t raw_size);

  // Bytes of text so far.
  std::uint32_t text_size() const { return text_size_; }

  // The runs made; the builder is empty again.
  std::vector<OffsetRun> take();

 private:
  std::vector<OffsetRun> runs_;
  std::uint32_t text_size_ = 0;
};

}  // namespace qogam::text
