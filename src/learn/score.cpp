// Scores whole files of predictions.
#include "learn/score.h"

#include <map>
#include <set>

#include "learn/answer_files.h"
#include "learn/judge.h"

namespace qogam::learn {
namespace {

const std::vector<std::string> kFigures = {"officials",
                                           "officials.position",
                                           "persons",
                                           "ngos",
                                           "ngos.representatives",
                                           "state_bodies",
                                           "housing_associations",
                                           "locations",
                                           "dates",
                                           "dates.span",
                                           "money",
                                           "topics",
                                           "quotes",
                                           "commitments"};

const std::vector<std::string> kAccuracies = {"topics.main",         "quotes.speaker",
                                              "commitments.kind",    "commitments.deadline",
                                              "commitments.said_by", "commitments.ordered_by",
                                              "commitments.actor",   "furniture.removed",
                                              "published",           "language"};

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

// Documents meet by id. A document read from below a folder has the folder in its id
// ("ru/name"), so the last part of an id counts too, where it is the only such one.
std::map<std::string, Answer>::const_iterator prediction_of(const std::string& id, const std::map<std::string, Answer>& given) {
  const auto exact = given.find(id);
  if (exact != given.end()) return exact;
  auto found = given.end();
  for (auto it = given.begin(); it != given.end(); ++it) {
    if (!it->first.ends_with("/" + id)) continue;
    if (found != given.end()) return given.end();
    found = it;
  }
  return found;
}

}  // namespace

double Figure::precision() const { return share(right, predicted); }
double Figure::recall() const { return share(right, gold); }
double Figure::f1() const { return share(2 * right, gold + predicted); }

Scores score_files(const std::vector<std::string>& gold, const std::string& predictions,
                   const Fold& fold, const std::vector<std::string>& legal_forms) {
  const Wording wording(fold, legal_forms);
  const std::vector<Answer> wanted = load_gold(gold);
  const auto given = load_predictions(predictions);
  Answer nothing;
  nothing.given = false;

  Scorebook book(kFigures, kAccuracies);
  book.scores.documents = wanted.size();
  std::set<std::string> generators;
  for (const Answer& answer : wanted) {
    const auto found = prediction_of(answer.id, given);
    if (found == given.end()) book.scores.missing_documents.push_back(answer.id);
    else if (!found->second.generator.empty()) generators.insert(found->second.generator);
    const Trial trial{book, wording, answer, found == given.end() ? nothing : found->second};
    judge_topics(trial);
    if (answer.topics_only) continue;
    judge_names(trial);
    judge_values(trial);
    judge_speech(trial);
    judge_page(trial);
  }
  book.scores.generators.assign(generators.begin(), generators.end());
  return std::move(book.scores);
}

}  // namespace qogam::learn
