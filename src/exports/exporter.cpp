// The table of formats.
#include "exports/exporter.h"

#include "exports/makers.h"

namespace qogam::exports {

const std::vector<Format>& formats() {
  static const std::vector<Format> all = {
      {"csv", true, "a table a list, RFC 4180: for spreadsheets, pandas, OpenRefine", make_csv},
      {"ftm", false, "FollowTheMoney entities, one JSON object a line: for Aleph and OpenSanctions tools", make_ftm},
      {"popolo", false, "people, organizations, posts, memberships and speeches as Popolo JSON", make_popolo},
      {"labelstudio", false, "tasks with predictions for Label Studio, and FILE.config.xml beside them", make_label_studio},
      {"brat", true, "a text and its standoff annotations an article, for brat", make_brat},
      {"conllu", false, "words as CoNLL-U with entities in the last column, as CorefUD has them", make_conllu},
      {"jsonld", false, "news articles, quotations, people and bodies as schema.org JSON-LD", make_json_ld},
  };
  return all;
}

std::unique_ptr<Exporter> make_exporter(std::string_view name, const Options& options) {
  for (const Format& format : formats())
    if (format.name == name) return format.make(options);
  return nullptr;
}

}  // namespace qogam::exports
