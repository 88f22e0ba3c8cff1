// Posts, and the bodies they are of.
#include "link/officials.h"

#include <algorithm>

#include "lang/entries.h"
#include "text/letters.h"

namespace qogam::link {

// The first and fullest telling of a post counts; a later one only fills gaps.
void OfficialMaker::add(Document& d, const Relation& r) const {
  if (r.position == kNone) return;
  const Mention& person = d.mentions[static_cast<std::size_t>(r.person)];
  const Mention& post = d.mentions[static_cast<std::size_t>(r.position)];
  if (post.kind != "state") return;
  // In "the akim A, her deputy B" the deputy is B.
  if (told_of(post, "of") == "superior" && person.span.begin < post.span.begin) return;
  auto it = std::ranges::find(d.officials, person.entity, &Official::person);
  if (it == d.officials.end()) {
    Official o{.person = person.entity, .name = d.entities[static_cast<std::size_t>(person.entity)].name, .confidence = r.confidence, .by = r.by};
    o.mentions = d.entities[static_cast<std::size_t>(person.entity)].mentions;
    it = d.officials.insert(it, std::move(o));
  }
  if (!it->position.empty() && post.name.size() <= it->position.size()) return;
  it->position = post.name;
  it->by = r.by;
  const std::string status = r.status.empty() ? told_of(post, "status") : r.status;
  it->status = status.empty() ? "current" : status;
  set_organization(d, *it, post);
  if (it->organization.empty()) take_implied_organization(d, *it, post);
  if (told_of(post, "of") == "superior") take_organization_of_superior(d, *it, post);
}

// A deputy sits in the council that the text is about: a post that says no more than a lexicon entry with kinds of bodies is
// of the body of such a kind that was told last before, or else first behind.
void OfficialMaker::take_implied_organization(const Document& d, Official& o, const Mention& post) const {
  const auto kinds = lang::entry_attribute(d, knowledge_, post.tokens, "bodies");
  if (!kinds) return;
  const Mention* body = nullptr;
  for (const Mention& m : d.mentions) {
    if (body != nullptr && m.span.begin > post.span.begin) break;
    if (m.type != MentionType::organization || m.kind != "state_body") continue;
    if (const auto kind = lang::attribute_among(d, knowledge_, m.tokens, "kind"); kind && kinds->find(*kind) != kinds->npos) body = &m;
  }
  if (body == nullptr) return;
  o.organization_entity = body->entity;
  o.organization = d.entities[static_cast<std::size_t>(body->entity)].name;
  if (const std::string whose = genitive(d, body->entity); !whose.empty()) o.position += " " + whose;
}

// The fullest telling of a body that stands in the genitive, which is how a post says whose it is; empty where there is none,
// and in languages whose heads stand last, as posts there are told with the body bare.
std::string OfficialMaker::genitive(const Document& d, std::int32_t entity) const {
  std::string_view fullest;
  for (const std::uint32_t k : d.entities[static_cast<std::size_t>(entity)].mentions) {
    const Mention& m = d.mentions[k];
    if (!knowledge_.languages()[lang::base_language_of(d, knowledge_, m.tokens)].head_last && (d.words[m.tokens.first].tag & feature::gen) && m.span.size() > fullest.size()) fullest = d.surface(m.span);
  }
  return std::string(fullest);
}

// "His deputy" serves where the one serves whose post was told last before.
void OfficialMaker::take_organization_of_superior(const Document& d, Official& deputy, const Mention& post) const {
  const Mention* superior = nullptr;
  for (const Mention& m : d.mentions) {
    if (m.span.begin >= post.span.begin) break;
    if (m.type == MentionType::position && m.kind == "state" && told_of(m, "of").empty()) superior = &m;
  }
  if (superior == nullptr) return;
  set_organization(d, deputy, *superior);
  if (const auto whose = inflector_.genitive(superior->name, lang::base_language_of(d, knowledge_, superior->tokens))) deputy.position += " " + text::uncapitalise(*whose);
}

void OfficialMaker::set_organization(const Document& d, Official& o, const Mention& post) const {
  o.organization = told_of(post, "body");
  for (const Capture& c : post.captures) {
    if (c.name != "body") continue;
    const Span body = d.span_of(c.tokens);
    auto mention = std::ranges::lower_bound(d.mentions, body.begin, {}, [](const Mention& x) { return x.span.begin; });
    for (; mention != d.mentions.end() && mention->span.begin == body.begin; ++mention)
      if (const Mention& m = *mention; m.type == MentionType::organization && c.tokens.contains(m.tokens) && m.tokens.first == c.tokens.first) {
        o.organization = d.entities[static_cast<std::size_t>(m.entity)].name;
        o.organization_entity = m.entity;
        tell_in_full(d, o, m);
      }
  }
}

// "Chair of the council" becomes "chair of the public council of the region" where the text says so elsewhere.
void OfficialMaker::tell_in_full(const Document& d, Official& o, const Mention& body) const {
  const std::string full = genitive(d, body.entity);
  const std::string_view told = d.surface(body.span);
  const std::size_t at = o.position.find(told);
  if (at != o.position.npos && full.size() > told.size()) o.position.replace(at, told.size(), full);
}

}  // namespace qogam::link
