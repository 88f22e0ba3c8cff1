// CSV by RFC 4180 (rfc-editor.org/rfc/rfc4180): commas, CRLF, a header line, quotes where needed.
#pragma once

#include <concepts>
#include <cstdint>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "exports/output.h"

namespace qogam::exports {

// A cell: text, or what may never be taken for a formula.
struct Cell {
  std::string text;
  bool plain = false;

  Cell(std::string words) : text(std::move(words)) {}
  Cell(const char* words) : text(words) {}
  Cell(bool yes) : text(yes ? "true" : "false"), plain(true) {}
  template <std::integral Number>
  Cell(Number number) : text(std::to_string(number)), plain(true) {}
  // A value of JSON: null is empty, a list its strings joined by ';'.
  Cell(const nlohmann::json& value);
  // Several values joined by ';'; a ';' inside one becomes ','.
  Cell(const std::vector<std::string>& values);
};

// A folder of tables, and what they are.
struct CsvFolder {
  struct Style {
    bool bom = false;
    bool raw = false;  // false: cells that begin with = + - @, a tab or CR get an apostrophe in front
  };
  struct Table {
    std::string name;  // of the file, without .csv
    std::vector<std::string> columns;
  };

  std::filesystem::path path;
  Style style;
  std::vector<Table> tables = {};  // in the order in which they were begun
};

// One table. Columns are given once, then a row must have as many cells.
class CsvTable {
 public:
  // Begins NAME.csv, and adds it to those of the folder.
  CsvTable(CsvFolder& folder, const std::string& name, const std::vector<std::string>& columns);

  void row(const std::vector<Cell>& cells);
  void finish() { file_.finish(); }

 private:
  OutFile file_;
  CsvFolder::Style style_;
  std::size_t width_;
};

}  // namespace qogam::exports
