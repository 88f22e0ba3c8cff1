// A regular expression that is compiled when it is first needed.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "text/regex.h"

namespace qogam::clean {

// A long expression takes its time to compile, and a page needs few of them. Copies share
// the compiled expression; safe from any thread.
class LazyRegex {
 public:
  // `source` ("file:line") is used in messages.
  LazyRegex(std::string pattern, std::string source)
      : state_(std::make_shared<State>(std::move(pattern), std::move(source))) {}

  // Throws Error{Cause::models} where the pattern is wrong.
  const text::Regex& get() const {
    std::call_once(state_->once,
                   [this] { state_->regex.emplace(state_->pattern, state_->source); });
    return *state_->regex;
  }

 private:
  struct State {
    State(std::string p, std::string s) : pattern(std::move(p)), source(std::move(s)) {}
    std::string pattern, source;
    std::once_flag once;
    std::optional<text::Regex> regex;
  };
  std::shared_ptr<State> state_;
};

}  // namespace qogam::clean
