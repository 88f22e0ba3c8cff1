// CSV by RFC 4180.
#include "exports/csv.h"

#include <algorithm>
#include <stdexcept>

#include "exports/article.h"
#include "text/byte_order_mark.h"
#include "text/formula.h"

namespace qogam::exports {
namespace {

std::string joined(const std::vector<std::string>& values) {
  std::string all;
  for (std::string value : values) {
    std::replace(value.begin(), value.end(), ';', ',');
    all += (all.empty() ? "" : ";") + value;
  }
  return all;
}

void add_cell(std::string& line, const std::string& text, bool guard) {
  const std::string words = guard ? text::guarded(text) : text;
  if (words.find_first_of(",\"\r\n") == std::string::npos) {
    line += words;
    return;
  }
  line += '"';
  for (const char c : words) {
    if (c == '"') line += '"';
    line += c;
  }
  line += '"';
}

}  // namespace

Cell::Cell(const Json& value) {
  if (value.is_string()) {
    text = value.get<std::string>();
  } else if (value.is_array()) {
    std::vector<std::string> words;
    for (const Json& item : value) words.push_back(Cell(item).text);
    text = joined(words);
  } else if (!value.is_null()) {
    text = dump(value);
    plain = true;
    if (value.is_number_float() && text.ends_with(".0")) text.resize(text.size() - 2);
  }
}

Cell::Cell(const std::vector<std::string>& values) : text(joined(values)) {}

CsvTable::CsvTable(CsvFolder& folder, const std::string& name, const std::vector<std::string>& columns)
    : file_(folder.path / (name + ".csv")), style_(folder.style), width_(columns.size()) {
  folder.tables.push_back({name, columns});
  if (style_.bom) file_.write(text::kByteOrderMark);
  row({columns.begin(), columns.end()});
}

void CsvTable::row(const std::vector<Cell>& cells) {
  if (cells.size() != width_) throw std::logic_error("a row of a table has too few or too many cells");
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line += ',';
    add_cell(line, cells[i].text, !style_.raw && !cells[i].plain);
  }
  file_.write(line + "\r\n");
}

}  // namespace qogam::exports
