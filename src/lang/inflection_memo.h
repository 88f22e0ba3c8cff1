// Nominatives that were worked out once already.
#pragma once

#include <cstdint>
#include <memory_resource>
#include <string>
#include <vector>

#include "lang/inflection.h"
#include "text/string_cache.h"

namespace qogam::lang {

// Gives what the inflector gives, and keeps it: news repeats its names and posts. The key is all that the inflector looks at, so
// an answer does not depend on what was asked before. Refers to the inflector, which must outlive it. One thread at a time.
class InflectionMemo {
 public:
  explicit InflectionMemo(const Knowledge& knowledge, const Inflector& inflector) : knowledge_(knowledge), inflector_(inflector) {}

  // As Inflector::phrase and Inflector::person.
  std::string phrase(const Document& document, TokenRange tokens, bool one = false);
  std::string person(const Document& document, TokenRange tokens, Features likely = 0);
  // As Inflector::name_forms, folded. The reference holds until trim().
  const std::pmr::vector<std::pmr::string>& folded_name_forms(const Document& document, std::uint32_t token);

  // Forgets what did not come for long, where there is too much of it; to be called between documents.
  void trim();

 private:
  template <typename Make>
  std::string kept(Make make);
  void set_key(const Document& document, TokenRange tokens, char kind, Features likely);

  const Knowledge& knowledge_;
  const Inflector& inflector_;
  std::string key_;
  text::StringCache<std::pmr::string> phrases_;
  text::StringCache<std::pmr::vector<std::pmr::string>> forms_;
};

}  // namespace qogam::lang
