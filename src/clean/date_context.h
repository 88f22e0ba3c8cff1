// What stands around a date in its line.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "clean/date.h"
#include "clean/date_tokens.h"

namespace qogam::clean {

// A look at the tokens before and behind one date. Keeps views of all it is given.
class DateContext {
 public:
  DateContext(std::span<const DateToken> tokens, const Date& date, std::string_view line,
              const WordValue& value);

  // Tokens before the date.
  std::size_t before() const { return first_; }
  bool sign_before() const;

  // Behind the date stand a word for "year", a day of the week, a time; then the end or a sign.
  bool ends_fact() const;

  // Before it stands nothing, a sign, a time, a day of the week, or one single word of a label.
  bool begins_fact() const;

  // Directly behind the date stand a time, a dash, or a full stop (after a word for "year"); or a
  // year ends it and a new sentence begins, the scraper having lost what parted them.
  bool opens_text() const;

  // It follows a colon, and only a time follows it.
  bool is_stamp() const;

 private:
  std::size_t words_before() const;
  bool word(std::size_t i, std::size_t bytes) const;
  bool sign(std::size_t i) const;
  bool time(std::size_t i) const;
  bool weekday(std::size_t i) const;
  bool begins_sentence(std::size_t i) const;

  std::span<const DateToken> t_;
  std::string_view line_;
  const WordValue& value_;
  std::size_t first_ = 0, last_ = 0;  // the tokens of the date
};

}  // namespace qogam::clean
