// qogam schema: the JSON Schema of the output.
#include "write/schema.h"

#include <iostream>

#include "cli/arguments.h"
#include "cli/exit_code.h"
#include "cli/verbs.h"

namespace qogam::cli {

Syntax schema_syntax() {
  Syntax syntax{"qogam schema", "Prints the JSON Schema (draft 2020-12) of the output.\n",
                po::options_description("options"), "", ""};
  syntax.options.add_options()("help,h", "this help");
  return syntax;
}

int schema(const Call&) {
  std::cout << write::output_schema();
  return kDone;
}

}  // namespace qogam::cli
