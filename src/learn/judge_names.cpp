// Names: who and what the document speaks of.
#include <string>
#include <vector>

#include "learn/judge.h"
#include "learn/names.h"

namespace qogam::learn {
namespace {

constexpr double kSimilar = 0.5;  // least word overlap of two positions

using Names = std::vector<std::string>;
using SameName = bool (*)(const Wording&, std::string_view, std::string_view);

// An equal name is taken before one that only may be the same.
double name_likeness(const Wording& wording, SameName same, const std::string& a,
                     const std::string& b) {
  if (!same(wording, a, b)) return 0;
  return 1 + wording.overlap(a, b);
}

// Variants that gold gives of one person are one item; of the prediction only repeats of a name
// are, since joining variants is a part of its work.
Names folded_gold(const Wording& wording, const Names& names, SameName same) {
  return distinct(names,
                  [&](const std::string& a, const std::string& b) { return same(wording, a, b); });
}

Names folded_prediction(const Wording& wording, const Names& names) {
  return distinct(names, [&](const std::string& a, const std::string& b) {
    return wording.plain(a) == wording.plain(b);
  });
}

void judge_list(const Trial& t, std::string_view finding, const Names& gold, const Names& predicted,
                SameName same, bool join_variants) {
  const Names g =
      join_variants ? folded_gold(t.wording, gold, same) : folded_prediction(t.wording, gold);
  const Names p = folded_prediction(t.wording, predicted);
  const Pairs pairs = pair_up(g.size(), p.size(), [&](std::size_t a, std::size_t b) {
    return name_likeness(t.wording, same, g[a], p[b]);
  });
  t.book.add(t.gold.id, finding, pairs, g, p);
}

Names names_of(const std::vector<Post>& posts) {
  Names out;
  for (const Post& post : posts) out.push_back(post.name);
  return out;
}

Labels labels_of(const std::vector<Post>& posts) {
  Labels out;
  for (const Post& p : posts)
    out.push_back(p.name + " | " + p.position + (p.status.empty() ? "" : " | " + p.status));
  return out;
}

double post_likeness(const Wording& wording, const Post& gold, const Post& predicted) {
  if (!gold.status.empty() && gold.status != predicted.status) return 0;
  const double alike = name_likeness(wording, same_person, gold.name, predicted.name);
  if (alike == 0 || gold.position.empty()) return alike;
  const double position = wording.overlap(gold.position, predicted.position);
  return position < kSimilar ? 0 : alike + position;
}

void judge_posts(const Trial& t) {
  const auto equal = [&](const Post& a, const Post& b) {
    return t.wording.plain(a.name) == t.wording.plain(b.name) && a.status == b.status &&
           t.wording.plain(a.position) == t.wording.plain(b.position);
  };
  const std::vector<Post> g = distinct(t.gold.officials, equal);
  const std::vector<Post> p = distinct(t.predicted.officials, equal);
  const Pairs pairs = pair_up(g.size(), p.size(), [&](std::size_t a, std::size_t b) {
    return post_likeness(t.wording, g[a], p[b]);
  });
  t.book.add(t.gold.id, "officials.position", pairs, labels_of(g), labels_of(p));
}

}  // namespace

void judge_names(const Trial& t) {
  const Answer &g = t.gold, &p = t.predicted;
  judge_list(t, "officials", names_of(g.officials), names_of(p.officials), same_person, true);
  judge_posts(t);
  judge_list(t, "persons", g.persons, p.persons, same_person, true);
  judge_list(t, "ngos", g.ngos, p.ngos, same_title, true);
  judge_list(t, "ngos.representatives", g.representatives, p.representatives, same_person, true);
  judge_list(t, "state_bodies", g.state_bodies, p.state_bodies, same_body, false);
  judge_list(t, "housing_associations", g.housing_associations, p.housing_associations, same_body,
             false);
  judge_list(t, "locations", g.locations, p.locations, same_body, false);
}

}  // namespace qogam::learn
