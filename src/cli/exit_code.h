// What the exit status of qogam means. `--help` and the README say the same.
#pragma once

#include "qogam/error.h"

namespace qogam::cli {

enum ExitCode : int {
  kDone = 0,          // everything done; also where the reader of our output has gone away
  kSomeFailed = 1,    // done, but some documents failed and stand as error objects
  kUsage = 2,         // the call's words are off
  kInputOutput = 3,   // an input or output as a whole
  kModels = 4,        // knowledge that cannot be read or trusted
  kSignalBase = 128,  // 130 interrupted (SIGINT), 143 terminated (SIGTERM)
};

// The same for people: in the man page and docs/cli.md.
struct ExitMeaning {
  const char *code, *means;
};
inline constexpr ExitMeaning kExitMeanings[] = {
    {"0", "all done"},
    {"1", "done, but some documents failed and stand as error objects, or lines were left out (analyze: --doc-errors=ok makes it 0)"},
    {"2", "usage: the call's words are off"},
    {"3", "an input or output as a whole"},
    {"4", "models: knowledge that cannot be read or trusted, or an example of a rule that fails"},
    {"130, 143", "ended by a signal, SIGINT or SIGTERM"},
};

constexpr ExitCode exit_code(Cause cause) {
  switch (cause) {
    case Cause::usage:
      return kUsage;
    case Cause::input:
      return kInputOutput;
    case Cause::models:
      return kModels;
  }
  return kInputOutput;
}

}  // namespace qogam::cli
