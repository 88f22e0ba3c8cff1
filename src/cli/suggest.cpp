// Edit distance with neighbours swapped as one step, as typing errors go.
#include "cli/suggest.h"

#include <algorithm>

#include "qogam/error.h"

namespace qogam::cli {
namespace {

std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before, last(b.size() + 1), now(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t other = a[i - 1] == b[j - 1] ? 0 : 1;
      now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + other});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        now[j] = std::min(now[j], before[j - 2] + 1);
    }
    before = last;
    last = now;
  }
  return last[b.size()];
}

}  // namespace

std::string did_you_mean(std::string_view name, std::span<const std::string> known) {
  const std::string* best = nullptr;
  std::size_t least = std::max<std::size_t>(2, name.size() / 3) + 1;
  for (const std::string& candidate : known) {
    const std::size_t d = distance(name, candidate);
    // Half of the letters wrong is another word, not a slip.
    if (d < least && 2 * d <= std::max(name.size(), candidate.size())) {
      least = d;
      best = &candidate;
    }
  }
  return best ? " Did you mean '" + *best + "'?" : std::string();
}

void require_known(std::string_view what, const std::string& name,
                   const std::vector<std::string>& known) {
  if (std::find(known.begin(), known.end(), name) != known.end()) return;
  std::string message = "There is no " + std::string(what) + " '" + name + "'.";
  const std::string hint = did_you_mean(name, known);
  if (!hint.empty()) throw Error(Cause::usage, message + hint);
  message += " There are:";
  for (const std::string& k : known) message += " " + k;
  throw Error(Cause::usage, message + ".");
}

}  // namespace qogam::cli
