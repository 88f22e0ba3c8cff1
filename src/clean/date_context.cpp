// What stands around a date in its line.
#include "clean/date_context.h"

#include "clean/line_shape.h"
#include "text/utf8.h"

namespace qogam::clean {
namespace {

constexpr std::size_t kPlaceWords = 3;
// Bytes of the words that may stand between a date and a time: "year", "at", a day of the week.
constexpr std::size_t kYearWord = 12, kAtWord = 4, kWeekday = 24;

}  // namespace

DateContext::DateContext(std::span<const DateToken> tokens, const Date& date, std::string_view line,
                         const WordValue& value)
    : t_(tokens), line_(line), value_(value) {
  while (first_ < t_.size() && t_[first_].span.begin < date.span.begin) ++first_;
  last_ = first_;
  while (last_ < t_.size() && t_[last_].span.begin < date.span.end) ++last_;
}

bool DateContext::sign_before() const { return first_ > 0 && sign(first_ - 1); }

bool DateContext::ends_fact() const {
  std::size_t i = last_;
  if (word(i, kYearWord) && (i + 1 == t_.size() || sign(i + 1) || time(i + 1))) ++i;
  if (i < t_.size() && t_[i].is_sign('.')) return true;
  if (word(i, kYearWord) && (weekday(i) || time(i + 1))) ++i;
  if (i < t_.size() && t_[i].is_sign(',')) ++i;
  if (word(i, kWeekday) && weekday(i)) ++i;
  if (word(i, kAtWord) && time(i + 1)) ++i;
  return i >= t_.size() || sign(i) || time(i);
}

bool DateContext::begins_fact() const {
  if (first_ == 0) return true;
  const DateToken& before = t_[first_ - 1];
  if (before.is_sign('(') || before.is_sign('-') || words_before() > kPlaceWords) return false;
  if (before.kind == DateToken::Kind::sign) return true;
  if (before.is_word()) return weekday(first_ - 1) || (first_ == 1 && last_ + 3 >= t_.size());
  return first_ >= 3 && time(first_ - 3);
}

bool DateContext::opens_text() const {
  std::size_t i = last_;
  if (time(i) || (i < t_.size() && t_[i].is_sign(',') && time(i + 1))) return true;
  if (t_[last_ - 1].is_number(4, 4) && begins_sentence(i)) return true;
  if (word(i, kYearWord)) ++i;
  return sign(i) && t_[i].sign != ',' && t_[i].sign != '(';
}

bool DateContext::is_stamp() const {
  return first_ > 0 && t_[first_ - 1].is_sign(':') && time(last_) && last_ + 3 == t_.size();
}

// Words between the date and the separator, colon or full stop before it, the last sign aside.
std::size_t DateContext::words_before() const {
  std::size_t words = 0;
  for (std::size_t i = first_; i-- > 0;) {
    words += t_[i].is_word();
    const bool border = is_separator(t_[i].sign) || t_[i].is_sign(':') || t_[i].is_sign('.');
    if (i + 1 < first_ && border) break;
  }
  return words;
}

bool DateContext::word(std::size_t i, std::size_t bytes) const {
  return i < t_.size() && t_[i].is_word() && t_[i].span.size() <= bytes;
}

bool DateContext::sign(std::size_t i) const {
  return i < t_.size() && t_[i].kind == DateToken::Kind::sign;
}

bool DateContext::time(std::size_t i) const {
  return i + 2 < t_.size() && t_[i].is_number(1, 2) && t_[i + 1].is_sign(':') &&
         t_[i + 2].is_number(2, 2);
}

bool DateContext::weekday(std::size_t i) const {
  return value_("weekday", t_[i].span.of(line_)).has_value();
}

bool DateContext::begins_sentence(std::size_t i) const {
  if (i >= t_.size() || !t_[i].is_word()) return false;
  std::size_t at = t_[i].span.begin;
  return text::is_upper(text::decode_at(line_, at));
}

}  // namespace qogam::clean
