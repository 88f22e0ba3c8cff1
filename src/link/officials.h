// Officials: who holds which post of which body of the state.
#pragma once

#include <string>
#include <vector>

#include "lang/inflection.h"
#include "lang/knowledge.h"
#include "link/relation.h"
#include "qogam/document.h"

namespace qogam::link {

// Makes officials of relations, and tells their posts and bodies in full from what the text says elsewhere. Refers to the
// knowledge, which must outlive it. Immutable; safe from any thread.
class OfficialMaker {
 public:
  explicit OfficialMaker(const lang::Knowledge& knowledge) : knowledge_(knowledge), inflector_(knowledge) {}

  // Adds an official, or what a fuller telling of the post says of one that is known. The document has entities.
  void add(Document& document, const Relation& relation) const;

  // Posts that stand alone ("the akim answered") become mentions of the one official whose post has that head; where two have, of none.
  void add_posts_alone(Document& document, const std::vector<Relation>& relations) const;

  // The word that is a post's head and inflects with it; null where the rule captured none.
  const Word* head_of(const Document& document, const Mention& post) const;

  // Whether the post is told in other words ("the head of the region"): such a telling counts where there is no other.
  bool is_paraphrase(const Document& document, const Relation& relation) const;

 private:
  // Whom a deputy serves: a post that was told, or one of the officials of the document.
  struct Superior {
    static constexpr std::size_t kNobody = static_cast<std::size_t>(-1);
    const Mention* post = nullptr;
    std::size_t official = kNobody;
    explicit operator bool() const { return post != nullptr || official != kNobody; }
  };
  // `post`: the number of a mention; `deputy`: an entity.
  static Superior superior_of(const Document& document, std::int32_t post, std::int32_t deputy);
  static Official& official_of(Document& document, const Relation& relation);
  void add_post(Document& document, const Relation& relation) const;
  void add_head_of(Document& document, const Relation& relation) const;
  void serve_in(const Document& document, Official& official, const Mention& body) const;
  void set_organization(const Document& document, Official& official, const Mention& post) const;
  void tell_in_full(const Document& document, Official& official, const Mention& body) const;
  void take_implied_organization(const Document& document, Official& official, const Mention& post) const;
  void serve_under(const Document& document, Official& deputy, const Mention& post, const Superior& superior) const;
  std::string in_place_of(const Document& document, const Mention& body) const;
  std::string genitive(const Document& document, std::int32_t entity) const;

  const lang::Knowledge& knowledge_;
  lang::Inflector inflector_;
};

}  // namespace qogam::link
