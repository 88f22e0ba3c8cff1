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

// One table. Columns are given once, then a row must have as many cells.
class CsvTable {
 public:
  struct Style {
    bool bom = false;
    bool raw = false;  // false: cells that begin with = + - @, a tab or CR get an apostrophe in front
  };
  CsvTable(const std::filesystem::path& path, const std::vector<std::string>& columns, Style style);

  void row(const std::vector<Cell>& cells);
  void finish() { file_.finish(); }

 private:
  OutFile file_;
  Style style_;
  std::size_t width_;
};

}  // namespace qogam::exports
