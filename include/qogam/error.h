// What ends a run. What spoils one document only is a Problem in that Document instead.
#pragma once

#include <stdexcept>
#include <string>

namespace qogam {

enum class Cause {
  usage,   // the call's words are off: exit code 2
  input,   // an input or output as a whole: exit code 3
  models,  // knowledge that cannot be read, compiled or trusted: exit code 4
};

// Thrown while starting up. `what()` is one full sentence that names the file and line or byte,
// and says what to do.
class Error : public std::runtime_error {
 public:
  Error(Cause cause, const std::string& message) : std::runtime_error(message), cause_(cause) {}
  Cause cause() const noexcept { return cause_; }

 private:
  Cause cause_;
};

}  // namespace qogam
