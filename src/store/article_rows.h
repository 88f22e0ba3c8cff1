// One line that 'qogam analyze' wrote, as rows of the store.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "words/lemmatizer.h"

namespace qogam::store {

using Value = std::variant<std::monostate, std::int64_t, double, std::string>;

// Rows of one of list_tables(), their values one behind the other.
struct Rows {
  std::vector<Value> values;
};

struct ArticleRows {
  std::string line;  // the object as it was given
  std::string doc_id, path, url, title, published, published_from, language, status, error_code, error_message, duplicate_of;
  std::vector<Rows> lists;  // one for each of list_tables()
  std::string lemmas, title_lemmas;
};

// Throws std::runtime_error that says what is wrong with the line where it is no object of Qogam. `lemmatizer` is
// of the calling thread.
ArticleRows article_rows(std::string line, words::Lemmatizer& lemmatizer);

}  // namespace qogam::store
