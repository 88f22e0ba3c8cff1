// Facts of a commitment as of a day.
#include <algorithm>

#include "registry/records.h"

namespace qogam::registry {

Facts facts_of(const Commitment& commitment, const std::string& day) {
  Facts facts;
  facts.deadline_state = "none";
  for (std::size_t i = 0; i < commitment.tellings.size(); ++i) {
    const Telling& t = commitment.tellings[i];
    if (!day.empty() && t.day > day) continue;
    if (facts.first_said.empty()) facts.first_said = t.day;
    facts.last_mentioned = std::max(facts.last_mentioned, t.day);
    const bool ahead = t.says != "done" && t.says != "failed";
    if (ahead && !t.deadline.empty()) {
      facts.moved = facts.moved || t.says == "moved" || (!facts.deadline.empty() && t.deadline > facts.deadline);
      facts.deadline = t.deadline;
    }
    facts.moved = facts.moved || t.says == "moved";
    if (t.says == "done" && facts.done < 0) facts.done = static_cast<std::int32_t>(i);
    if (t.says == "failed" && facts.failed < 0) facts.failed = static_cast<std::int32_t>(i);
  }
  if (!facts.deadline.empty()) facts.deadline_state = facts.deadline < day ? "passed" : "ahead";
  return facts;
}

}  // namespace qogam::registry
