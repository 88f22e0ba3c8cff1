// Entities first, then relations between them, then officials and NGOs.
#include "link/linker.h"

#include <algorithm>

#include "lang/inflection.h"
#include "link/entities.h"
#include "text/letters.h"

namespace qogam::link {
namespace {

// What one match of a relation rule says, as numbers of mentions.
struct Relation {
  std::string gives, by, status;
  std::int32_t person = kNone, position = kNone, organization = kNone;
  TokenRange form;         // the form of an organization whose name was told before
  bool of_told_last = false;  // of the organization told last before, whatever it is
  double confidence = 1;
};

class Linker final : public Stage {
 public:
  explicit Linker(const lang::Knowledge& knowledge) : knowledge_(knowledge), inflector_(knowledge) {}

  std::string_view name() const override { return "link"; }
  Layers needs() const override { return Layer::mentions; }
  Layers gives() const override { return Layer::entities; }

  void run(Document& d) const override {
    make_entities(d, knowledge_);
    std::vector<Relation> relations;
    for (const Sentence& s : d.sentences) find_relations(d, s, relations);
    for (const Relation& r : relations)
      if (r.gives == "official" && !serves_ngo(d, r, relations)) add_official(d, r);
    for (const Official& o : d.officials) d.entities[static_cast<std::size_t>(o.person)].kind = "official";
    add_ngos(d);
    for (const Relation& r : relations)
      if (r.gives == "representative") add_representative(d, r);
  }

 private:
  void find_relations(const Document& d, const Sentence& s, std::vector<Relation>& relations) const {
    const std::uint32_t language = knowledge_.base_language(s.language);
    const auto begin = [](const Mention& m) { return m.span.begin; };
    const auto number = [&](std::uint32_t byte) {
      return static_cast<std::uint32_t>(std::ranges::lower_bound(d.mentions, byte, {}, begin) - d.mentions.begin());
    };
    const lang::SentenceIndex index(d, s.tokens, {number(s.span.begin), number(s.span.end)}, knowledge_.strings());
    const lang::Rules& rules = knowledge_.rules();
    auto matches = rules.find(index, knowledge_.lexicon(), "relations", language);
    // One person may stand in several relations, so matches are not made to exclude each other;
    // what is weaker than another relation of the same two mentions is dropped when added.
    std::ranges::stable_sort(matches, [&](const lang::Match& a, const lang::Match& b) {
      return rules.rule(a.rule).priority > rules.rule(b.rule).priority;
    });
    for (const lang::Match& m : matches) {
      Relation r{std::string(rules.gives(m.rule)), rules.label(m.rule), std::string(rules.field(m, "status").constant)};
      r.person = mention_at(d, index, rules.field(m, "person"), MentionType::person);
      r.position = mention_at(d, index, rules.field(m, "position"), MentionType::position);
      r.organization = mention_at(d, index, rules.field(m, "organization"), MentionType::organization);
      if (const auto form = rules.field(m, "form"); form.captured) r.form = form.tokens;
      r.of_told_last = rules.field(m, "of").constant == "told-last";
      r.confidence = rules.confidence(m.rule);
      if (r.person != kNone) relations.push_back(std::move(r));
    }
  }

  static std::int32_t mention_at(const Document& d, const lang::SentenceIndex& index, const lang::Rules::Value& value, MentionType type) {
    if (!value.captured) return kNone;
    for (const std::uint32_t m : index.mentions_at(value.tokens.first))
      if (d.mentions[m].type == type && d.mentions[m].tokens.last == value.tokens.last) return static_cast<std::int32_t>(m);
    return kNone;
  }

  static std::string capture(const Mention& m, std::string_view name) {
    for (const Capture& c : m.captures)
      if (c.name == name) return c.text;
    return {};
  }

