// Posts, and the bodies they are of.
#include "link/officials.h"

#include <algorithm>
#include <map>
#include <set>
#include <span>

#include "lang/entries.h"
#include "lang/places.h"
#include "text/letters.h"
#include "text/split.h"

namespace qogam::link {

namespace {

// Whether some word of the one stands in the other, whatever its case.
bool share_word(std::string_view one, std::string_view other) {
  for (const std::string_view word : text::split(one, ' '))
    for (const std::string_view like : text::split(other, ' '))
      if (text::to_lower(word) == text::to_lower(like)) return true;
  return false;
}

// A post that is held counts before another that was, then the fullest telling, then the first.
bool tells_more(const Official& known, const std::string& position, const std::string& status) {
  if (known.position.empty()) return true;
  const bool same_post = share_word(position, known.position);
  if ((status == "former") != (known.status == "former")) return known.status == "former" && !same_post;
  // Fuller is what says more of the same post; a second post of the same person is another matter.
  const bool bare = known.position.find(' ') == known.position.npos;
  return position.size() > known.position.size() && (bare || same_post);
}

// What is told "before" was told at most so many mentions ago.
constexpr std::int32_t kFarthest = 200;

// The organization told last before a mention.
const Mention* told_last(const Document& d, std::int32_t mention) {
  for (std::int32_t k = mention - 1; k >= 0 && k >= mention - kFarthest; --k)
    if (const Mention& m = d.mentions[static_cast<std::size_t>(k)]; m.type == MentionType::organization) return &m;
  return nullptr;
}

std::span<const std::uint32_t> first_of(const Entity& e) { return std::span(e.mentions).first(std::min<std::size_t>(e.mentions.size(), kFarthest)); }

// The longest mention of what a mention is of, among the first ones.
const Mention& fullest(const Document& d, const Mention& mention) {
  const Mention* longest = &mention;
  for (const std::uint32_t k : first_of(d.entities[static_cast<std::size_t>(mention.entity)]))
    if (d.mentions[k].span.size() > longest->span.size()) longest = &d.mentions[k];
  return *longest;
}

constexpr std::size_t kMostPlaces = 8;  // of the posts of one official

// Whether a comma-separated list has a word.
bool lists(const std::string& list, const std::string& word) { return ("," + list + ",").find("," + word + ",") != std::string::npos; }

void replace(std::string& text, std::string_view piece, const std::string& by) {
  if (const std::size_t at = text.find(piece); at != text.npos && !by.empty()) text.replace(at, piece.size(), by);
}

}  // namespace

bool OfficialMaker::is_paraphrase(const Document& d, const Relation& r) const {
  return r.position != kNone && lang::attribute_among(d, knowledge_, d.mentions[static_cast<std::size_t>(r.position)].tokens, "paraphrase");
}

void OfficialMaker::add(Document& d, const Relation& r) const {
  if (r.position != kNone) add_post(d, r);
  else if (!r.post.empty() && r.organization != kNone) add_head_of(d, r);
}

Official& OfficialMaker::official_of(Document& d, const Relation& r) {
  const std::int32_t person = d.mentions[static_cast<std::size_t>(r.person)].entity;
  const auto known = std::ranges::find(d.officials, person, &Official::person);
  if (known != d.officials.end()) return *known;
  const Entity& entity = d.entities[static_cast<std::size_t>(person)];
  Official o{.person = person, .name = entity.name, .confidence = r.confidence, .by = r.by};
  o.mentions = entity.mentions;
  return d.officials.emplace_back(std::move(o));
}

void OfficialMaker::add_post(Document& d, const Relation& r) const {
  const Mention& person = d.mentions[static_cast<std::size_t>(r.person)];
  const Mention& post = d.mentions[static_cast<std::size_t>(r.position)];
  if (post.kind != "state") return;
  const std::string of = told_of(post, "of");
  // In "the akim A, her deputy B" the deputy is B.
  if (of == "superior" && person.span.begin < post.span.begin) return;
  const Superior superior = of == "superior" ? superior_of(d, r.position, person.entity) : Superior{};
  if (of == "superior" && !superior) return;
  const Mention* body = of == "told-last" ? told_last(d, r.position) : nullptr;
  if (of == "told-last" && (body == nullptr || body->kind != "state_body")) return;
  std::string status = r.status.empty() ? told_of(post, "status") : r.status;
  if (status.empty()) status = "current";
  Official& o = official_of(d, r);
  if (!tells_more(o, post.name, status)) return;
  o.position = post.name;
  o.by = r.by;
  o.status = status;
  o.organization_entity = kNone;
  set_organization(d, o, post);
  if (body != nullptr) serve_in(d, o, *body);
  if (o.organization.empty()) take_implied_organization(d, o, post);
  if (of == "superior") serve_under(d, o, post, superior);
  if (r.also != kNone && d.mentions[static_cast<std::size_t>(r.also)].kind == "state")
    o.position += ", " + text::uncapitalise(d.mentions[static_cast<std::size_t>(r.also)].name);
}

// "A, who heads the department": the rule says what such a one is called.
void OfficialMaker::add_head_of(Document& d, const Relation& r) const {
  const Mention& body = d.mentions[static_cast<std::size_t>(r.organization)];
  if (body.kind != "state_body") return;
  const std::string status = r.status.empty() ? "current" : r.status;
  Official& o = official_of(d, r);
  if (!tells_more(o, r.post, status)) return;
  o.position = r.post;
  o.by = r.by;
  o.status = status;
  serve_in(d, o, body);
}

const Word* OfficialMaker::head_of(const Document& d, const Mention& post) const {
  for (const Capture& c : post.captures)
    if (c.name == "head") return &d.words[lang::head_word(d, knowledge_, c.tokens)];
  return nullptr;
}

void OfficialMaker::add_posts_alone(Document& d, const std::vector<Relation>& relations) const {
  std::map<std::int32_t, std::size_t> officials;  // by person
  for (std::size_t o = 0; o < d.officials.size(); ++o) officials[d.officials[o].person] = o;
  std::vector<bool> taken(d.mentions.size(), false);
  std::map<std::string_view, std::set<std::size_t>> holders;  // officials by the head of a post that they hold
  std::map<std::size_t, std::vector<std::int32_t>> places;    // by official: the first places told with posts
  for (const Relation& r : relations)
    for (const std::int32_t post : {r.position, r.also}) {
      if (post == kNone) continue;
      taken[static_cast<std::size_t>(post)] = true;
      const auto official = officials.find(d.mentions[static_cast<std::size_t>(r.person)].entity);
      const Mention& held = d.mentions[static_cast<std::size_t>(post)];
      const Word* head = head_of(d, held);
      if (official == officials.end() || head == nullptr) continue;
      holders[d.lemma(*head)].insert(official->second);
      auto& known = places[official->second];
      if (const std::int32_t place = lang::place_among(d, held.tokens); place != kNone && known.size() < kMostPlaces) known.push_back(place);
    }
  for (std::uint32_t k = 0; k < d.mentions.size(); ++k) {
    const Mention& m = d.mentions[k];
    if (taken[k] || m.type != MentionType::position || m.kind != "state" || !told_of(m, "of").empty()) continue;
    const Word* head = head_of(d, m);
    if (head == nullptr || (head->tag & feature::pl)) continue;
    const auto known = holders.find(d.lemma(*head));
    if (known == holders.end() || known->second.size() != 1) continue;
    // The president of one country holds no post of another.
    const auto& told = places[*known->second.begin()];
    const std::int32_t place = lang::place_among(d, m.tokens);
    if (!told.empty() && std::ranges::none_of(told, [&](std::int32_t p) { return lang::places_agree(d, knowledge_, p, place); })) continue;
    d.officials[*known->second.begin()].mentions.push_back(k);
  }
  for (Official& o : d.officials) std::ranges::sort(o.mentions);
}

// Says whose the post is where it does not say so itself.
void OfficialMaker::serve_in(const Document& d, Official& o, const Mention& body) const {
  o.organization_entity = body.entity;
  o.organization = d.entities[static_cast<std::size_t>(body.entity)].name;
  if (const std::string whose = genitive(d, body.entity); !whose.empty()) o.position += " " + whose;
}

// A deputy sits in the council that the text is about: a post that says no more than a lexicon entry with kinds of bodies is
// of the body of such a kind that was told last before, or else first behind.
void OfficialMaker::take_implied_organization(const Document& d, Official& o, const Mention& post) const {
  const auto kinds = lang::entry_attribute(d, knowledge_, post.tokens, "bodies");
  if (!kinds) return;
  const auto is_such = [&](const Mention& m) {
    if (m.type != MentionType::organization || m.kind != "state_body") return false;
    const auto kind = lang::attribute_among(d, knowledge_, m.tokens, "kind");
    return kind && lists(*kinds, *kind) && lang::attribute_among(d, knowledge_, fullest(d, m).tokens, "implied") != "no";
  };
  const auto behind = std::ranges::upper_bound(d.mentions, post.span.begin, {}, [](const Mention& m) { return m.span.begin; });
  const Mention* body = nullptr;
  for (auto m = behind; body == nullptr && m != d.mentions.begin() && behind - m < kFarthest;)
    if (is_such(*--m)) body = &*m;
  for (auto m = behind; body == nullptr && m != d.mentions.end() && m - behind < kFarthest; ++m)
    if (is_such(*m)) body = &*m;
  if (body == nullptr) return;
  const std::string post_alone = o.position;
  serve_in(d, o, *body);
  if (const auto possessed = lang::entry_attribute(d, knowledge_, post.tokens, "possessed"))
    o.position = (body->tokens.size() == 1 ? text::capitalise(d.lemma(d.words[body->tokens.first])) : o.organization) + " " + *possessed;
  // A minister is one of culture, not of the ministry of culture.
  if (lang::entry_attribute(d, knowledge_, post.tokens, "tells").value_or("") != "complement") return;
  const std::string_view whole = d.entities[static_cast<std::size_t>(body->entity)].name;
  const std::size_t blank = whole.find(' ');
  o.position = post_alone + (blank == whole.npos ? std::string() : std::string(whole.substr(blank)));
}

// The name of a body in the genitive, which is how a post says whose it is: its name's, or else its fullest telling in that case;
// empty where there is none, and in languages whose heads stand last, as posts there are told with the body bare.
std::string OfficialMaker::genitive(const Document& d, std::int32_t entity) const {
  const Entity& e = d.entities[static_cast<std::size_t>(entity)];
  const std::uint32_t language = lang::base_language_of(d, knowledge_, d.mentions[e.mentions.front()].tokens);
  std::string fullest;
  for (const std::uint32_t k : first_of(e)) {
    const Mention& m = d.mentions[k];
    if (!knowledge_.languages()[language].head_last && (d.words[m.tokens.first].tag & feature::gen) && m.span.size() > fullest.size()) fullest = d.surface(m.span);
  }
  if (!knowledge_.languages()[language].head_last && e.name.size() > fullest.size())
    if (const auto name = inflector_.genitive(e.name, language)) return text::uncapitalise(*name);
  return fullest;
}

// "His deputy" serves where the one serves who was told last before: as an official that is known already, or as a post.
OfficialMaker::Superior OfficialMaker::superior_of(const Document& d, std::int32_t post, std::int32_t deputy) {
  for (std::int32_t k = post - 1; k >= 0 && k >= post - kFarthest; --k) {
    const Mention& m = d.mentions[static_cast<std::size_t>(k)];
    if (m.type == MentionType::position && m.kind == "state" && told_of(m, "of").empty()) return {&m, Superior::kNobody};
    if (m.type != MentionType::person || m.entity == deputy) continue;
    const auto known = std::ranges::find(d.officials, m.entity, &Official::person);
    if (known != d.officials.end()) return {nullptr, static_cast<std::size_t>(known - d.officials.begin())};
  }
  return {};
}

void OfficialMaker::serve_under(const Document& d, Official& deputy, const Mention& post, const Superior& superior) const {
  const std::uint32_t language = lang::base_language_of(d, knowledge_, superior.post != nullptr ? superior.post->tokens : post.tokens);
  std::string whose;
  if (superior.post != nullptr) {
    whose = superior.post->name;
    set_organization(d, deputy, *superior.post);
  } else {
    const Official& official = d.officials[superior.official];
    whose = official.position;
    deputy.organization = official.organization;
    deputy.organization_entity = official.organization_entity;
  }
  const auto form = inflector_.genitive(whose, language);
  if (!form) return;
  deputy.position = knowledge_.languages()[language].head_last ? *form + " " + deputy.position : deputy.position + " " + text::uncapitalise(*form);
}

void OfficialMaker::set_organization(const Document& d, Official& o, const Mention& post) const {
  o.organization = told_of(post, "body");
  for (const Capture& c : post.captures) {
    const Span piece = d.span_of(c.tokens);
    auto mention = std::ranges::lower_bound(d.mentions, piece.begin, {}, [](const Mention& m) { return m.span.begin; });
    for (; mention != d.mentions.end() && mention->span.begin < piece.end; ++mention) {
      const Mention& m = *mention;
      if (m.type != MentionType::organization || !c.tokens.contains(m.tokens)) continue;
      const bool again = c.name == "again" && m.tokens.last == c.tokens.last;
      if (!again && (c.name != "body" || m.tokens.first != c.tokens.first)) continue;
      if (again) replace(o.position, d.surface(piece), genitive(d, m.entity));
      else tell_in_full(d, o, m);
      if (again && !o.organization.empty()) continue;  // of a part of it
      o.organization = d.entities[static_cast<std::size_t>(m.entity)].name;
      o.organization_entity = m.entity;
    }
  }
}

// The name of a body in the case in which a post tells it. Where heads stand last, one that is told without the genitive is a part of
// the post's own name and stays.
std::string OfficialMaker::in_place_of(const Document& d, const Mention& body) const {
  const std::uint32_t language = lang::base_language_of(d, knowledge_, body.tokens);
  if (!knowledge_.languages()[language].head_last) return genitive(d, body.entity);
  if (!(d.words[body.tokens.last - 1].tag & feature::gen)) return {};
  return inflector_.genitive(d.entities[static_cast<std::size_t>(body.entity)].name, language).value_or("");
}

// "Chair of the council" becomes "chair of the public council of the region" where the text says so elsewhere.
void OfficialMaker::tell_in_full(const Document& d, Official& o, const Mention& body) const {
  const std::string full = in_place_of(d, body);
  const std::string_view told = d.surface(body.span);
  if (full.size() > told.size()) replace(o.position, told, full);
}

}  // namespace qogam::link
