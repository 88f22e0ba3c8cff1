// Shingles, their least hashes, and chains of articles by bands.
#include "pipeline/near_duplicates.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <new>
#include <utility>

#include "text/utf8.h"

namespace qogam::pipeline {
namespace {

constexpr std::size_t kRows = MinHash::kValues / NearDuplicates::kBands;
constexpr std::size_t kChains = 1u << 16;  // of each band

// What a code point is to words: the lower-case letter or the digit that it is, or 0.
char32_t letter_of(char32_t c) {
  c = text::to_lower(c);
  return text::is_letter(c) || (c >= '0' && c <= '9') ? c : 0;
}

// The finalizer of SplitMix64 (Steele et al. 2014).
constexpr std::uint64_t mix(std::uint64_t x) {
  x += 0x9E3779B97F4A7C15u;
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
  return x ^ (x >> 31);
}

// Multiply-shift hashes (Dietzfelbinger et al. 1997), one for each value.
constexpr std::array<std::uint64_t, 2 * MinHash::kValues> make_factors() {
  std::array<std::uint64_t, 2 * MinHash::kValues> factors{};
  for (std::size_t i = 0; i < factors.size(); ++i) factors[i] = mix(i) | 1;
  return factors;
}
constexpr auto kFactors = make_factors();

// Shingles on their way into the least values: many at once, so that each value stays at hand while they pass it.
class Shingles {
 public:
  explicit Shingles(MinHash& hash) : hash_(hash) {}

  void take(std::uint64_t shingle) {
    if (size_ == shingles_.size()) pass();
    shingles_[size_++] = shingle;
  }

  void pass() {
    for (std::size_t i = 0; i < MinHash::kValues; ++i) {
      const std::uint64_t factor = kFactors[2 * i], more = kFactors[2 * i + 1];
      // The upper half of the least product is the least upper half.
      std::uint64_t least = std::uint64_t{hash_.values[i]} << 32 | 0xFFFFFFFF;
      for (std::size_t k = 0; k < size_; ++k) least = std::min(least, factor * shingles_[k] + more);
      hash_.values[i] = static_cast<std::uint32_t>(least >> 32);
    }
    size_ = 0;
  }

 private:
  MinHash& hash_;
  std::array<std::uint64_t, 512> shingles_;
  std::size_t size_ = 0;
};

}  // namespace

MinHash min_hash(std::string_view text) {
  MinHash hash;
  hash.values.fill(std::numeric_limits<std::uint32_t>::max());
  Shingles shingles(hash);
  std::uint64_t before = 0, last = 0, word = 0;
  std::size_t words = 0;
  const auto end_word = [&] {
    if (word == 0) return;
    if (++words >= 3) shingles.take(mix(before) ^ mix(last + 1) ^ mix(word + 2));
    before = last;
    last = word;
    word = 0;
  };
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::decode_at(text, at);
    if (const char32_t letter = letter_of(c); letter != 0)
      word = mix(word ^ letter);
    else
      end_word();
  }
  end_word();
  shingles.pass();
  hash.any = words >= kFewestWords;
  return hash;
}

NearDuplicates::NearDuplicates(std::size_t window) : window_(std::min(window, kMostWindow)) {
  if (window == 0) return;
  heads_.reset(static_cast<Number*>(std::calloc(kBands * kChains, sizeof(Number))));
  if (!heads_) throw std::bad_alloc();
}

void NearDuplicates::Free::operator()(Number* memory) const { std::free(memory); }

NearDuplicates::Number& NearDuplicates::head_of(const MinHash& hash, std::size_t band) {
  std::uint64_t key = band;
  for (std::size_t row = 0; row < kRows; ++row) key = mix(key ^ hash.values[band * kRows + row]);
  return heads_[band * kChains + key % kChains];
}

std::optional<std::string> NearDuplicates::find_or_add(const std::string& id, const MinHash& hash) {
  if (window_ == 0 || !hash.any) return std::nullopt;
  std::array<std::uint16_t, MinHash::kValues> values;
  std::ranges::transform(hash.values, values.begin(), [](std::uint32_t value) { return static_cast<std::uint16_t>(value); });
  Number best = 0;
  std::size_t best_same = kSame - 1;
  for (std::size_t band = 0; band < kBands; ++band) {
    std::size_t seen = 0;
    for (Number n = head_of(hash, band); in_window(n) && seen < kMostCandidates; n = entry(n).next[band], ++seen) {
      const auto& others = entry(n).values;
      std::size_t same = 0;
      for (std::size_t i = 0; i < values.size(); ++i) same += others[i] == values[i];
      // Of several as much alike the first.
      if (same < best_same || (same == best_same && (best == 0 || age(n) < age(best)))) continue;
      best_same = same;
      best = n;
    }
  }
  if (best != 0) return entry(best).id;
  if (entries_.size() < window_) entries_.emplace_back();
  ++count_;
  const auto number = static_cast<Number>(count_);
  Entry& added = entry(number);
  added.values = values;
  added.id = id;
  for (std::size_t band = 0; band < kBands; ++band) added.next[band] = std::exchange(head_of(hash, band), number);
  return std::nullopt;
}

}  // namespace qogam::pipeline