  // The first and fullest telling of a post counts; a later one only fills gaps.
  void add_official(Document& d, const Relation& r) const {
    if (r.position == kNone) return;
    const Mention& person = d.mentions[static_cast<std::size_t>(r.person)];
    const Mention& post = d.mentions[static_cast<std::size_t>(r.position)];
    if (post.kind != "state") return;
    // In "the akim A, her deputy B" the deputy is B.
    if (capture(post, "of") == "superior" && person.span.begin < post.span.begin) return;
    auto it = std::ranges::find(d.officials, person.entity, &Official::person);
    if (it == d.officials.end()) {
      Official o{.person = person.entity, .name = d.entities[static_cast<std::size_t>(person.entity)].name, .confidence = r.confidence, .by = r.by};
      o.mentions = d.entities[static_cast<std::size_t>(person.entity)].mentions;
      it = d.officials.insert(it, std::move(o));
    }
    if (!it->position.empty() && post.name.size() <= it->position.size()) return;
    it->position = post.name;
    it->by = r.by;
    const std::string status = r.status.empty() ? capture(post, "status") : r.status;
    it->status = status.empty() ? "current" : status;
    set_organization(d, *it, post);
    if (it->organization.empty()) take_implied_organization(d, *it, post);
    if (capture(post, "of") == "superior") take_organization_of_superior(d, *it, post);
  }

  // A deputy sits in the council that the text is about: a post that says no more than a lexicon entry with kinds of bodies is
  // of the body of such a kind that was told last before, or else first behind.
  void take_implied_organization(const Document& d, Official& o, const Mention& post) const {
    const std::string_view kinds = attribute(d, post.tokens, "bodies", true);
    if (kinds.empty()) return;
    const Mention* body = nullptr;
    for (const Mention& m : d.mentions) {
      if (body != nullptr && m.span.begin > post.span.begin) break;
      const std::string_view kind = m.type == MentionType::organization && m.kind == "state_body" ? attribute(d, m.tokens, "kind", false) : "";
      if (!kind.empty() && kinds.find(kind) != kinds.npos) body = &m;
    }
    if (body == nullptr) return;
    o.organization_entity = body->entity;
    o.organization = d.entities[static_cast<std::size_t>(body->entity)].name;
    if (const std::string whose = genitive(d, body->entity); !whose.empty()) o.position += " " + whose;
  }

  // The fullest telling of a body that stands in the genitive, which is how a post says whose it is; empty where there is none,
  // and in languages whose heads stand last, as posts there are told with the body bare.
  std::string genitive(const Document& d, std::int32_t entity) const {
    std::string_view fullest;
    for (const std::uint32_t k : d.entities[static_cast<std::size_t>(entity)].mentions) {
      const Mention& m = d.mentions[k];
      if (!head_last(d, m) && (d.words[m.tokens.first].tag & feature::gen) && m.span.size() > fullest.size()) fullest = d.surface(m.span);
    }
    return std::string(fullest);
  }

  bool head_last(const Document& d, const Mention& m) const {
    const std::uint32_t language = knowledge_.base_language(d.sentences[d.tokens[m.tokens.first].sentence].language);
    return knowledge_.languages()[language].head_last;
  }

  // What the first lexicon entry among some tokens that has such an attribute says of it; empty where none has. `whole`: one
  // of all these tokens.
  std::string_view attribute(const Document& d, TokenRange tokens, std::string_view key, bool whole) const {
    auto term = std::ranges::lower_bound(d.terms, tokens.first, {}, [](const Term& t) { return t.tokens.first; });
    for (; term != d.terms.end() && term->tokens.first < tokens.last; ++term)
      if (const std::string_view value = knowledge_.lexicon().attribute(term->entry, key); !value.empty() && (!whole || term->tokens == tokens)) return value;
    return {};
  }

  // "His deputy" serves where the one serves whose post was told last before.
  void take_organization_of_superior(const Document& d, Official& deputy, const Mention& post) const {
    const Mention* superior = nullptr;
    for (const Mention& m : d.mentions) {
      if (m.span.begin >= post.span.begin) break;
      if (m.type == MentionType::position && m.kind == "state" && capture(m, "of").empty()) superior = &m;
    }
    if (superior == nullptr) return;
    set_organization(d, deputy, *superior);
    const std::uint32_t language = knowledge_.base_language(d.sentences[d.tokens[superior->tokens.first].sentence].language);
    if (const auto whose = inflector_.genitive(superior->name, language)) deputy.position += " " + text::uncapitalise(*whose);
  }

