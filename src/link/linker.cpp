// Entities first, then relations between them, then officials and NGOs.
#include "link/linker.h"

#include <algorithm>

#include "link/entities.h"

namespace qogam::link {
namespace {

// What one match of a relation rule says, as numbers of mentions.
struct Relation {
  std::string gives, by, status;
  std::int32_t person = kNone, position = kNone, organization = kNone;
  double confidence = 1;
};

class Linker final : public Stage {
 public:
  explicit Linker(const lang::Knowledge& knowledge) : knowledge_(knowledge) {}

  std::string_view name() const override { return "link"; }
  Layers needs() const override { return Layer::mentions; }
  Layers gives() const override { return Layer::entities; }

  void run(Document& d) const override {
    make_entities(d, knowledge_);
    std::vector<Relation> relations;
    for (const Sentence& s : d.sentences) find_relations(d, s, relations);
    for (const Relation& r : relations)
      if (r.gives == "official") add_official(d, r);
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
  }

  void set_organization(const Document& d, Official& o, const Mention& post) const {
    o.organization = capture(post, "body");
    for (const Capture& c : post.captures) {
      if (c.name != "body") continue;
      const Span body = d.span_of(c.tokens);
      auto mention = std::ranges::lower_bound(d.mentions, body.begin, {}, [](const Mention& x) { return x.span.begin; });
      for (; mention != d.mentions.end() && mention->span.begin == body.begin; ++mention)
        if (const Mention& m = *mention; m.type == MentionType::organization && c.tokens.contains(m.tokens) && m.tokens.first == c.tokens.first) {
          o.organization = m.name;
          o.organization_entity = m.entity;
        }
    }
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
    if (r.organization == kNone) return;
    const std::int32_t person = d.mentions[static_cast<std::size_t>(r.person)].entity;
    const std::int32_t organization = d.mentions[static_cast<std::size_t>(r.organization)].entity;
    const auto ngo = std::ranges::find(d.ngos, organization, &Ngo::organization);
    if (ngo == d.ngos.end()) return;
    const bool known = std::ranges::any_of(ngo->representatives, [&](const Representative& x) { return x.person == person; });
    const bool official = std::ranges::any_of(d.officials, [&](const Official& o) { return o.person == person; });
    if (known || official) return;
    Representative rep{person, d.entities[static_cast<std::size_t>(person)].name, "", r.by};
    const Mention& named = d.mentions[static_cast<std::size_t>(r.organization)];
    if (r.position != kNone) rep.role = d.mentions[static_cast<std::size_t>(r.position)].name;
    else if (const Mention* post = post_around(d, named)) rep.role = post->name;
    ngo->representatives.push_back(std::move(rep));
  }

  // The post whose words hold the organization ("director of the fund X").
  static const Mention* post_around(const Document& d, const Mention& organization) {
    for (auto m = d.mentions.begin(); m != d.mentions.end() && m->span.begin <= organization.span.begin; ++m)
      if (m->type == MentionType::position && m->span.contains(organization.span)) return &*m;
    return nullptr;
  }

  const lang::Knowledge& knowledge_;
};

}  // namespace

std::unique_ptr<Stage> make_linker(const lang::Knowledge& knowledge) { return std::make_unique<Linker>(knowledge); }

}  // namespace qogam::link
