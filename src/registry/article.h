// What the registry and the tracker need to know of an article.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace qogam::registry {

// A person, an organization or a place of one article; `ref` is its id in the article's JSON ("e3").
struct ArticleEntity {
  std::string ref, kind, name;
  std::uint32_t mentions = 0;
};

// What a person is in an article: a post of a state body, or a role in an organization.
struct ArticleRole {
  std::string person;        // ref
  std::string position;      // nominative
  std::string organization;  // as written
  std::string organization_ref;
  std::string status;        // of a post; empty for a role outside the state
};

struct ArticleEntities {
  std::int64_t number = 0;  // of the store; articles come by it
  std::string id, day, language;
  std::vector<ArticleEntity> people, bodies, places;
  std::vector<ArticleRole> roles;
};

// A clause that says a commitment, or a report of one.
struct ArticleClause {
  std::uint32_t start = 0, end = 0;
  std::string text;
  std::string context;  // the sentence or sentences it stands in
  std::string says;     // promised, moved, done, failed, repeated
  std::string kind;     // promise, order, plan, obligation; empty for reports
  std::string actor, actor_name, said_by, said_by_name;  // refs, names
  std::string deadline_text, deadline_begin, deadline_end;
  std::vector<std::string> topics;
  double confidence = 1;
};

struct ArticleClauses {
  std::int64_t number = 0;
  std::string id, day, language, title;
  std::vector<ArticleClause> clauses;  // commitments in the order of the text, then reports in that order
};

}  // namespace qogam::registry