  void set_organization(const Document& d, Official& o, const Mention& post) const {
    o.organization = capture(post, "body");
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
  void tell_in_full(const Document& d, Official& o, const Mention& body) const {
    const std::string full = genitive(d, body.entity);
    const std::string_view told = d.surface(body.span);
    const std::size_t at = o.position.find(told);
    if (at != o.position.npos && full.size() > told.size()) o.position.replace(at, told.size(), full);
  }

  void add_ngos(Document& d) const {
    for (std::size_t e = 0; e < d.entities.size(); ++e) {
      const Entity& entity = d.entities[e];
      if (entity.kind != "ngo") continue;
      const Mention& first = d.mentions[entity.mentions.front()];
      Ngo ngo{.organization = static_cast<std::int32_t>(e), .name = entity.name, .named = capture(first, "generic") != "yes", .confidence = first.confidence, .by = first.by};
      ngo.mentions = entity.mentions;
      d.ngos.push_back(std::move(ngo));
    }
  }

  void add_representative(Document& d, const Relation& r) const {
    const Mention* named = organization_of(d, r);
    if (named == nullptr) return;
    const std::int32_t person = d.mentions[static_cast<std::size_t>(r.person)].entity;
    const std::int32_t organization = named->entity;
    const auto ngo = std::ranges::find(d.ngos, organization, &Ngo::organization);
    if (ngo == d.ngos.end()) return;
    const bool known = std::ranges::any_of(ngo->representatives, [&](const Representative& x) { return x.person == person; });
    if (known) return;
    Representative rep{person, d.entities[static_cast<std::size_t>(person)].name, "", r.by};
    if (r.position != kNone) rep.role = d.mentions[static_cast<std::size_t>(r.position)].name;
    else if (const Mention* post = post_around(d, *named)) rep.role = post->name;
    ngo->representatives.push_back(std::move(rep));
  }

  static const Mention* organization_of(const Document& d, const Relation& r) {
    if (r.of_told_last) return told_last(d, d.mentions[static_cast<std::size_t>(r.person)]);
    return r.organization != kNone ? &d.mentions[static_cast<std::size_t>(r.organization)] : told_before(d, r.form);
  }

  // The NGO told before a person; none where some other organization was told later.
  static const Mention* told_last(const Document& d, const Mention& person) {
    const Mention* last = nullptr;
    for (const Mention& m : d.mentions) {
      if (m.span.begin >= person.span.begin) break;
      if (m.type == MentionType::organization) last = &m;
    }
    return last != nullptr && last->kind == "ngo" ? last : nullptr;
  }

  // "Its president" of an NGO is none of the state.
  static bool serves_ngo(const Document& d, const Relation& official, const std::vector<Relation>& relations) {
    return std::ranges::any_of(relations, [&](const Relation& r) { return r.of_told_last && r.person == official.person && organization_of(d, r) != nullptr; });
  }

  // The NGO named last before a form such as "the fund", of that form.
  static const Mention* told_before(const Document& d, TokenRange form) {
    if (form.empty()) return nullptr;
    const std::string_view lemma = d.lemma(d.words[form.last - 1]);
    const auto is_form = [&](std::uint32_t t) { return d.lemma(d.words[t]) == lemma; };
    const Mention* found = nullptr;
    for (const Mention& m : d.mentions) {
      if (m.tokens.first >= form.first) break;
      if (m.type != MentionType::organization || m.kind != "ngo" || capture(m, "generic") == "yes") continue;
      for (std::uint32_t t = m.tokens.first; t < m.tokens.last; ++t)
        if (is_form(t)) found = &m;
    }
    return found;
  }

  // The post whose words hold the organization ("director of the fund X").
  static const Mention* post_around(const Document& d, const Mention& organization) {
    for (auto m = d.mentions.begin(); m != d.mentions.end() && m->span.begin <= organization.span.begin; ++m)
      if (m->type == MentionType::position && m->span.contains(organization.span)) return &*m;
    return nullptr;
  }

  const lang::Knowledge& knowledge_;
  lang::Inflector inflector_;
};

}  // namespace

std::unique_ptr<Stage> make_linker(const lang::Knowledge& knowledge) { return std::make_unique<Linker>(knowledge); }

}  // namespace qogam::link
