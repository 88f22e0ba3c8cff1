// Running the examples that rules carry.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "lang/knowledge.h"
#include "learn/answer.h"
#include "qogam/document.h"

namespace qogam::learn {

// An example that does not come out as its rule says.
struct RuleFailure {
  std::string file, rule, message;
  std::uint32_t line = 0;  // of the example
};

struct RuleCheck {
  std::size_t rules = 0, examples = 0;
  std::vector<RuleFailure> failures;
};

// Analyses every example as an article of that one text in the language of its rule, published on
// kExamplesPublished. A `+` example wants a finding of this very rule with all the fields named; a `-`
// example wants none. Fields are those of the findings: text, value, type, name, kind, position,
// organization, status, person, role, amount, currency, actor, deadline, ordered_by, says. Examples of commitments ask what the rules see,
// before weights judge it; of their near misses, whether they are seen. An example of a file of topics is a text that is to have the topic, or not to.
RuleCheck check_rules(std::shared_ptr<const lang::Knowledge> knowledge);

// Analyses each `+` example of the rules of commitments and gives it to `take` with the commitments it says there are: one of that kind, all of the example; of a near
// miss none. Examples whose kind the rule leaves open are passed over.
void each_commitment_example(std::shared_ptr<const lang::Knowledge> knowledge, const std::function<void(const Document&, const std::vector<Pledge>&)>& take);

inline constexpr const char* kExamplesPublished = "2024-04-19";

}  // namespace qogam::learn
