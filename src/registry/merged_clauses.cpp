// Clauses that stand in one sentence.
#include "registry/merged_clauses.h"

#include <algorithm>

namespace qogam::registry {
namespace {

// Which of several reports of a sentence counts.
int rank(const std::string& says) { return says == "moved" ? 3 : says == "failed" ? 2 : says == "done" ? 1 : 0; }

}  // namespace

bool is_report(const std::string& says) { return says == "done" || says == "failed"; }

std::vector<ArticleClause> merged_clauses(const std::vector<ArticleClause>& clauses) {
  std::vector<ArticleClause> out;
  for (const ArticleClause& clause : clauses) {
    const bool report = clause.kind.empty();
    // What a sentence calls done while it still promises is a step on the way.
    const bool step = clause.says == "done" && !clause.context.empty() &&
                      std::ranges::any_of(clauses, [&](const ArticleClause& other) { return !other.kind.empty() && other.context == clause.context; });
    if (step) continue;
    const auto same = std::ranges::find_if(out, [&](const ArticleClause& other) {
      return report && (other.kind.empty() ? !clause.context.empty() && other.context == clause.context : clause.start < other.end && other.start < clause.end);
    });
    if (same == out.end()) {
      out.push_back(clause);
    } else if (!same->kind.empty() && clause.says == "moved") {
      same->says = "moved";
      if (clause.deadline_end > same->deadline_end) same->deadline_end = clause.deadline_end;
    } else if (same->kind.empty() ? rank(clause.says) > rank(same->says) : is_report(clause.says)) {
      *same = clause;
    }
  }
  return out;
}

}  // namespace qogam::registry
