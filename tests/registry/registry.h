// The registry of the real models, and small articles for it.
#pragma once

#include <string>
#include <vector>

#include "registry/bodies.h"
#include "registry/commitments.h"
#include "registry/people.h"
#include "registry/phrase_table.h"
#include "registry/spelling.h"
#include "support/knowledge.h"

namespace qogam::registry::test {

inline const lang::Knowledge& knowledge() { return *qogam::test::real_knowledge(); }

inline const Spelling& spelling() {
  static const Spelling real(knowledge().resource("common/spelling.tsv"));
  return real;
}

inline const PhraseTable& terms() {
  static const PhraseTable real("common/body_terms.tsv", knowledge().resource("common/body_terms.tsv"), knowledge());
  return real;
}

inline const PhraseTable& concepts() {
  static const PhraseTable real("common/concepts.tsv", knowledge().resource("common/concepts.tsv"), knowledge());
  return real;
}

// Articles get the numbers of their places.
inline std::vector<ArticleEntities> numbered(std::vector<ArticleEntities> articles) {
  for (std::size_t i = 0; i < articles.size(); ++i) articles[i].number = static_cast<std::int64_t>(i) + 1;
  return articles;
}

inline BodiesFound bodies_of(const std::vector<ArticleEntities>& articles, const Decisions& decisions = {}) {
  return resolve_bodies(articles, knowledge(), spelling(), terms(), decisions);
}

inline PeopleFound people_of(const std::vector<ArticleEntities>& articles, const Decisions& decisions = {}) {
  return resolve_people(articles, bodies_of(articles, decisions), knowledge(), spelling(), decisions);
}

// What was joined, as "a1#e1 a2#e1 | a3#e1".
template <typename Things>
std::string groups(const Things& things) {
  std::string all;
  for (const auto& thing : things) {
    if (!all.empty()) all += " | ";
    for (std::size_t i = 0; i < thing.entities.size(); ++i) all += (i == 0 ? "" : " ") + key_of(thing.entities[i]);
  }
  return all;
}

}  // namespace qogam::registry::test
