// Which files of a folder have been stored.
#include "store/watched.h"

#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <system_error>

#include "store/text_columns.h"

namespace qogam::store {
namespace {

namespace fs = std::filesystem;

std::int64_t nanoseconds(fs::file_time_type time) { return std::chrono::duration_cast<std::chrono::nanoseconds>(time.time_since_epoch()).count(); }

bool is_finished(const fs::path& path) {
  const std::string name = path.filename().string();
  return !name.starts_with('.') && path.extension() != ".part";
}

}  // namespace

Watched::Watched(SQLite::Database& db) : db_(db) { db.exec("CREATE TABLE IF NOT EXISTS watched (path TEXT PRIMARY KEY, size INTEGER, time INTEGER) WITHOUT ROWID"); }

std::vector<WatchedFile> Watched::changed(const std::string& folder, bool last) const {
  std::map<std::string, std::pair<std::int64_t, std::int64_t>> known;
  SQLite::Statement rows(db_, "SELECT path, size, time FROM watched");
  while (rows.executeStep()) known[text_at(rows, 0)] = {rows.getColumn(1).getInt64(), rows.getColumn(2).getInt64()};
  const std::int64_t now = nanoseconds(fs::file_time_type::clock::now());
  constexpr std::int64_t kSettled = 1'000'000'000;
  std::vector<WatchedFile> files;
  std::error_code error;
  for (fs::recursive_directory_iterator it(folder, fs::directory_options::skip_permission_denied, error), end; !error && it != end; it.increment(error)) {
    std::error_code ignored;
    if (it->is_directory(ignored) && it->path().filename().string().starts_with('.')) it.disable_recursion_pending();
    if (!it->is_regular_file(ignored) || !is_finished(it->path())) continue;
    WatchedFile file{it->path().string(), static_cast<std::int64_t>(it->file_size(ignored)), nanoseconds(it->last_write_time(ignored))};
    const auto seen = known.find(file.path);
    if (seen != known.end() && seen->second == std::pair(file.size, file.time)) continue;
    if (!last && std::abs(now - file.time) < kSettled) continue;  // a time that is ahead is another machine's
    files.push_back(std::move(file));
  }
  std::sort(files.begin(), files.end(), [](const WatchedFile& a, const WatchedFile& b) { return a.path < b.path; });
  return files;
}

void Watched::seen(const WatchedFile& file) {
  SQLite::Statement put(db_, "INSERT OR REPLACE INTO watched (path, size, time) VALUES (?, ?, ?)");
  run(put, file.path, file.size, file.time);
}

}  // namespace qogam::store
