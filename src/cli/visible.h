// Text of strangers, made fit for a terminal.
#pragma once

#include <memory>
#include <ostream>
#include <streambuf>
#include <string>
#include <string_view>

namespace qogam::cli {

// UTF-8 with what commands a terminal made visible: ESC comes out as U+241B, others alike, C1 control characters and those
// that turn the direction of writing as <U+009B>, bytes that are no UTF-8 as U+FFFD. Characters of `kept` stay, and a CR
// before an LF that stays. Pure.
std::string visible(std::string_view utf8, std::string_view kept = "\n\t");

// While it lives, what is written to `out` arrives visible, by whole lines. For one thread.
class VisibleOutput {
 public:
  explicit VisibleOutput(std::ostream& out);
  ~VisibleOutput();
  VisibleOutput(const VisibleOutput&) = delete;
  VisibleOutput& operator=(const VisibleOutput&) = delete;

 private:
  std::ostream& out_;
  std::unique_ptr<std::streambuf> buffer_;
  std::streambuf* before_;
};

}  // namespace qogam::cli
