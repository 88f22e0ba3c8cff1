// The review sheet.
#include "store/review.h"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

#include <algorithm>

#include "qogam/error.h"
#include "registry/days.h"
#include "store/text_columns.h"
#include "text/byte_order_mark.h"
#include "text/formula.h"

namespace qogam::store {
namespace {

using SQLite::Statement;

constexpr const char* kHead =
    "# What a person decides. Change the first column and run: qogam review DB --apply THIS_FILE\n"
    "#   ?       may be one: write `same` or `apart`\n"
    "#   same    are one person, body or commitment; apart are not; forget takes either back, or a rating\n"
    "#   ratings of commitments want who rated, on which day, and the source: not_yet_rated, in_the_works, stalled, kept,\n"
    "#           compromise, broken, not_started, limited, substantial, complete, in_progress, achieved, no_evidence\n"
    "#   'qogam review DB --of ID' lists what was joined under an id, to be parted\n"
    "# verdict\tfirst\tsecond\twho\tday\tsource\tnote\tabout\n";

// Cells may hold no TABs and line ends, and nothing that a spreadsheet would run.
std::string cell(std::string text) {
  std::replace_if(text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return text::guarded(text);
}

void write_line(std::ostream& out, const std::vector<std::string>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) out << (i == 0 ? "" : "\t") << cell(cells[i]);
  out << "\n";
}

// What a key names, as the store has it.
class Names {
 public:
  explicit Names(SQLite::Database& db)
      : entity_(db, "SELECT e.name, e.type FROM entities e JOIN documents d ON d.id = e.document WHERE d.doc_id = ? AND e.entity = ?"),
        blank_(db, "SELECT doc_id FROM documents WHERE replace(replace(replace(doc_id, char(9), ' '), char(10), ' '), char(13), ' ') = ?"),
        clause_(db, "SELECT c.text, 'commitment' FROM clauses c JOIN documents d ON d.id = c.document WHERE d.doc_id = ?1 AND c.start = ?2 UNION SELECT r.text, 'commitment' FROM commitment_reports r JOIN documents d ON d.id = "
                    "r.document WHERE d.doc_id = ?1 AND r.start = ?2") {}

  // Empty where nothing has the key.
  std::string of(const std::string& key) { return ask(key, 0); }
  // person, organization, location or commitment.
  std::string kind_of(const std::string& key) { return ask(key, 1); }
  // The key that a cell of a sheet stands for: itself, or the only one that has line ends or TABs where the cell has blanks.
  std::string key_of(const std::string& cell) {
    const std::size_t at = cell.find_last_of("#@");
    if (at == std::string::npos || !of(cell).empty()) return cell;
    blank_.reset();
    blank_.bind(1, cell.substr(0, at));
    if (!blank_.executeStep()) return cell;
    const std::string id = text_at(blank_, 0);
    return blank_.executeStep() ? cell : id + cell.substr(at);
  }

 private:
  std::string ask(const std::string& key, int column) {
    const std::size_t at = key.find_last_of("#@");
    if (at == std::string::npos) return {};
    Statement& ask = key[at] == '#' ? entity_ : clause_;
    ask.reset();
    ask.bind(1, key.substr(0, at));
    ask.bind(2, key.substr(at + 1));
    return ask.executeStep() ? text_at(ask, column) : std::string();
  }

  Statement entity_, blank_, clause_;
};

// A commitment has one rating, whichever of its tellings it was given to.
class RatingForgetter {
 public:
  explicit RatingForgetter(SQLite::Database& db)
      : forget_(db, "DELETE FROM decisions WHERE verdict NOT IN ('same', 'apart') AND (first = ?1 OR first IN (SELECT d.doc_id || '@' || t.start FROM tellings t JOIN documents d ON d.id = t.document "
                    "WHERE t.commitment IN (SELECT x.commitment FROM tellings x WHERE x.document = (SELECT id FROM documents WHERE doc_id = ?2) AND x.start = ?3)))") {}

  void operator()(const std::string& key) {
    const std::size_t at = key.find_last_of('@');
    run(forget_, key, key.substr(0, at), at == std::string::npos ? std::string() : key.substr(at + 1));
  }

