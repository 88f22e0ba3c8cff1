// The questions that a store answers by itself.
#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "lang/knowledge.h"

namespace qogam::store {

// A condition that questions may carry, with the value that is asked for.
struct Filter {
  const char* name;   // "topic"; the option is --topic
  const char* value;  // what stands for the value in help; empty for a flag
  const char* help;
};

std::span<const Filter> filters();

struct Question {
  const char* name;
  const char* help;
  const char* sql;  // WHERE … of the filters stands in the place of {where}
  // The condition of each filter that the question takes: "NAME=CONDITION", with :NAME for the value.
  std::vector<const char*> conditions;
};

const std::vector<Question>& questions();

using Cell = std::variant<std::monostate, std::int64_t, double, std::string>;

struct Asked {
  std::string question;
  std::map<std::string, std::string> filters;  // by name; a flag has the value "1"
  std::string as_of;                           // YYYY-MM-DD: the day on which deadlines are ahead or passed
  std::string words;                           // of the question "search", or the id of "history"
  std::size_t limit = 0;                       // rows; 0: all
};

// Gives the names of the columns, then each row. `asked.question` is one of questions(). Throws Error{Cause::usage} for a
// filter that the question does not take, SQLite::Exception. False from `row` ends it.
void ask(SQLite::Database& db, const lang::Knowledge& knowledge, const Asked& asked, const std::function<void(const std::vector<std::string>&)>& header,
         const std::function<bool(const std::vector<Cell>&)>& row);

}  // namespace qogam::store
