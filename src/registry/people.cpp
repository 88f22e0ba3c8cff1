// People across articles.
#include "registry/people.h"

#include <algorithm>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>

#include "registry/ids.h"
#include "registry/person_name.h"
#include "registry/places.h"
#include "text/utf8.h"

namespace qogam::registry {
namespace {

// What speaks for two being one; kEnough of it joins them.
constexpr double kComplete = 6, kFull = 3, kInitials = 1, kSurname = 0;
constexpr double kSameBody = 4, kSamePost = 3, kSamePlace = 2, kOnlyOne = 2;
constexpr double kEnough = 5, kDoubt = 3, kClearly = 1;

struct Role {
  std::string position;           // as written
  std::set<std::string> words;    // of it, in shared letters
  std::string organization;
  std::optional<std::size_t> body;
  std::string status, first, last;
  Places places;                  // of the article
};

// A person of an article, or of several that say the same of one: name, roles and place.
struct Node {
  PersonName name;
  std::vector<Role> roles;
  Places places;
  std::string text, kind;                            // the name as written
  std::vector<std::pair<EntityRef, std::string>> entities;  // with the names as written
  std::vector<std::size_t> articles;                 // numbers
};

struct Cluster {
  PersonName name;
  std::vector<std::size_t> nodes;
  std::vector<std::string> reasons;
  std::vector<Role> roles;             // one of each kind
  Places places;                       // the greatest weights
  std::set<std::size_t> articles;      // that name the person completely
  bool parted = false;                 // begun by a name that a person has parted from others
};

struct Evidence {
  bool compatible = false;  // no name and no decision contradicts
  bool near = false;        // articles of one place
  double sum = 0;
  std::string why;

  void add(double weight, const std::string& reason) {
    sum += weight;
    why += (why.empty() ? "" : "; ") + reason;
  }
};

bool share_body(const Role& a, const Role& b) { return a.body && b.body && *a.body == *b.body; }

// The words of one post are among those of the other: "deputy akim", "deputy akim of the town".
bool share_post(const Role& a, const Role& b) {
  if (a.words.empty() || b.words.empty()) return false;
  const auto& [less, more] = a.words.size() <= b.words.size() ? std::tie(a.words, b.words) : std::tie(b.words, a.words);
  return std::includes(more.begin(), more.end(), less.begin(), less.end());
}

class Resolver {
 public:
  Resolver(const BodiesFound& bodies, const lang::Knowledge& knowledge, const Spelling& spelling, const Decisions& decisions)
      : bodies_(bodies), spelling_(spelling), decisions_(decisions), parser_(knowledge, spelling), places_(knowledge, spelling), lemmatizer_(knowledge) {
    for (const auto& [a, b] : decisions.same) decided_.insert({a, b});
    for (const auto& [a, b] : decisions.apart) decided_.insert({a, b});
  }

  PeopleFound run(const std::vector<ArticleEntities>& articles) {
    for (std::size_t i = 0; i < articles.size(); ++i) collect(articles[i], i);
    std::map<std::string, std::vector<std::size_t>> blocks;
    for (std::size_t i = 0; i < nodes_.size(); ++i) blocks[block_of(nodes_[i].name)].push_back(i);
    for (auto& [surname, block] : blocks) join(block);
    obey();
    return result();
  }

 private:
  // The first consonants of the surname, in which spellings seldom differ.
  static std::string block_of(const PersonName& name) {
    constexpr std::size_t kConsonants = 3;
    const std::string& part = name.surname.empty() ? name.given : name.surname;
    std::string block;
    std::size_t count = 0;
    for (std::size_t at = 0; at < part.size() && count < kConsonants;) {
      const char32_t c = text::decode_at(part, at);
      if (is_shared_vowel(c)) continue;
      text::append_utf8(block, c);
      ++count;
    }
    return block;
  }

  void collect(const ArticleEntities& article, std::size_t number) {
    const Places places = places_.of(article);
    for (const ArticleEntity& person : article.people) {
      Node node{.name = parser_.parse(person.name, article.language), .places = places, .text = person.name, .kind = person.kind};
      if (node.name.surname.empty() && node.name.given.empty()) continue;
      for (const ArticleRole& role : article.roles)
        if (role.person == person.ref) node.roles.push_back(read_role(role, article, places));
      Node& kept = kept_node(std::move(node), EntityRef{article.id, person.ref}, number);
      kept.entities.emplace_back(EntityRef{article.id, person.ref}, person.name);
      kept.articles.push_back(number);
    }
  }

