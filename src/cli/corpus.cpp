// A store as what exports and reports are made of.
#include "cli/corpus.h"

#include "store/schema.h"

namespace qogam::cli {

StoredCorpus::StoredCorpus(const std::string& path, const std::string& as_of, std::size_t latest) : db(store::open_store(path, store::Access::read)), lines(db, latest) {
  corpus.people = store::read_people(db);
  corpus.bodies = store::read_bodies(db);
  corpus.commitments = store::read_commitments(db);
  corpus.next = [this]() -> std::optional<nlohmann::json> {
    const auto line = lines.next();
    if (!line) return std::nullopt;
    return nlohmann::json::parse(*line);
  };
  corpus.rewind = [this] { lines.rewind(); };
  corpus.as_of = as_of;
}

}  // namespace qogam::cli
