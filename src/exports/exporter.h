// Exports: what Qogam knows, in the formats of other tools.
//
// An exporter takes values and knows nothing of the store. Articles come one after another, so that
// memory does not grow with the corpus; people, bodies and commitments are held as a whole.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "registry/records.h"

namespace qogam::exports {

// What an export is made of.
struct Corpus {
  std::vector<registry::Person> people;
  std::vector<registry::Body> bodies;
  std::vector<registry::Commitment> commitments;

  // The next article, an object in the format of `qogam analyze`; nothing at the end.
  std::function<std::optional<nlohmann::json>()> next;
  // Begins the articles anew. Called before each pass; a format makes one or two.
  std::function<void()> rewind;

  std::string as_of;  // facts of commitments are those of this day, "YYYY-MM-DD"
};

// The program and the knowledge that something was made by, as "generator" in the object of an article names them.
struct Generator {
  std::string version, models;
  bool known() const { return !version.empty(); }  // else an export does not name it
};

struct Options {
  Generator generator;   // who makes the export; each article names the one that analysed it
  bool csv_bom = false;  // csv: begin each file with a byte order mark, by which Excel knows UTF-8
  bool csv_raw = false;  // csv: leave cells that spreadsheets would take for formulas as they are
  bool utf16 = false;    // labelstudio: offsets in UTF-16 units, as its old versions count
  std::vector<std::string> topics;  // labelstudio: ids to choose from; those of the articles are added
  // conllu: the words of an article, as write::to_conllu() prints them.
  std::function<std::string(const nlohmann::json& article)> conllu;
};

class Exporter {
 public:
  virtual ~Exporter() = default;

  // Writes the file or folder `out`, whole or not at all: it is made under another name beside `out`
  // and renamed at the end. A folder that exists is filled anew file by file (csv) or refused where
  // somebody's work may be in it (brat). Throws qogam::Error that names the file and says what to do.
  virtual void write(Corpus& corpus, const std::filesystem::path& out) = 0;
};

struct Format {
  std::string_view name;
  bool folder;  // `out` is a folder, not a file
  std::string_view help;
  std::unique_ptr<Exporter> (*make)(const Options&);
};

// All formats, in the order of the help.
const std::vector<Format>& formats();

// The exporter of a format, nullptr where there is none of that name.
std::unique_ptr<Exporter> make_exporter(std::string_view name, const Options& options = {});

}  // namespace qogam::exports
