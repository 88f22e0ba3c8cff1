// The whole object on one screen; the parts are in parts_*.cpp.
#include "write/json.h"

#include <algorithm>

#include "write/parts.h"

namespace qogam::write {
namespace {

// One list of the object: its key and who fills it.
struct List {
  std::string_view key;
  Json (*make)(const Parts&);
};

constexpr List kLists[] = {
    {"mentions", mentions_json}, {"entities", entities_json}, {"officials", officials_json},
    {"ngos", ngos_json},         {"dates", dates_json},       {"money", money_json},
    {"topics", topics_json},     {"quotes", quotes_json},     {"commitments", commitments_json},
};

bool wanted(const WriteOptions& options, std::string_view key) {
  const auto& names = options.findings;
  return names.empty() || std::find(names.begin(), names.end(), key) != names.end();
}

}  // namespace

Json to_json(const Document& document, const WriteOptions& options) {
  const Parts parts{document, text::CodePointIndex(document.text)};
  const bool ok = !document.error;
  Json out = Json::object();
  out["schema"] = "qogam/1";
  out["id"] = document.id;
  out["source"] = source_json(document.source);
  out["language"] = document.language.empty() ? "und" : document.language;
  out["title"] = text_or_null(document.title);
  out["published"] = published_json(document.published);
  if (!options.no_text) out["text"] = document.text;
  out["furniture"] = furniture_json(document.furniture);
  // A stage that failed may have left half a layer behind: an error object states no findings.
  out["sentences"] = ok ? sentences_json(parts) : Json::array();
  for (const List& list : kLists)
    out[std::string(list.key)] = ok && wanted(options, list.key) ? list.make(parts) : Json::array();
  out["commitment_reports"] = ok && wanted(options, "commitments") ? reports_json(parts) : Json::array();
  out["duplicate_of"] = text_or_null(document.duplicate_of);
  out["generator"] = {{"version", options.version}, {"models", options.models}};
  out["status"] = ok ? "ok" : "error";
  if (!ok) out["error"] = problem_json(*document.error);
  out["warnings"] = problems_json(document.warnings);
  return out;
}

std::string to_json_text(const Document& document, const WriteOptions& options) {
  std::string text = to_json(document, options)
                         .dump(options.pretty ? 1 : -1, ' ', false, Json::error_handler_t::replace);
  text += '\n';
  return text;
}

}  // namespace qogam::write
