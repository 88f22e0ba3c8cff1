// Texts and numbers to and from statements.
#pragma once

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>

#include <string>
#include <type_traits>

namespace qogam::store {

// Empty for NULL.
inline std::string text_at(const SQLite::Statement& row, int column) {
  const SQLite::Column value = row.getColumn(column);
  return value.isNull() ? std::string() : value.getString();
}

// The first ten letters of what is a day or begins with one; empty for shorter texts ("2024", "2024-05").
inline std::string day_at(const SQLite::Statement& row, int column) {
  std::string day = text_at(row, column);
  if (day.size() < 10) return {};
  day.resize(10);
  return day;
}

// Binds the values in order, an empty text as NULL, runs the statement and makes it ready for the next time.
template <typename... Values>
void run(SQLite::Statement& statement, const Values&... values) {
  int index = 0;
  const auto bind = [&](const auto& value) {
    ++index;
    if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::string>) {
      if (value.empty()) statement.bind(index);
      else statement.bindNoCopy(index, value);
    } else {
      statement.bind(index, value);
    }
  };
  (bind(values), ...);
  statement.exec();
  statement.reset();
}

}  // namespace qogam::store
