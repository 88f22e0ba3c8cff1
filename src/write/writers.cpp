// The table of output formats.
#include "write/writers.h"

#include "qogam/error.h"

namespace qogam::write {
namespace {

Writer make_lines(WriteOptions options) {
  options.pretty = false;
  return [options = std::move(options)](const Document& d) { return to_json_text(d, options); };
}

Writer make_pretty(WriteOptions options) {
  options.pretty = true;
  return [options = std::move(options)](const Document& d) { return to_json_text(d, options); };
}

constexpr WriterRow kWriters[] = {
    {"jsonl", "JSON Lines: one object a document, one line an object", make_lines},
    {"json", "the same objects, indented for people", make_pretty},
};

}  // namespace

std::span<const WriterRow> writers() { return kWriters; }

Writer make_writer(std::string_view name, WriteOptions options) {
  for (const WriterRow& row : kWriters)
    if (row.name == name) return row.make(std::move(options));
  throw Error(Cause::usage, "There is no output format named '" + std::string(name) +
                                "'; 'qogam list writers' prints those there are.");
}

}  // namespace qogam::write
