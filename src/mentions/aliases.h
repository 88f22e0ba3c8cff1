// Short names that a text gives to organizations: "the ministry of culture (hereinafter: MC)".
#pragma once

#include <string>
#include <vector>

#include "lang/knowledge.h"
#include "lang/matcher.h"
#include "qogam/document.h"

namespace qogam::mentions {

// Those of one document, which grow as it is read; rules/aliases.rules says where a text gives one. Refers to the knowledge.
class Aliases {
 public:
  explicit Aliases(const lang::Knowledge& knowledge) : knowledge_(knowledge) {}

  // Notes what a match of aliases.rules tells: `alias` is from now on short for `organization`, a mention of the document. Mentions
  // numbered `before` and later are of this sentence. Of very many short names the first are forgotten.
  void learn(const Document& document, const lang::Match& match, std::uint32_t before);

  // Finds the noted short names in a sentence, in any form. A mention of an organization that stands on one gets the full name.
  void find(Document& document, TokenRange sentence, std::uint32_t before) const;

 private:
  struct Alias {
    std::vector<std::string> words, lemmas;  // as they are written where it is given
    std::string name, kind, by;      // of the organization
    double confidence;
  };
  bool stands_at(const Document& document, const Alias& alias, std::uint32_t token, TokenRange sentence) const;

  const lang::Knowledge& knowledge_;
  std::vector<Alias> aliases_;
};

}  // namespace qogam::mentions
