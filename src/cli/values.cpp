// Option values that need more than Boost's own reading.
#include "cli/values.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <limits>
#include <optional>
#include <string_view>

#include "qogam/error.h"

namespace qogam::cli {
namespace {

std::optional<unsigned long long> number(std::string_view text) {
  unsigned long long value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool is_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const auto year = number(text.substr(0, 4));
  const auto month = number(text.substr(5, 2));
  const auto day = number(text.substr(8, 2));
  if (!year || !month || !day) return false;
  return std::chrono::year_month_day(std::chrono::year(static_cast<int>(*year)),
                                     std::chrono::month(static_cast<unsigned>(*month)),
                                     std::chrono::day(static_cast<unsigned>(*day)))
      .ok();
}

}  // namespace

std::size_t parse_jobs(const std::string& text) {
  constexpr unsigned long long kMost = 1024;
  if (text.empty()) return 0;
  const auto jobs = number(text);
  if (!jobs || *jobs == 0 || *jobs > kMost)
    throw Error(Cause::usage, "--jobs takes a number from 1 to 1024, not '" + text + "'.");
  return static_cast<std::size_t>(*jobs);
}

std::size_t parse_count(const std::string& option, const std::string& text) {
  constexpr unsigned long long kMost = 100'000'000;
  const auto count = number(text);
  if (!count || *count > kMost) throw Error(Cause::usage, option + " takes a whole number up to 100000000, not '" + text + "'.");
  return static_cast<std::size_t>(*count);
}

read::Shard parse_shard(const std::string& option, const std::string& text) {
  constexpr unsigned long long kMost = 1'000'000;
  const std::string_view all = text;
  const std::size_t slash = std::min(all.find('/'), all.size());
  const auto part = number(all.substr(0, slash));
  const auto parts = slash < all.size() ? number(all.substr(slash + 1)) : std::nullopt;
  if (!part || !parts || *parts > kMost || *part == 0 || *part > *parts)
    throw Error(Cause::usage, option + " takes K/N, such as 3/8 for the third of eight parts; K counts from 1 to N, N is 1000000 at most, not '" + text + "'.");
  return {static_cast<std::size_t>(*part), static_cast<std::size_t>(*parts)};
}

double parse_share(const std::string& option, const std::string& text) {
  double share = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), share);
  if (error != std::errc() || end != text.data() + text.size() || !(share >= 0 && share <= 1))
    throw Error(Cause::usage, option + " takes a number from 0 to 1, not '" + text + "'.");
  return share;
}

std::size_t parse_bytes(const std::string& option, const std::string& text) {
  const std::size_t suffix = std::string_view("KMG").find(text.empty() ? ' ' : text.back());
  const bool scaled = suffix != std::string_view::npos;
  const auto value = number(std::string_view(text).substr(0, text.size() - (scaled ? 1 : 0)));
  const int shift = scaled ? static_cast<int>(10 * (suffix + 1)) : 0;
  if (!value || *value == 0 || *value > (std::numeric_limits<std::size_t>::max() >> shift))
    throw Error(Cause::usage,
                option + " takes a number of bytes such as 500000 or 64M, not '" + text + "'.");
  return static_cast<std::size_t>(*value) << shift;
}

std::string parse_day(const std::string& option, const std::string& text) {
  if (text.empty() || is_day(text)) return text;
  throw Error(Cause::usage,
              option + " takes a day as YYYY-MM-DD, such as 2024-04-19, not '" + text + "'.");
}

}  // namespace qogam::cli
