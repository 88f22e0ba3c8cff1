// The table of imports, and the folder of gold.
#include "exports/importer.h"

#include "exports/article.h"
#include "exports/file_names.h"
#include "exports/output.h"
#include "qogam/error.h"

namespace qogam::exports {

namespace fs = std::filesystem;

const std::vector<ImportFormat>& import_formats() {
  static const std::vector<ImportFormat> all = {
      {"labelstudio", "a JSON export of Label Studio", read_label_studio},
      {"brat", "a folder of .txt and .ann files of brat", read_brat},
  };
  return all;
}

const ImportFormat* find_import(std::string_view name) {
  for (const ImportFormat& format : import_formats())
    if (format.name == name) return &format;
  return nullptr;
}

std::size_t import_gold(const ImportFormat& format, const fs::path& in, const fs::path& out, const ImportOptions& options) {
  OutFolder folder(out, OutFolder::Existing::fill);
  FileNames names;
  std::size_t count = 0;
  format.read(in, options, [&](const Json& gold) {
    const std::string name = names.next(text_of(gold, "id")) + ".gold.json";
    std::error_code error;
    if (!options.overwrite && fs::exists(out / name, error))
      throw Error(Cause::input, "'" + (out / name).string() + "' is there already; give another folder, or say --overwrite.");
    OutFile file(folder.part() / name, false);
    file.write(gold.dump(1, ' ', false, Json::error_handler_t::replace) + "\n");
    file.finish();
    ++count;
  });
  folder.finish();
  return count;
}

}  // namespace qogam::exports
