// One line that 'qogam analyze' wrote, as rows of the store.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "lang/knowledge.h"

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
  bool no_text = false;  // written by 'analyze --no-text'
};

// Keeps the memory of its parser and the lemmas it has seen. `knowledge` must outlive it. For one thread at a time.
class RowMaker {
 public:
  explicit RowMaker(const lang::Knowledge& knowledge);
  ~RowMaker();

  // Throws std::runtime_error that says what is wrong with the line where it is no object of Qogam.
  ArticleRows make(std::string line);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace qogam::store
