// Organizations across articles.
#include "registry/bodies.h"

#include <algorithm>
#include <set>

#include "registry/body_name.h"
#include "registry/ids.h"

namespace qogam::registry {
namespace {

// Entities whose names say the same.
struct Node {
  BodyName name;
  std::string kind;
  std::vector<std::pair<EntityRef, std::string>> entities;  // with their names
  std::string place;
  std::size_t cluster = 0;
};

std::string joined(const std::set<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += part + ",";
  return out;
}

std::string key_of_name(const BodyName& n, const std::string& kind) {
  if (n.head.empty()) return kind + "\n" + n.proper;
  return n.head + "\n" + joined(n.domains) + "\n" + n.level + "\n" + joined(n.places) + (n.assumed ? "?" : "") + "\n" + joined(n.rest);
}

constexpr const char* kOther = "other";  // the kind of an organization that nothing tells

std::size_t tells(const BodyName& n) { return n.domains.size() + n.rest.size() + n.places.size() + !n.level.empty(); }

class Resolver {
 public:
  Resolver(const lang::Knowledge& knowledge, const Spelling& spelling, const PhraseTable& terms, const Decisions& decisions)
      : parser_(knowledge, spelling, terms), places_(knowledge, spelling), decisions_(decisions) {
    for (const auto& [a, b] : decisions.same) decided_.insert({a, b});
    for (const auto& [a, b] : decisions.apart) decided_.insert({a, b});
  }

  BodiesFound run(const std::vector<ArticleEntities>& articles) {
    collect(articles);
    obey();
    join_names();
    return result();
  }

 private:
  void collect(const std::vector<ArticleEntities>& articles) {
    parser_.learn_districts(articles);
    for (const ArticleEntities& article : articles) {
      const std::vector<BodyName> names = parser_.parse_all(article);
      for (std::size_t i = 0; i < names.size(); ++i) {
        const ArticleEntity& body = article.bodies[i];
        const BodyName& name = names[i];
        if (!name.named()) continue;
        const std::string key = key_of({article.id, body.ref});
        // What a person has decided about stays by itself until all is joined.
        const auto [it, fresh] = numbers_.try_emplace(key_of_name(name, body.kind) + (decided_.contains(key) ? "\n" + key : ""), nodes_.size());
        if (fresh) nodes_.push_back({name, body.kind, {}, place_name(name, article), nodes_.size()});
        Node& node = nodes_[it->second];
        node.entities.push_back({{article.id, body.ref}, body.name});
        node_of_[key] = it->second;
      }
    }
  }

  // The article's place that the name has, as the article writes it.
  std::string place_name(const BodyName& name, const ArticleEntities& article) const {
    for (const ArticleEntity& place : article.places)
      for (const std::string& stem : places_.stems(place.name))
        for (const std::string& own : name.places)
          if (same_place(stem, std::string_view(own).substr(0, own.find('@')))) return place.name;
    return {};
  }

  std::size_t root(std::size_t i) const {
    while (nodes_[i].cluster != i) i = nodes_[i].cluster;
    return i;
  }

  // Gives false where a person has said that they are apart.
  bool unite(std::size_t a, std::size_t b, const std::string& why) {
    a = root(a), b = root(b);
    if (a == b) return true;
    if (apart(a, b)) return false;
    if (b < a) std::swap(a, b);
    nodes_[b].cluster = a;
    if (nodes_[a].kind == kOther) nodes_[a].kind = nodes_[b].kind;
    reasons_.push_back({a, why});
    return true;
  }

  // Of roots.
  bool apart(std::size_t a, std::size_t b) const {
    return std::ranges::any_of(decisions_.apart, [&](const auto& pair) {
      const auto x = node_of_.find(pair.first), y = node_of_.find(pair.second);
      if (x == node_of_.end() || y == node_of_.end()) return false;
      const std::size_t p = root(x->second), q = root(y->second);
      return (p == a && q == b) || (p == b && q == a);
    });
  }

  // Within one head: names that tell where they are first, those that tell most before others; a name that says less joins the
  // only one that it can mean.
  void join_names() {
    std::map<std::string, std::vector<std::size_t>> blocks;
    for (std::size_t i = 0; i < nodes_.size(); ++i) blocks[nodes_[i].name.head.empty() ? "\n" + nodes_[i].name.proper : nodes_[i].name.head].push_back(i);
    for (auto& [head, block] : blocks) {
      std::stable_sort(block.begin(), block.end(), [&](std::size_t a, std::size_t b) {
        return std::pair(nodes_[a].name.assumed, tells(nodes_[b].name)) < std::pair(nodes_[b].name.assumed, tells(nodes_[a].name));
      });
      for (std::size_t k = 1; k < block.size(); ++k) join_one(block, k);
    }
  }

