// The output formats there are, and how to get one by name.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "write/json.h"

namespace qogam::write {

// Turns a document into the bytes of its place in the output, which end with a line end; of one with an error too, and of one whose layers are empty, as `--only`
// leaves them. It honours what WriteOptions can mean in its format. Immutable: one serves all threads.
using Writer = std::function<std::string(const Document&)>;

struct WriterRow {
  std::string_view name;
  std::string_view help;
  Writer (*make)(WriteOptions options);
};

// The table, in the order in which people should read it.
std::span<const WriterRow> writers();

// The writer of that name. Throws Error{usage} where there is none.
Writer make_writer(std::string_view name, WriteOptions options);

}  // namespace qogam::write
