// Looking up, composing and building offset maps.
#include "text/offset_map.h"

#include <algorithm>

namespace qogam::text {
namespace {

using Runs = std::vector<OffsetRun>;

bool byte_by_byte(const OffsetRun& run) { return run.text_size == run.raw_size; }

// The first run that ends behind `text_byte`.
Runs::const_iterator run_at(const Runs& runs, std::uint32_t text_byte) {
  return std::partition_point(runs.begin(), runs.end(), [&](const OffsetRun& run) {
    return run.text_begin + run.text_size <= text_byte;
  });
}

std::uint32_t raw_end(const OffsetRun& run) { return run.raw_begin + run.raw_size; }

Span map_span(const Runs& runs, Span text) {
  if (runs.empty()) return {};
  const auto first = run_at(runs, text.begin);
  if (first == runs.end()) return {raw_end(runs.back()), raw_end(runs.back())};
  const std::uint32_t begin =
      first->raw_begin + (byte_by_byte(*first) ? text.begin - first->text_begin : 0);
  if (text.empty()) return {begin, begin};
  const auto last = run_at(runs, text.end - 1);
  if (last == runs.end()) return {begin, std::max(begin, raw_end(runs.back()))};
  const std::uint32_t end =
      byte_by_byte(*last) ? last->raw_begin + (text.end - last->text_begin) : raw_end(*last);
  return {begin, std::max(begin, end)};
}

}  // namespace

Span OffsetMap::to_raw(Span text_span) const { return map_span(runs_, text_span); }

Runs identity_runs(std::uint32_t size) {
  if (size == 0) return {};
  return {{0, size, 0, size}};
}

Runs compose(const Runs& outer, const Runs& inner) {
  OffsetMapBuilder builder;
  for (const OffsetRun& run : outer) {
    if (!byte_by_byte(run)) {
      const Span raw = map_span(inner, {run.raw_begin, raw_end(run)});
      builder.replace(run.text_size, raw.begin, raw.size());
      continue;
    }
    std::uint32_t middle = run.raw_begin;
    for (auto in = run_at(inner, middle); middle < raw_end(run); ++in) {
      const bool inside = in != inner.end();
      const std::uint32_t stop =
          inside ? std::min(raw_end(run), in->text_begin + in->text_size) : raw_end(run);
      const Span raw = map_span(inner, {middle, stop});
      builder.replace(stop - middle, raw.begin, raw.size());
      middle = stop;
      if (!inside) break;
    }
  }
  return builder.take();
}

Runs runs_of(const Runs& runs, Span piece) {
  const auto begin = run_at(runs, piece.begin);
  const auto end = std::partition_point(begin, runs.end(), [&](const OffsetRun& run) { return run.text_begin < piece.end; });
  return compose({{0, piece.size(), piece.begin, piece.size()}}, Runs(begin, end));
}

void OffsetMapBuilder::keep(std::uint32_t raw_begin, std::uint32_t size) {
  replace(size, raw_begin, size);
}

void OffsetMapBuilder::replace(std::uint32_t text_size, std::uint32_t raw_begin,
                               std::uint32_t raw_size) {
  if (text_size == 0) return;
  const OffsetRun next{text_size_, text_size, raw_begin, raw_size};
  text_size_ += text_size;
  if (!runs_.empty() && byte_by_byte(next) && byte_by_byte(runs_.back()) &&
      raw_end(runs_.back()) == raw_begin) {
    runs_.back().text_size += text_size;
    runs_.back().raw_size += raw_size;
    return;
  }
  runs_.push_back(next);
}

Runs OffsetMapBuilder::take() {
  text_size_ = 0;
  return std::exchange(runs_, {});
}

}  // namespace qogam::text
