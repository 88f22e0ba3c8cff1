// Matching and adding up.
#include "learn/scorebook.h"

#include <algorithm>
#include <stdexcept>

namespace qogam::learn {

Pairs pair_up(std::size_t gold, std::size_t predicted, const Likeness& likeness) {
  Pairs out;
  std::vector<bool> taken(predicted, false);
  for (std::size_t g = 0; g < gold; ++g) {
    std::size_t best = predicted;
    double best_likeness = 0;
    for (std::size_t p = 0; p < predicted; ++p) {
      const double alike = taken[p] ? 0 : likeness(g, p);
      if (alike <= best_likeness) continue;
      best = p;
      best_likeness = alike;
    }
    if (best == predicted) {
      out.missed.push_back(g);
      continue;
    }
    taken[best] = true;
    out.matched.emplace_back(g, best);
  }
  for (std::size_t p = 0; p < predicted; ++p)
    if (!taken[p]) out.extra.push_back(p);
  return out;
}

Scorebook::Scorebook(const std::vector<std::string>& figures,
                     const std::vector<std::string>& accuracies) {
  for (const std::string& name : figures) scores.figures.push_back({name, 0, 0, 0});
  for (const std::string& name : accuracies) scores.accuracies.push_back({name, 0, 0});
}

void Scorebook::add(const std::string& document, std::string_view finding, const Pairs& pairs,
                    const Labels& gold, const Labels& predicted) {
  const auto figure = std::find_if(scores.figures.begin(), scores.figures.end(),
                                   [&](const Figure& f) { return f.finding == finding; });
  if (figure == scores.figures.end()) throw std::logic_error("no such figure");
  figure->right += pairs.matched.size();
  figure->gold += pairs.matched.size() + pairs.missed.size();
  figure->predicted += pairs.matched.size() + pairs.extra.size();
  for (std::size_t g : pairs.missed)
    scores.misses.push_back({document, figure->finding, "missed", gold[g]});
  for (std::size_t p : pairs.extra)
    scores.misses.push_back({document, figure->finding, "extra", predicted[p]});
}

void Scorebook::judge(const std::string& document, std::string_view accuracy, bool right,
                      const std::string& what) {
  const auto found = std::find_if(scores.accuracies.begin(), scores.accuracies.end(),
                                  [&](const Accuracy& a) { return a.name == accuracy; });
  if (found == scores.accuracies.end()) throw std::logic_error("no such accuracy");
  ++found->of;
  if (right)
    ++found->right;
  else
    scores.misses.push_back({document, found->name, "wrong", what});
}

}  // namespace qogam::learn
