// qogam complete: what the completions of shells ask the program.
#include <iostream>

#include "cli/completion.h"
#include "cli/exit_code.h"
#include "cli/verbs.h"

namespace qogam::cli {

Syntax complete_syntax() {
  Syntax syntax{"qogam complete -- [WORD]...",
                "Prints what the last word, of which the beginning is typed and which may be empty, can become: a word and what it means, parted\n"
                "by a TAB. A line ':files' says that files may stand there too, ':goes-on' that no blank follows.\n",
                po::options_description("options"), "example: qogam complete -- analyze --only da\n", "word"};
  syntax.options.add_options()("help,h", "this help");
  return syntax;
}

int complete(const Call& call) {
  const Completion all = completion_of(call.bare);
  for (const Candidate& c : all.candidates) std::cout << c.word << "\t" << c.help << "\n";
  if (all.files) std::cout << ":files\n";
  if (all.goes_on) std::cout << ":goes-on\n";
  return kDone;
}

}  // namespace qogam::cli
