// The review sheet: what a person decides about what was joined, what was not, and what commitments have come to.
#pragma once

#include <SQLiteCpp/Database.h>

#include <cstddef>
#include <istream>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace qogam::store {

// What a commitment may be rated: the words of the usual trackers (PolitiFact's meter, the completion of the Open
// Government Partnership). Qogam itself gives only the first one, which says that nobody has.
const std::vector<std::string>& ratings();

// Writes the sheet as TSV: verdict, first, second, who, day, source, note, and what it is about. Verdicts are `?` for what may
// be one, `same` and `apart` for what is decided, and the rating of each commitment. Throws SQLite::Exception.
void write_sheet(SQLite::Database& db, std::ostream& out);

// A line with the verdict `joined` for each entity of a person or body, or each telling of a commitment, with this id.
// False where there is none.
bool write_joined(SQLite::Database& db, const std::string& id, std::ostream& out);

// Puts the decisions of a sheet into the store; `?`, `joined` and `not_yet_rated` decide nothing, `forget` takes a decision
// back. `name` is
// that of the sheet in messages. All of it or nothing. Gives how many lines decide something. Throws Error{Cause::input} with
// the line that is wrong, SQLite::Exception.
std::size_t apply_sheet(SQLite::Database& db, std::istream& in, const std::string& name);

}  // namespace qogam::store
