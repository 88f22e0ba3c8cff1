// Values: times, sums and topics.
#include <cmath>

#include "learn/judge.h"
#include "learn/time_value.h"

namespace qogam::learn {
namespace {

constexpr double kSameAmount = 1e-6;  // relative

double surface_likeness(const Wording& wording, const std::string& a, const std::string& b) {
  if (!wording.holds(a, b) && !wording.holds(b, a)) return 0;
  return wording.overlap(a, b);
}

Labels labels_of(const std::vector<TimeAnswer>& dates) {
  Labels out;
  for (const TimeAnswer& d : dates) out.push_back(d.text + " = " + d.value.value_or("null"));
  return out;
}

void judge_dates(const Trial& t) {
  const auto &g = t.gold.dates, &p = t.predicted.dates;
  const Likeness surface = [&](std::size_t a, std::size_t b) {
    return surface_likeness(t.wording, g[a].text, p[b].text);
  };
  const Likeness value = [&](std::size_t a, std::size_t b) {
    return same_value(g[a].value, p[b].value) ? surface(a, b) : 0;
  };
  const Labels gold = labels_of(g), predicted = labels_of(p);
  t.book.add(t.gold.id, "dates", pair_up(g.size(), p.size(), value), gold, predicted);
  t.book.add(t.gold.id, "dates.span", pair_up(g.size(), p.size(), surface), gold, predicted);
}

bool same_amount(double a, double b) { return std::abs(a - b) <= kSameAmount * std::abs(a); }

bool same_sum(const Sum& gold, const Sum& predicted) {
  if (gold.currency != predicted.currency || !same_amount(gold.amount, predicted.amount))
    return false;
  return !gold.amount_max ||
         (predicted.amount_max && same_amount(*gold.amount_max, *predicted.amount_max));
}

Labels labels_of(const std::vector<Sum>& money) {
  Labels out;
  for (const Sum& m : money) out.push_back(m.text + " " + m.currency);
  return out;
}

}  // namespace

void judge_values(const Trial& t) {
  judge_dates(t);
  const auto &gm = t.gold.money, &pm = t.predicted.money;
  const Pairs sums = pair_up(gm.size(), pm.size(), [&](std::size_t a, std::size_t b) {
    return same_sum(gm[a], pm[b]) ? 1 + t.wording.overlap(gm[a].text, pm[b].text) : 0;
  });
  t.book.add(t.gold.id, "money", sums, labels_of(gm), labels_of(pm));
}

void judge_topics(const Trial& t) {
  const auto &gt = t.gold.topics, &pt = t.predicted.topics;
  const Pairs topics = pair_up(gt.size(), pt.size(), [&](std::size_t a, std::size_t b) {
    return gt[a] == pt[b] ? 1.0 : 0.0;
  });
  t.book.add(t.gold.id, "topics", topics, gt, pt);
  if (gt.empty()) return;
  const std::string main = pt.empty() ? "none" : pt.front();
  t.book.judge(t.gold.id, "topics.main", main == gt.front(), gt.front() + " -> " + main);
}

}  // namespace qogam::learn