  // The node that says the same, with the roles' last days brought up to date, or this one as a new one. What a person has
  // decided about stays by itself.
  Node& kept_node(Node node, const EntityRef& entity, std::size_t number) {
    std::string key = node.name.surname + "\n" + node.name.given + "\n" + node.name.father + "\n" + node.kind;
    for (const Role& role : node.roles) {
      key += "\n" + role.status + (role.body ? std::to_string(*role.body) : "-");
      for (const std::string& word : role.words) key += " " + word;
    }
    for (const auto& [stem, weight] : node.places) key += "\n@" + stem + (weight > kNear ? "+" : "");
    const bool telling = !node.places.empty() && node.name.completeness() >= 1;
    if (!telling || is_decided(key_of(entity))) key += "\n#" + key_of(entity);
    const auto [it, fresh] = numbers_.try_emplace(std::move(key), nodes_.size());
    Node* const known = fresh ? nullptr : &nodes_[it->second];
    if (known == nullptr || known->articles.back() == number) {  // two of one name in one article are two
      nodes_.push_back(std::move(node));
      it->second = nodes_.size() - 1;
      return nodes_.back();
    }
    for (std::size_t i = 0; i < known->roles.size(); ++i) {
      known->roles[i].last = std::max(known->roles[i].last, node.roles[i].last);
      if (!node.roles[i].first.empty()) known->roles[i].first = known->roles[i].first.empty() ? node.roles[i].first : std::min(known->roles[i].first, node.roles[i].first);
    }
    return *known;
  }

  bool is_decided(const std::string& key) const { return decided_.contains(key); }

  Role read_role(const ArticleRole& role, const ArticleEntities& article, const Places& places) {
    Role out{.position = role.position, .organization = role.organization, .status = role.status, .first = article.day, .last = article.day, .places = places};
    for (const words::PlainWord& word : lemmatizer_.words(role.position, article.language))
      if ((word.features & feature::function_word) == 0) out.words.insert(spelling_.place(word.lemma));
    lemmatizer_.trim();
    const auto body = bodies_.body_of.find(key_of({article.id, role.organization_ref}));
    if (body != bodies_.body_of.end()) out.body = body->second;
    return out;
  }

  void join(std::vector<std::size_t>& block) {
    std::stable_sort(block.begin(), block.end(), [&](std::size_t a, std::size_t b) { return nodes_[a].name.completeness() > nodes_[b].name.completeness(); });
    std::vector<std::size_t> clusters;
    for (const std::size_t node : block) place(node, clusters);
  }

  void place(std::size_t node, std::vector<std::size_t>& clusters) {
    std::vector<std::pair<std::size_t, Evidence>> candidates;
    for (const std::size_t c : clusters)
      if (Evidence evidence = speak_for(node, clusters_[c]); evidence.compatible) candidates.emplace_back(c, std::move(evidence));
    if (candidates.size() == 1 && (candidates[0].second.near || nodes_[node].places.empty()) && nodes_[node].name.completeness() >= 1)
      candidates[0].second.add(kOnlyOne, "nobody else of that name");
    std::stable_sort(candidates.begin(), candidates.end(), [](const auto& a, const auto& b) { return a.second.sum > b.second.sum; });
    // Of two that fit as well, one that a person has parted from the others gives way.
    if (candidates.size() > 1 && clusters_[candidates[0].first].parted && !clusters_[candidates[1].first].parted && candidates[0].second.sum - candidates[1].second.sum < kClearly)
      std::swap(candidates[0], candidates[1]);
    const bool rival = candidates.size() > 1 && !clusters_[candidates[1].first].parted;
    const bool enough = !candidates.empty() && candidates[0].second.sum >= kEnough;
    if (enough && (candidates[0].second.sum >= kDecided || !rival || candidates[0].second.sum - candidates[1].second.sum >= kClearly || unite_rivals(candidates, clusters))) {
      Cluster& cluster = clusters_[candidates[0].first];
      cluster.reasons.push_back("\"" + nodes_[node].text + "\" in " + nodes_[node].entities[0].first.document + ": " + candidates[0].second.why);
      add(node, cluster);
      return;
    }
    if (!candidates.empty() && candidates[0].second.sum >= kDoubt)
      doubts_.push_back({"person", key_of(nodes_[node].entities[0].first), key_of(nodes_[clusters_[candidates[0].first].nodes[0]].entities[0].first), candidates[0].second.why});
    clusters.push_back(clusters_.size());
    clusters_.emplace_back();
    clusters_.back().parted = is_parted(key_of(nodes_[node].entities[0].first));
    add(node, clusters_.back());
  }

