// Entities first, then relations between them, then officials and NGOs.
#include "link/linker.h"

#include <algorithm>

#include "link/entities.h"
#include "link/officials.h"

namespace qogam::link {
namespace {

class Linker final : public Stage {
 public:
  explicit Linker(const lang::Knowledge& knowledge) : knowledge_(knowledge), officials_(knowledge) {}

  std::string_view name() const override { return "link"; }
  Layers needs() const override { return Layer::mentions; }
  Layers gives() const override { return Layer::entities; }

  void run(Document& d) const override {
    make_entities(d, knowledge_);
    std::vector<Relation> relations;
    lang::SentenceIndex index(d, knowledge_.strings());
    for (const Sentence& s : d.sentences) find_relations(d, s, index, relations);
    add_officials(d, relations);
    officials_.add_posts_alone(d, relations);
    for (const Official& o : d.officials) d.entities[static_cast<std::size_t>(o.person)].kind = "official";
    add_ngos(d);
    for (const Relation& r : relations)
      if (r.gives == "representative") add_representative(d, r);
  }

 private:
  // Posts told in other words come last, and count where there is no other.
  void add_officials(Document& d, const std::vector<Relation>& relations) const {
    std::vector<bool> of_it(d.mentions.size(), false);  // people who are told to be of the organization told last
    for (const Relation& r : relations)
      if (r.of_told_last) of_it[static_cast<std::size_t>(r.person)] = true;
    for (const bool paraphrase : {false, true})
      for (const Relation& r : relations) {
        if (r.gives != "official" || officials_.is_paraphrase(d, r) != paraphrase) continue;
        // "Its president" of an NGO is none of the state.
        if (of_it[static_cast<std::size_t>(r.person)] && ngo_told_last(d, r.person) != nullptr) continue;
        const std::int32_t person = d.mentions[static_cast<std::size_t>(r.person)].entity;
        if (!paraphrase || std::ranges::find(d.officials, person, &Official::person) == d.officials.end()) officials_.add(d, r);
      }
  }

  void find_relations(const Document& d, const Sentence& s, lang::SentenceIndex& index, std::vector<Relation>& relations) const {
    const std::uint32_t language = knowledge_.base_language(s.language);
    const auto begin = [](const Mention& m) { return m.span.begin; };
    const auto number = [&](std::uint32_t byte) {
      return static_cast<std::uint32_t>(std::ranges::lower_bound(d.mentions, byte, {}, begin) - d.mentions.begin());
    };
    index.move_to(s.tokens, {number(s.span.begin), number(s.span.end)});
    const lang::Rules& rules = knowledge_.rules();
    auto matches = rules.find(index, knowledge_.lexicon(), "relations", language);
    // One person may stand in several relations, so matches are not made to exclude each other;
    // what is weaker than another relation of the same two mentions is dropped when added.
    std::ranges::stable_sort(matches, [&](const lang::Match& a, const lang::Match& b) {
      return rules.rule(a.rule).priority > rules.rule(b.rule).priority;
    });
    for (const lang::Match& m : matches) {
      const std::int32_t person = mention_at(d, index, rules.field(m, "person"), MentionType::person);
      if (person == kNone) continue;
      Relation r{std::string(rules.gives(m.rule)), rules.label(m.rule), std::string(rules.field(m, "status").constant)};
      r.person = person;
      r.position = mention_at(d, index, rules.field(m, "position"), MentionType::position);
      r.also = mention_at(d, index, rules.field(m, "also"), MentionType::position);
      r.organization = mention_at(d, index, rules.field(m, "organization"), MentionType::organization);
      if (const auto form = rules.field(m, "form"); form.captured) r.form = form.tokens;
      r.post = rules.field(m, "post").constant;
      r.of_told_last = rules.field(m, "of").constant == "told-last";
      r.confidence = rules.confidence(m.rule);
      if (!agree(d, r, rules.field(m, "agree").constant)) continue;
      relations.push_back(std::move(r));
    }
  }

