// What a name of an organization says: which kind of body, for what, of where.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "registry/phrase_table.h"
#include "registry/places.h"

namespace qogam::registry {

struct BodyName {
  std::string head;               // id of a term with the role `head` or `body`; empty for other organizations
  bool whole = false;             // the term is a body with a name of its own (role `body`)
  std::set<std::string> domains;  // ids of terms with the role `domain`
  std::string level;              // id of a term with the role `level`; empty where none is told
  std::set<std::string> places;   // stems, with "@" and the level that stands beside the word where one does
  bool assumed = false;           // the places are the article's, not the name's
  bool generic = false;           // a head of which every town has many, or in the plural: it takes more to be a name
  std::set<std::string> rest;     // what else it says, in shared letters
  std::string proper;             // of other organizations: the name itself, in shared letters

  bool named() const {
    if (head.empty()) return !proper.empty();
    return whole || !domains.empty() || !rest.empty() || (!places.empty() && !(generic && assumed));
  }
};

// For one thread at a time. `terms` are those of models/common/body_terms.tsv.
class BodyParser {
 public:
  BodyParser(const lang::Knowledge& knowledge, const Spelling& spelling, const PhraseTable& terms);

  // Learns which district a town is in: the one that nearly all articles about the town that name a district name. To be
  // called before parse_all().
  void learn_districts(const std::vector<ArticleEntities>& articles);

  // The names of article.bodies, in their order. A state body that names no place is of the article's place of its level.
  std::vector<BodyName> parse_all(const ArticleEntities& article);

 private:
  BodyName parse(const ArticleEntity& body, const ArticleEntities& article);
  BodyName parse_state_body(std::string_view name, std::string_view language);
  std::string proper_name(std::string_view name) const;
  void place_in(BodyName& name, const ArticleEntities& article, const std::map<std::string, std::string>& told) const;

  const lang::Knowledge& knowledge_;
  const Spelling& spelling_;
  const PhraseTable& terms_;
  PlaceReader places_;
  std::map<std::string, std::string> districts_;  // by town, stems
  words::Lemmatizer lemmatizer_;
};

// Whether two names can be of one body: 0 no, 1 one says less than the other, 2 they say the same.
int match(const BodyName& a, const BodyName& b);

}  // namespace qogam::registry
