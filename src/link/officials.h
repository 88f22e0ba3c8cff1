// Officials: who holds which post of which body of the state.
#pragma once

#include <string>

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

  // Whether the post is told in other words ("the head of the region"): such a telling counts where there is no other.
  bool is_paraphrase(const Document& document, const Relation& relation) const;

 private:
  static Official& official_of(Document& document, const Relation& relation);
  void add_post(Document& document, const Relation& relation) const;
  void add_head_of(Document& document, const Relation& relation) const;
  void serve_in(const Document& document, Official& official, const Mention& body) const;
  void set_organization(const Document& document, Official& official, const Mention& post) const;
  void tell_in_full(const Document& document, Official& official, const Mention& body) const;
  void take_implied_organization(const Document& document, Official& official, const Mention& post) const;
  void take_organization_of_superior(const Document& document, Official& deputy, const Mention& post) const;
  std::string in_place_of(const Document& document, const Mention& body) const;
  std::string genitive(const Document& document, std::int32_t entity) const;

  const lang::Knowledge& knowledge_;
  lang::Inflector inflector_;
};

}  // namespace qogam::link
