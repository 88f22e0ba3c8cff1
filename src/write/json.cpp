// The whole object on one screen; the parts are in parts_*.cpp.
#include "write/json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "write/lists.h"

namespace qogam::write {
namespace {

using Json = nlohmann::ordered_json;

bool wanted(const WriteOptions& options, std::string_view finding) {
  const auto& names = options.findings;
  return names.empty() || std::find(names.begin(), names.end(), finding) != names.end();
}

// A stage that failed may have left half a layer behind: an error object states no findings.
void write_findings(const Parts& parts, const WriteOptions& options) {
  const bool ok = !parts.document.error;
  for (const List& list : lists()) {
    parts.out.key(list.key);
    if (ok && (list.finding.empty() || wanted(options, list.finding))) list.write(parts);
    else parts.out.empty_list();
  }
}

void write_generator(const WriteOptions& options, JsonText& out) {
  out.open_object();
  out.key("version").text(options.version);
  out.key("models").text(options.models);
  out.close_object();
}

void write_object(const Document& document, const WriteOptions& options, JsonText& out) {
  const bool ok = !document.error;
  out.open_object();
  out.key("schema").text("qogam/1");
  out.key("id").text(document.id);
  write_source(document.source, out.key("source"));
  out.key("language").text(document.language.empty() ? "und" : std::string_view(document.language));
  out.key("title").text_or_null(document.title);
  write_published(document.published, out.key("published"));
  if (!options.no_text) out.key("text").text(document.text);
  write_furniture(document.furniture, out.key("furniture"));
  write_findings({document, text::CodePointIndex(document.text), out}, options);
  out.key("duplicate_of").text_or_null(document.duplicate_of);
  write_generator(options, out.key("generator"));
  out.key("status").text(ok ? "ok" : "error");
  if (!ok) write_problem(*document.error, out.key("error"));
  write_problems(document.warnings, out.key("warnings"));
  out.close_object();
}

std::string one_line(const Document& document, const WriteOptions& options) {
  constexpr std::size_t kBeside = 4096, kOfText = 4;  // bytes of the object beside the text, and for each of its bytes
  std::string text;
  text.reserve(kBeside + kOfText * document.text.size());
  JsonText out(text);
  write_object(document, options, out);
  return text;
}

}  // namespace

Json to_json(const Document& document, const WriteOptions& options) { return Json::parse(one_line(document, options)); }

// What is indented is read by people, and need not be quick.
std::string to_json_text(const Document& document, const WriteOptions& options) {
  std::string text = one_line(document, options);
  if (options.pretty) text = Json::parse(text).dump(1);
  text += '\n';
  return text;
}

}  // namespace qogam::write
