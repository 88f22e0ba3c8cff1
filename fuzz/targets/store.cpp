// Articles as JSON Lines: put into a store, joined to people, bodies and commitments, and read from it again.
#include <sstream>

#include "qogam/error.h"
#include "store/known.h"
#include "store/load.h"
#include "store/registry_tables.h"
#include "store/review.h"
#include "store/schema.h"
#include "support/feed.h"
#include "support/require.h"
#include "support/small_models.h"

namespace qogam::fuzz {
namespace {

store::Loaded load(SQLite::Database& db, const std::string& lines, std::size_t& told) {
  std::istringstream in(lines);
  store::Writer writer(db);
  store::Loaded loaded;
  store::load_lines(in, "input", writer, small_knowledge(), {.jobs = 1}, [&](const std::string&) { ++told; }, loaded);
  return loaded;
}

// What is read from a store that has been linked fits together.
void check(SQLite::Database& db, const store::Linked& linked) {
  require(store::read_people(db).size() == linked.people, "people are counted");
  require(store::read_bodies(db).size() == linked.bodies, "bodies are counted");
  for (const registry::Commitment& c : store::read_commitments(db)) {
    require(!c.tellings.empty(), "a commitment was told");
    registry::facts_of(c, "2024-04-19");
  }
  std::ostringstream sheet;
  store::write_sheet(db, sheet);
  std::istringstream back(sheet.str());
  store::apply_sheet(db, back, "sheet");
}

}  // namespace
}  // namespace qogam::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace qogam;
  fuzz::Feed feed(data, size);
  const std::string lines(feed.rest());
  SQLite::Database db = store::open_store(":memory:", store::Access::write);
  std::size_t told = 0;
  const store::Loaded first = fuzz::load(db, lines, told);
  fuzz::require(told == first.failed, "each line that fails is told");
  const std::size_t articles = store::count_articles(db).articles;
  fuzz::require(articles == first.added, "articles are counted");
  store::Linked linked = store::link_articles(db, fuzz::small_knowledge());
  fuzz::check(db, linked);
  if (first.replaced == 0) {
    const store::Loaded again = fuzz::load(db, lines, told);
    fuzz::require(again.added == 0 && again.replaced == 0 && again.same == first.all(), "what is stored is the same");
  }
  return 0;
}