 private:
  Statement forget_;
};

std::vector<std::string> split_tabs(const std::string& line) {
  std::vector<std::string> cells(1);
  for (const char c : line) {
    if (c == '\t') cells.emplace_back();
    else if (c != '\r') cells.back() += c;
  }
  for (std::string& cell : cells) cell = text::unguarded(cell);
  return cells;
}

}  // namespace

const std::vector<std::string>& ratings() {
  static const std::vector<std::string> all = {"not_yet_rated", "in_the_works", "stalled",    "kept",     "compromise",  "broken",     "not_started",
                                               "limited",       "substantial",  "complete", "in_progress", "achieved", "no_evidence"};
  return all;
}

void write_sheet(SQLite::Database& db, std::ostream& out) {
  out << kHead;
  Names names(db);
  Statement doubts(db, "SELECT first, second, reason FROM doubts WHERE NOT EXISTS (SELECT 1 FROM decisions x WHERE x.first IN (doubts.first, doubts.second) AND x.second IN (doubts.first, doubts.second)) ORDER BY rowid");
  while (doubts.executeStep()) {
    const std::string first = text_at(doubts, 0), second = text_at(doubts, 1);
    write_line(out, {"?", first, second, "", "", "", "", names.of(first) + " | " + names.of(second) + " | " + text_at(doubts, 2)});
  }
  Statement made(db, "SELECT verdict, first, second, who, day, source, note FROM decisions WHERE verdict IN ('same', 'apart') ORDER BY first, second");
  while (made.executeStep())
    write_line(out, {text_at(made, 0), text_at(made, 1), text_at(made, 2), text_at(made, 3), text_at(made, 4), text_at(made, 5), text_at(made, 6), names.of(text_at(made, 1)) + " | " + names.of(text_at(made, 2))});
  Statement commitments(db,
                        "SELECT c.status, d.doc_id || '@' || t.start, c.status_by, c.status_on, c.status_source, c.status_note, c.text, c.id FROM commitments c JOIN tellings t ON t.rowid = (SELECT min(rowid) "
                        "FROM tellings x WHERE x.commitment = c.id) JOIN documents d ON d.id = t.document ORDER BY c.first_said, c.id");
  while (commitments.executeStep())
    write_line(out, {text_at(commitments, 0), text_at(commitments, 1), "", text_at(commitments, 2), text_at(commitments, 3), text_at(commitments, 4), text_at(commitments, 5),
                     text_at(commitments, 7) + " " + text_at(commitments, 6)});
}

bool write_joined(SQLite::Database& db, const std::string& id, std::ostream& out) {
  Statement rows(db,
                 "SELECT d.doc_id || '#' || e.entity, e.name FROM entities e JOIN documents d ON d.id = e.document WHERE e.person = ?1 OR e.body = ?1 UNION ALL SELECT d.doc_id || '@' || t.start, t.text FROM "
                 "tellings t JOIN documents d ON d.id = t.document WHERE t.commitment = ?1");
  rows.bind(1, id);
  std::string first;
  while (rows.executeStep()) {
    if (first.empty()) out << kHead, first = text_at(rows, 0);
    write_line(out, {"joined", text_at(rows, 0), text_at(rows, 0) == first ? "" : first, "", "", "", "", text_at(rows, 1)});
  }
  return !first.empty();
}

std::size_t apply_sheet(SQLite::Database& db, std::istream& in, const std::string& name) {
  SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
  Statement put(db, "INSERT OR REPLACE INTO decisions (verdict, first, second, who, day, source, note) VALUES (?, ?, ?, ?, ?, ?, ?)");
  Statement forget_pair(db, "DELETE FROM decisions WHERE (first = ?1 AND second = ?2) OR (first = ?2 AND second = ?1)");
  RatingForgetter forget_rating(db);
  Names names(db);
  std::size_t count = 0, number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (number == 1 && line.starts_with(text::kByteOrderMark)) line.erase(0, text::kByteOrderMark.size());  // of a spreadsheet
    if (line.empty() || line[0] == '#' || line == "\r") continue;
    const auto fail = [&](const std::string& why) { throw Error(Cause::input, name + ":" + std::to_string(number) + " " + why); };
    std::vector<std::string> cells = split_tabs(line);
    if (cells.size() < 2) fail("has no TABs; a line is verdict, first, second, who, day, source, note.");
    cells.resize(std::max<std::size_t>(cells.size(), 7));
    const std::string& verdict = cells[0];
    if (verdict == "?" || verdict == "joined") continue;
    for (const std::size_t k : {1u, 2u}) {
      cells[k] = names.key_of(cells[k]);
      if (!cells[k].empty() && names.of(cells[k]).empty()) fail("names " + cells[k] + ", which is not in the store; copy it from the sheet that 'qogam review DB' prints.");
    }
    const bool forgets = verdict == "forget";
    if (forgets && cells[2].empty()) {
      forget_rating(cells[1]);
      ++count;
      continue;
    }
    if (verdict == "same" || verdict == "apart" || forgets) {
      if (cells[2].empty()) fail("says '" + verdict + "' of one thing only; both columns `first` and `second` are needed.");
      if (cells[1] == cells[2]) fail("says '" + verdict + "' of " + cells[1] + " and itself.");
      if (names.kind_of(cells[1]) != names.kind_of(cells[2])) fail("says '" + verdict + "' of two things that are not of one kind: " + cells[1] + " and " + cells[2] + ".");
      run(forget_pair, cells[1], cells[2]);
      if (!forgets) run(put, verdict, cells[1], cells[2], cells[3], cells[4], cells[5], cells[6]);
      ++count;
      continue;
    }
    if (verdict == ratings().front()) continue;  // what an older sheet says takes no rating back
    if (std::ranges::find(ratings(), verdict) == ratings().end()) fail("has the verdict '" + verdict + "', which is none; the first lines of the sheet list them.");
    if (names.kind_of(cells[1]) != "commitment") fail("rates " + cells[1] + ", which is no commitment; `first` is an article and a place, as ARTICLE@120.");
    if (cells[3].empty() || !registry::day_number(cells[4]) || cells[5].empty())
      fail("rates a commitment without saying who did, on which day (YYYY-MM-DD) and by which source; a rating is a person's word.");
    forget_rating(cells[1]);
    Statement rate(db, "INSERT INTO decisions (verdict, first, second, who, day, source, note) VALUES (?, ?, '', ?, ?, ?, ?)");
    run(rate, verdict, cells[1], cells[3], cells[4], cells[5], cells[6]);
    ++count;
  }
  transaction.commit();
  return count;
}

}  // namespace qogam::store
