// Joining mentions of one thing.
#include "link/entities.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "lang/entries.h"
#include "link/names.h"
#include "link/people_index.h"
#include "link/short_forms.h"

namespace qogam::link {
namespace {

// The gazetteer knows more kinds of places than the output tells apart.
std::string place_kind(const std::string& kind) {
  for (const char* known : {"country", "region", "city", "district"})
    if (kind == known) return kind;
  return "place";
}

std::string organization_kind(const std::string& kind) { return kind.empty() ? "other" : kind; }

constexpr const char* kStateBody = "state_body";

// A short form is looked for among so many bodies, the last ones that were named first with its head.
constexpr std::size_t kFarthest = 200;

class EntityMaker {
 public:
  EntityMaker(Document& d, const lang::Knowledge& k) : d_(d), knowledge_(k) {}

  void run() {
    // Complete names first, so that a bare surname finds the person it is short for.
    std::vector<std::uint32_t> people;
    for (std::uint32_t m = 0; m < d_.mentions.size(); ++m) {
      if (d_.mentions[m].type == MentionType::person) people.push_back(m);
      else add_other(m);
    }
    words_.resize(d_.mentions.size());
    for (const std::uint32_t m : people) words_[m] = name_words(knowledge_, d_.mentions[m].name);
    std::ranges::stable_sort(people, [&](std::uint32_t a, std::uint32_t b) { return completeness(words_[a]) > completeness(words_[b]); });
    for (const std::uint32_t m : people) add_person(m);
    finish();
  }

 private:
  struct Body {
    std::uint32_t entity;
    BodyName name;    // the fullest
    std::string key;  // of that name in others_
  };
  std::uint32_t told(const Body& b) const { return d_.entities[b.entity].mentions.back(); }

  void add_person(std::uint32_t m) {
    if (const auto known = index_.find(words_[m])) return attach(m, people_[*known]);
    people_.push_back(fresh("person", "person", d_.mentions[m].name));
    index_.add(words_[m]);
    attach(m, people_.back());
  }

  void add_other(std::uint32_t m) {
    const Mention& mention = d_.mentions[m];
    const bool organization = mention.type == MentionType::organization;
    if (!organization && mention.type != MentionType::location) return;
    const char* type = organization ? "organization" : "location";
    // A place of a code is one in both languages, and under its names of other years.
    const auto code = organization ? std::nullopt : lang::entry_attribute(d_, knowledge_, mention.tokens, "code");
    std::string key(type);
    key += mention.kind;
    key += ' ';
    if (code) key += *code;
    else append_name(knowledge_, mention.name, key);
    if (const auto known = others_.find(key); known != others_.end()) return attach(m, known->second);
    if (const auto body = mention.kind == kStateBody ? body_name(d_, knowledge_, mention) : std::nullopt) return add_body(m, *body, key);
    others_[key] = fresh(type, organization ? organization_kind(mention.kind) : place_kind(mention.kind), mention.name);
    attach(m, others_[key]);
  }

  // A name that is short for one told before is of the body told last; one that a short form told before is short for
  // is the full name of that.
  void add_body(std::uint32_t m, const BodyName& name, const std::string& key) {
    // "The agency" is whatever body was told last.
    if (last_body_ && lang::entry_attribute(d_, knowledge_, d_.mentions[m].tokens, "anaphor")) return attach(m, *last_body_);
    std::vector<std::size_t>& with_head = by_head_[name.head];
    const auto last_told = [&](auto fits) {
      Body* found = nullptr;
      for (std::size_t k = with_head.size(); k > 0 && with_head.size() - k < kFarthest; --k)
        if (Body& b = bodies_[with_head[k - 1]]; fits(b) && (found == nullptr || told(b) > told(*found))) found = &b;
      return found;
    };
    if (const Body* full = last_told([&](const Body& b) { return is_short_for(name, b.name); })) return attach(m, full->entity);
    if (Body* shorter = last_told([&](const Body& b) { return is_short_for(b.name, name); })) {
      others_.erase(shorter->key);
      d_.entities[shorter->entity].name = d_.mentions[m].name;
      others_[key] = shorter->entity;
      attach(m, shorter->entity);
      shorter->name = name;
      shorter->key = key;
      return;
    }
    others_[key] = fresh("organization", kStateBody, d_.mentions[m].name);
    with_head.push_back(bodies_.size());
    bodies_.push_back({others_[key], name, key});
    body_entities_.insert(others_[key]);
    attach(m, others_[key]);
  }

  std::uint32_t fresh(std::string type, std::string kind, std::string name) {
    Entity e;
    e.type = std::move(type);
    e.kind = std::move(kind);
    e.name = std::move(name);
    d_.entities.push_back(std::move(e));
    return static_cast<std::uint32_t>(d_.entities.size() - 1);
  }

  void attach(std::uint32_t mention, std::uint32_t entity) {
    d_.mentions[mention].entity = static_cast<std::int32_t>(entity);
    if (body_entities_.contains(entity)) last_body_ = entity;
    d_.entities[entity].mentions.push_back(mention);
  }

  // As they stand, but for the name itself; most mentions are told alike.
  void add_aliases(Entity& e) const {
    std::vector<std::string_view> aliases;
    for (const std::uint32_t m : e.mentions)
      if (const std::string_view alias = d_.surface(d_.mentions[m].span); alias != e.name) aliases.push_back(alias);
    std::ranges::sort(aliases);
    aliases.erase(std::unique(aliases.begin(), aliases.end()), aliases.end());
    e.aliases.assign(aliases.begin(), aliases.end());
  }

  // Entities in the order of their first mention; aliases sorted, without the name itself.
  void finish() {
    std::vector<std::uint32_t> order(d_.entities.size()), place(d_.entities.size());
    for (std::uint32_t e = 0; e < order.size(); ++e) {
      order[e] = e;
      std::ranges::sort(d_.entities[e].mentions);
    }
    std::ranges::stable_sort(order, {}, [&](std::uint32_t e) { return d_.entities[e].mentions.front(); });
    std::vector<Entity> sorted;
    sorted.reserve(order.size());
    for (std::uint32_t n = 0; n < order.size(); ++n) {
      place[order[n]] = n;
      sorted.push_back(std::move(d_.entities[order[n]]));
    }
    d_.entities = std::move(sorted);
    for (Mention& m : d_.mentions)
      if (m.entity != kNone) m.entity = static_cast<std::int32_t>(place[static_cast<std::size_t>(m.entity)]);
    for (Entity& e : d_.entities) add_aliases(e);
  }

  Document& d_;
  const lang::Knowledge& knowledge_;
  std::vector<std::vector<std::string>> words_;  // of each mention of a person
  PeopleIndex index_;
  std::vector<std::uint32_t> people_;  // entities, by their number in the index
  std::unordered_map<std::string, std::uint32_t> others_;  // entities by type, kind and name
  std::vector<Body> bodies_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_head_;  // of bodies_
  std::unordered_set<std::uint32_t> body_entities_;
  std::optional<std::uint32_t> last_body_;  // the entity of the body that was named last
};

}  // namespace

void make_entities(Document& document, const lang::Knowledge& knowledge) { EntityMaker(document, knowledge).run(); }

}  // namespace qogam::link
