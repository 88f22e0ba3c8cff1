// CSV and TSV: the first row names the columns, every other row is a document.
#pragma once

#include <memory>
#include <string_view>

#include "read/format_reader.h"

namespace qogam::read {

// RFC 4180, and what is about: rows end with LF or CR LF, cells may be parted by a semicolon, TAB or
// "|" as the first row shows, and a quote in the middle of an unquoted cell stands for itself. The
// columns are found by ReadOptions::fields, whatever their case. Without an id a document is
// "FILE:LINE" and its path "PATH:LINE", of the line on which its row begins. A row with more cells
// than there are columns, or whose quotes do not end, is an error; so is a table without a column
// for the text, once.
std::unique_ptr<FormatReader> make_csv_reader(Opened opened);

// Whether the first line names a column for the text and another one.
bool fits_csv(std::string_view head, const ReadOptions& options);

}  // namespace qogam::read
