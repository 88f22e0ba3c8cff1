// Imports: what people have annotated in other tools, as gold for `qogam eval` and `qogam train`.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

namespace qogam::exports {

enum class Unit {
  automatic,    // what makes each span equal the text that the tool wrote beside it; code points where both do
  code_points,
  utf16,        // old versions of Label Studio
};

struct ImportOptions {
  Unit unit = Unit::automatic;  // labelstudio
  bool predictions = false;     // labelstudio: take the first prediction of tasks that nobody has annotated
  bool overwrite = false;       // replace gold of the same name
};

// Called with one gold object an article.
using UseGold = std::function<void(const nlohmann::json& gold)>;

struct ImportFormat {
  std::string_view name, help;
  // Throws qogam::Error{input} that names file, line or task and region, and says what to do: a span that
  // is not its text, an unknown label, a commitment without its kind …
  void (*read)(const std::filesystem::path& in, const ImportOptions& options, const UseGold& use);
};

const std::vector<ImportFormat>& import_formats();
const ImportFormat* find_import(std::string_view name);  // nullptr where there is none

// A JSON export of Label Studio (Export > JSON). Of several annotations of a task the one marked as
// ground truth is taken, else the last one that was updated and not cancelled. Tasks that nobody has
// annotated are passed over. Held in memory as a whole.
void read_label_studio(const std::filesystem::path& file, const ImportOptions& options, const UseGold& use);

// A folder of NAME.txt and NAME.ann, in the order of names.
void read_brat(const std::filesystem::path& folder, const ImportOptions& options, const UseGold& use);

// Writes NAME.gold.json for each article into a folder, all of them or none, and gives their number. NAME
// is the article's id, made safe (file_names.h).
std::size_t import_gold(const ImportFormat& format, const std::filesystem::path& in, const std::filesystem::path& out,
                        const ImportOptions& options = {});

}  // namespace qogam::exports
