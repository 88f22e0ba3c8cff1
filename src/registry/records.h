// What is known across articles: people, bodies, and commitments with their history.
//
// Value types only: the store fills them from its tables, reports and exports read them. Texts are
// UTF-8; days are "YYYY-MM-DD", empty where not known; offsets are code points of the article's text.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace qogam::registry {

// An entity of one article: the article's id and the entity's id in it ("e3").
struct EntityRef {
  std::string document;
  std::string entity;

  auto operator<=>(const EntityRef&) const = default;
};

// A post as articles tell it. `first` and `last` are the days of the first and the last article that
// say so; they are not the days on which it began and ended.
struct Post {
  std::string position;      // nominative
  std::string organization;  // nominative, as articles name it; may be empty
  std::string body;          // id of a Body, or empty
  std::string status;        // current, former, acting, nominated (of the last article); empty for a role outside the state
  std::string first, last;
};

struct Person {
  std::string id;    // "p" and hex digits; stable while the first article that names the person stays stored
  std::string name;  // the most complete form
  std::string kind;  // official, person
  std::vector<std::string> forms;  // other names, in the order of their articles
  std::vector<Post> posts;         // in the order of time
  std::vector<EntityRef> entities;
  std::vector<std::string> reasons;  // why its entities are one: a line for each join
};

struct Body {
  std::string id;    // "b" and hex digits
  std::string name;
  std::string kind;  // of the JSON: state_body, ngo, company, …
  std::string place;
  std::vector<std::string> forms;
  std::vector<EntityRef> entities;
  std::vector<std::string> reasons;
};

// One telling of a commitment: a sentence of an article.
struct Telling {
  std::string document;
  std::uint32_t start = 0, end = 0;
  std::string text;
  std::string says;      // promised, repeated, moved, done, failed
  std::string day;       // of the article
  std::string by;        // id of the Person or Body that says it, or empty
  std::string by_name;
  std::string deadline;  // last day, as this telling gives it
  std::string deadline_text;
  double confidence = 1;
  std::string reason;    // why it was joined; empty for the first one
};

// What a person has found of a commitment. Qogam itself never judges.
struct Rating {
  std::string status = "not_yet_rated";
  std::string by, on, source, note;
};

struct Commitment {
  std::string id;    // "c" and hex digits
  std::string text;  // of the first telling
  std::string kind;  // promise, order, plan, obligation
  std::string actor, actor_name;      // who is to act: id of a Person or Body, and the name as told
  std::string said_by, said_by_name;
  std::string place;
  std::vector<std::string> topics;
  std::vector<Telling> tellings;      // by day
  Rating rating;
};

// Facts of a commitment as of a day.
struct Facts {
  std::string first_said, last_mentioned;
  std::string deadline;        // the last one told
  std::string deadline_state;  // ahead, passed, none
  bool moved = false;
  std::int32_t done = -1;      // index of the first telling that reports it done, or -1
  std::int32_t failed = -1;    // index of the first telling that contradicts, or -1
};

// `day` is "YYYY-MM-DD"; what was told after it is not counted. Where it is empty all counts, and no deadline has passed.
Facts facts_of(const Commitment& commitment, const std::string& day);

}  // namespace qogam::registry
