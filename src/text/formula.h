// Cells of tables that a spreadsheet would run (owasp.org/www-community/attacks/CSV_Injection). Pure functions.
#pragma once

#include <string>
#include <string_view>

namespace qogam::text {

inline constexpr std::string_view kFormulaStarts = "=+-@\t\r";
inline constexpr char kApostrophe = '\'';

// Whether a cell is a formula, apostrophes in front of it or not.
inline bool may_be_formula(std::string_view cell) {
  const std::size_t first = cell.find_first_not_of(kApostrophe);
  return first != cell.npos && kFormulaStarts.find(cell[first]) != kFormulaStarts.npos;
}

// The cell with an apostrophe in front where it could be run; unguarded() takes it back.
inline std::string guarded(std::string_view cell) { return (may_be_formula(cell) ? std::string(1, kApostrophe) : std::string()).append(cell); }
inline std::string_view unguarded(std::string_view cell) { return cell.starts_with(kApostrophe) && may_be_formula(cell) ? cell.substr(1) : cell; }

}  // namespace qogam::text