  // Whether a post and a name agree in what the rule asks for. `case`: not where the post is in another case and the name of a man in
  // the nominative ("speaking with the akim, A told"). `number`: not where the post is of many.
  bool agree(const Document& d, const Relation& r, std::string_view in) const {
    if (in.empty() || r.position == kNone) return true;
    const Mention& post = d.mentions[static_cast<std::size_t>(r.position)];
    const Word* word = officials_.head_of(d, post);
    const Features head = word != nullptr ? word->tag : 0;
    if (in == "number") return (head & feature::pl) == 0;
    // Who acts in a post is told with the post in the genitive.
    if (told_of(post, "status") == "acting" || (head & feature::cases) == 0) return true;
    const TokenRange name = d.mentions[static_cast<std::size_t>(r.person)].tokens;
    return std::none_of(d.words.begin() + name.first, d.words.begin() + name.last, [&](const Word& w) {
      Features cases = 0;
      for (std::uint32_t a = w.first; a < w.first + w.count; ++a)
        if (d.analyses[a].features & feature::masc) cases |= d.analyses[a].features & feature::cases;
      return (w.tag & feature::masc) && (w.tag & feature::nom) && (cases & head) == 0;
    });
  }

  static std::int32_t mention_at(const Document& d, const lang::SentenceIndex& index, const lang::Rules::Value& value, MentionType type) {
    if (!value.captured) return kNone;
    for (const std::uint32_t m : index.mentions_at(value.tokens.first))
      if (d.mentions[m].type == type && d.mentions[m].tokens.last == value.tokens.last) return static_cast<std::int32_t>(m);
    return kNone;
  }

  void add_ngos(Document& d) const {
    for (std::size_t e = 0; e < d.entities.size(); ++e) {
      const Entity& entity = d.entities[e];
      if (entity.kind != "ngo") continue;
      const Mention& first = d.mentions[entity.mentions.front()];
      Ngo ngo{.organization = static_cast<std::int32_t>(e), .name = entity.name, .named = told_of(first, "generic") != "yes", .confidence = first.confidence, .by = first.by};
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
    else if (!r.post.empty()) rep.role = r.post;
    else if (const Mention* post = post_around(d, *named)) rep.role = post->name;
    ngo->representatives.push_back(std::move(rep));
  }

  static const Mention* organization_of(const Document& d, const Relation& r) {
    if (r.of_told_last) return ngo_told_last(d, r.person);
    return r.organization != kNone ? &d.mentions[static_cast<std::size_t>(r.organization)] : told_before(d, r.form);
  }

  // The NGO told before a person; none where some other organization, or an official, was told later.
  static const Mention* ngo_told_last(const Document& d, std::int32_t person) {
    for (std::int32_t k = person - 1; k >= 0; --k) {
      const Mention& m = d.mentions[static_cast<std::size_t>(k)];
      if (m.type == MentionType::organization) return m.kind == "ngo" ? &m : nullptr;
      if (m.type == MentionType::person && std::ranges::find(d.officials, m.entity, &Official::person) != d.officials.end()) return nullptr;
    }
    return nullptr;
  }

  // The NGO named last before a form such as "the fund", of that form.
  static const Mention* told_before(const Document& d, TokenRange form) {
    if (form.empty()) return nullptr;
    const std::string_view lemma = d.lemma(d.words[form.last - 1]);
    const auto is_form = [&](std::uint32_t t) { return d.lemma(d.words[t]) == lemma; };
    const Mention* found = nullptr;
    for (const Mention& m : d.mentions) {
      if (m.tokens.first >= form.first) break;
      if (m.type != MentionType::organization || m.kind != "ngo" || told_of(m, "generic") == "yes") continue;
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
  OfficialMaker officials_;
};

}  // namespace

std::unique_ptr<Stage> make_linker(const lang::Knowledge& knowledge) { return std::make_unique<Linker>(knowledge); }

}  // namespace qogam::link
