// Rows of a table as people and programs like them.
#pragma once

#include <iosfwd>
#include <memory>
#include <string>
#include <vector>

#include "store/queries.h"

namespace qogam::cli {

class RowWriter {
 public:
  virtual ~RowWriter() = default;
  virtual void header(const std::vector<std::string>& columns) = 0;
  virtual void row(const std::vector<store::Cell>& cells) = 0;
  virtual void end() {}
};

// "table": columns as wide as what stands in them, long texts cut to the width of the terminal; "csv": RFC 4180 with a
// header; "json": one object a line. Null where there is no such format.
std::unique_ptr<RowWriter> make_row_writer(const std::string& format, std::ostream& out);

std::vector<std::string> row_formats();

}  // namespace qogam::cli