  bool is_parted(const std::string& key) const {
    return std::ranges::any_of(decisions_.apart, [&](const auto& pair) { return pair.first == key || pair.second == key; });
  }

  // Two that a name fits as well are one person where nothing tells them apart: the name that fits both joins them.
  bool unite_rivals(const std::vector<std::pair<std::size_t, Evidence>>& candidates, std::vector<std::size_t>& clusters) {
    Cluster& first = clusters_[candidates[0].first];
    Cluster& second = clusters_[candidates[1].first];
    if (candidates[1].second.sum < kEnough || match(first.name, second.name) < NameMatch::full) return false;
    if (candidates.size() > 2 && candidates[0].second.sum - candidates[2].second.sum < kClearly) return false;
    for (const std::size_t n : second.nodes)
      if (const Evidence evidence = speak_for(n, first); !evidence.compatible) return false;
    for (const std::size_t n : second.nodes) add(n, first);
    first.reasons.insert(first.reasons.end(), second.reasons.begin(), second.reasons.end());
    second = {};
    std::erase(clusters, candidates[1].first);
    return true;
  }

  void add(std::size_t number, Cluster& cluster) const {
    const Node& node = nodes_[number];
    cluster.name = cluster.nodes.empty() ? node.name : joined(cluster.name, node.name);
    cluster.nodes.push_back(number);
    for (const auto& [stem, weight] : node.places) cluster.places[stem] = std::max(cluster.places[stem], weight);
    if (node.name.completeness() >= 2) cluster.articles.insert(node.articles.begin(), node.articles.end());
    for (const Role& role : node.roles) {
      const bool known = std::ranges::any_of(cluster.roles, [&](const Role& r) { return r.words == role.words && r.body == role.body && overlap(r.places, role.places) > kNear; });
      if (!known) cluster.roles.push_back(role);
    }
  }

  // Nothing where a name or a decision contradicts.
  Evidence speak_for(std::size_t number, const Cluster& cluster) const {
    const Node& node = nodes_[number];
    const NameMatch names = match(node.name, cluster.name);
    Evidence evidence;
    if (names == NameMatch::none || cluster.nodes.empty()) return evidence;
    // The article itself tells them apart.
    if (node.name.completeness() >= 2 && std::ranges::any_of(node.articles, [&](std::size_t article) { return cluster.articles.contains(article); })) return evidence;
    if (!decisions_.same.empty() || !decisions_.apart.empty()) {
      for (const std::size_t other : cluster.nodes) {
        const std::string a = key_of(node.entities[0].first), b = key_of(nodes_[other].entities[0].first);
        if (decisions_.are_apart(a, b)) return {};
        if (is_decided(a, b)) evidence.add(kDecided, "decided in the review");
      }
    }
    constexpr std::pair<double, const char*> kNames[] = {{0, ""}, {kSurname, "same surname"}, {kInitials, "same surname and initial"}, {kFull, "same surname and given name"}, {kComplete, "same full name with patronymic"}};
    const auto& [weight, reason] = kNames[static_cast<std::size_t>(names)];
    evidence.compatible = true;
    evidence.add(weight, reason);
    add_roles(evidence, node, cluster);
    return evidence;
  }

  bool is_decided(const std::string& a, const std::string& b) const {
    return std::ranges::any_of(decisions_.same, [&](const auto& pair) { return (pair.first == a && pair.second == b) || (pair.first == b && pair.second == a); });
  }

  void add_roles(Evidence& evidence, const Node& node, const Cluster& cluster) const {
    const double place = overlap(node.places, cluster.places);
    const Role* post = nullptr;
    const Role* body = nullptr;
    for (const Role& a : node.roles)
      for (const Role& b : cluster.roles) {
        if (share_body(a, b)) body = &a;
        // A post is the same only in one place, or where neither article tells of any.
        if (share_post(a, b) && (share_body(a, b) || overlap(a.places, b.places) > kNear || a.places.empty() || b.places.empty())) post = &a;
      }
    if (body != nullptr) evidence.add(kSameBody, "same body: " + bodies_.bodies[*body->body].name);
    if (post != nullptr) evidence.add(kSamePost, "same post: " + post->position);
    evidence.near = place > kNear;
    if (evidence.near) evidence.add(kSamePlace, "articles of one place");
  }

  // Numbers of clusters by the first entities of their nodes, which are what doubts and decisions name.
  std::unordered_map<std::string, std::size_t> clusters_by_entity() const {
    std::unordered_map<std::string, std::size_t> found;
    for (std::size_t c = 0; c < clusters_.size(); ++c)
      for (const std::size_t n : clusters_[c].nodes) found[key_of(nodes_[n].entities[0].first)] = c;
    return found;
  }

