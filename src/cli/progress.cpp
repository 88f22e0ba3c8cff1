// A line on standard error that says how far the run is.
#include "cli/progress.h"

#include <cstdio>

namespace qogam::cli {
namespace {

constexpr std::chrono::milliseconds kBetween{200};

}  // namespace

void Progress::add(bool failed, std::uintmax_t bytes_read, std::uintmax_t total_bytes) {
  if (!on_) return;
  bytes_ = bytes_read;
  total_ = total_bytes;
  ++documents_;
  failed_ += failed ? 1 : 0;
  const auto now = Clock::now();
  if (now - last_ >= kBetween) draw(now);
}

void Progress::draw(Clock::time_point now) {
  last_ = now;
  const double seconds = std::chrono::duration<double>(now - begin_).count();
  const double mb = static_cast<double>(bytes_) / 1e6;
  std::fputs("\r\033[K", stderr);
  if (total_ > 0) draw_bar();
  std::fprintf(stderr, "%ju documents, %.1f MB, %.0f documents/s, %.1f MB/s", documents_,
               mb, static_cast<double>(documents_) / seconds, mb / seconds);
  if (failed_ > 0) std::fprintf(stderr, ", %ju failed", failed_);
  if (total_ > bytes_ && bytes_ > 0) {
    const auto left = static_cast<std::uintmax_t>(seconds * static_cast<double>(total_ - bytes_) /
                                                  static_cast<double>(bytes_));
    std::fprintf(stderr, ", %ju:%02ju left", left / 60, left % 60);
  }
  std::fflush(stderr);
  drawn_ = true;
}

void Progress::draw_bar() const {
  constexpr std::uintmax_t kCells = 20;
  const std::uintmax_t percent = bytes_ * 100 / total_;
  std::fputc('[', stderr);
  for (std::uintmax_t cell = 0; cell < kCells; ++cell) std::fputc(cell * 100 < percent * kCells ? '#' : '.', stderr);
  std::fprintf(stderr, "] %ju %%  ", percent);
}

void Progress::clear() {
  if (!drawn_) return;
  std::fputs("\r\033[K", stderr);
  std::fflush(stderr);
  drawn_ = false;
}

}  // namespace qogam::cli