  // A company and an NGO of one name are two; what no article tells the kind of may be either.
  bool are_of_two_kinds(std::size_t a, std::size_t b) const { return nodes_[a].kind != nodes_[b].kind && nodes_[a].kind != kOther && nodes_[b].kind != kOther; }

  void join_one(const std::vector<std::size_t>& block, std::size_t k) {
    const std::size_t node = block[k];
    std::set<std::size_t> can_mean;
    bool placed = false;  // some of them tell where they are: then only those count
    std::size_t like = node;
    for (std::size_t j = 0; j < k; ++j) {
      const int how = match(nodes_[node].name, nodes_[block[j]].name);
      if (how == 0 || apart(root(node), root(block[j])) || are_of_two_kinds(root(node), root(block[j]))) continue;
      if (how == 2 && nodes_[node].name.head.empty()) {
        unite(node, block[j], "\"" + nodes_[node].entities[0].second + "\" and \"" + nodes_[block[j]].entities[0].second + "\" have one name");
        return;
      }
      if (how == 2) {
        unite(node, block[j], "\"" + nodes_[node].entities[0].second + "\" and \"" + nodes_[block[j]].entities[0].second + "\" name one kind of body of one place");
        return;
      }
      const bool tells_place = !nodes_[block[j]].name.assumed;
      if (placed && !tells_place) continue;
      if (!placed && tells_place) can_mean.clear(), placed = true;
      can_mean.insert(root(block[j]));
      like = block[j];
    }
    const std::string& name = nodes_[node].entities[0].second;
    if (can_mean.size() == 1) {
      unite(node, like, "\"" + name + "\" says less than \"" + nodes_[like].entities[0].second + "\", and nothing else of that kind and place is named");
      return;
    }
    for (const std::size_t other : can_mean)
      doubts_.push_back({"body", key_of(nodes_[node].entities[0].first), key_of(nodes_[other].entities[0].first),
                         "\"" + name + "\" may be \"" + nodes_[other].entities[0].second + "\" or another one"});
  }

  void obey() {
    for (const auto& [a, b] : decisions_.same) {
      const auto x = node_of_.find(a), y = node_of_.find(b);
      if (x != node_of_.end() && y != node_of_.end()) unite(x->second, y->second, "decided in the review");
    }
  }

  BodiesFound result() {
    BodiesFound out;
    Ids ids('b');
    std::map<std::size_t, std::size_t> numbers;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      const auto [it, fresh] = numbers.try_emplace(root(i), out.bodies.size());
      if (fresh) out.bodies.emplace_back().id = ids.make(key_of(nodes_[i].entities[0].first));
      fill(out, it->second, nodes_[i]);
    }
    for (const auto& [node, why] : reasons_) {
      auto& reasons = out.bodies[numbers.at(root(node))].reasons;
      if (std::ranges::find(reasons, why) == reasons.end()) reasons.push_back(why);
    }
    // Two that were joined later are in doubt no more.
    std::erase_if(doubts_, [&](const Doubt& doubt) { return numbers.at(root(node_of_.at(doubt.first))) == numbers.at(root(node_of_.at(doubt.second))); });
    out.doubts = std::move(doubts_);
    return out;
  }

  static void fill(BodiesFound& out, std::size_t number, const Node& node) {
    Body& body = out.bodies[number];
    if (body.entities.empty()) body.kind = node.kind;
    if (body.place.empty()) body.place = node.place;
    for (const auto& [ref, name] : node.entities) {
      body.entities.push_back(ref);
      out.body_of[key_of(ref)] = number;
      if (name.size() > body.name.size()) {
        if (!body.name.empty()) body.forms.push_back(body.name);
        body.name = name;
        std::erase(body.forms, name);
      } else if (name != body.name && std::ranges::find(body.forms, name) == body.forms.end()) {
        body.forms.push_back(name);
      }
    }
  }

  BodyParser parser_;
  PlaceReader places_;
  const Decisions& decisions_;
  std::vector<Node> nodes_;
  std::map<std::string, std::size_t> numbers_, node_of_;
  std::set<std::string> decided_;  // keys that decisions name
  std::vector<std::pair<std::size_t, std::string>> reasons_;
  std::vector<Doubt> doubts_;
};

}  // namespace

BodiesFound resolve_bodies(const std::vector<ArticleEntities>& articles, const lang::Knowledge& knowledge, const Spelling& spelling, const PhraseTable& terms,
                           const Decisions& decisions) {
  return Resolver(knowledge, spelling, terms, decisions).run(articles);
}

}  // namespace qogam::registry