  // What a person has said to be one is, whatever the names say.
  void obey() {
    std::unordered_map<std::string, std::size_t> cluster_of = clusters_by_entity();
    for (const auto& [a, b] : decisions_.same) {
      const auto x = cluster_of.find(a), y = cluster_of.find(b);
      if (x == cluster_of.end() || y == cluster_of.end() || x->second == y->second) continue;
      const std::size_t to = x->second, from = y->second;
      for (const std::size_t n : clusters_[from].nodes) {
        clusters_[to].nodes.push_back(n);
        cluster_of[key_of(nodes_[n].entities[0].first)] = to;
      }
      clusters_[to].reasons.push_back("\"" + nodes_[clusters_[from].nodes[0]].text + "\": decided in the review");
      clusters_[from] = {};
    }
  }

  PeopleFound result() {
    PeopleFound out;
    std::erase_if(clusters_, [](const Cluster& cluster) { return cluster.nodes.empty(); });
    std::vector<std::size_t> order(clusters_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    for (Cluster& cluster : clusters_) std::sort(cluster.nodes.begin(), cluster.nodes.end());
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return clusters_[a].nodes[0] < clusters_[b].nodes[0]; });
    Ids ids('p');
    for (const std::size_t i : order) {
      out.people.push_back(person_of(clusters_[i]));
      out.people.back().id = ids.make(key_of(out.people.back().entities[0]));
    }
    // Two that a third one joined later are in doubt no more.
    const std::unordered_map<std::string, std::size_t> cluster_of = clusters_by_entity();
    std::erase_if(doubts_, [&](const Doubt& doubt) { return cluster_of.at(doubt.first) == cluster_of.at(doubt.second); });
    out.doubts = std::move(doubts_);
    return out;
  }

  Person person_of(const Cluster& cluster) const {
    Person person;
    std::vector<const Role*> told;  // the fullest role of each post
    int most = -1;
    for (const std::size_t n : cluster.nodes) {
      const Node& node = nodes_[n];
      const std::string& name = node.text;
      for (const auto& [entity, form] : node.entities) {
        person.entities.push_back(entity);
        if (std::ranges::find(person.forms, form) == person.forms.end()) person.forms.push_back(form);
      }
      if (person.kind != "official") person.kind = node.kind;
      if (node.name.completeness() > most) most = node.name.completeness(), person.name = name;
      for (const Role& role : node.roles) add_post(person, told, role);
    }
    std::erase(person.forms, person.name);
    person.reasons = cluster.reasons;
    std::stable_sort(person.posts.begin(), person.posts.end(), [](const Post& a, const Post& b) { return a.first < b.first; });
    return person;
  }

  // A post that is told with fewer words is the same one, where nothing speaks for another body.
  void add_post(Person& person, std::vector<const Role*>& told, const Role& role) const {
    const std::string body = role.body ? bodies_.bodies[*role.body].id : std::string();
    for (std::size_t i = 0; i < told.size(); ++i) {
      Post& post = person.posts[i];
      if (!share_post(*told[i], role) || (!body.empty() && !post.body.empty() && post.body != body)) continue;
      if (role.words.size() > told[i]->words.size()) told[i] = &role, post.position = role.position;
      if (post.body.empty()) post.body = body, post.organization = role.organization;
      if (!role.first.empty() && (post.first.empty() || role.first < post.first)) post.first = role.first;
      if (role.last >= post.last) post.last = role.last, post.status = role.status;
      return;
    }
    told.push_back(&role);
    person.posts.push_back({role.position, role.organization, body, role.status, role.first, role.last});
  }

  static constexpr double kDecided = 100, kNear = 0.2;

  const BodiesFound& bodies_;
  const Spelling& spelling_;
  const Decisions& decisions_;
  NameParser parser_;
  PlaceReader places_;
  words::Lemmatizer lemmatizer_;
  std::deque<Node> nodes_;  // whose places stay
  std::unordered_map<std::string, std::size_t> numbers_;  // of nodes by what they say
  std::set<std::string> decided_;  // keys that decisions name
  std::vector<Cluster> clusters_;
  std::vector<Doubt> doubts_;
};

}  // namespace

PeopleFound resolve_people(const std::vector<ArticleEntities>& articles, const BodiesFound& bodies, const lang::Knowledge& knowledge, const Spelling& spelling,
                           const Decisions& decisions) {
  return Resolver(bodies, knowledge, spelling, decisions).run(articles);
}

}  // namespace qogam::registry
