// A walk over tags.
#include "html/attributes.h"

#include <algorithm>

#include "text/ascii.h"

namespace qogam::html {
namespace {

constexpr std::size_t kMostAttributes = 1000;
constexpr std::string_view kBlanks = " \t\n\r\f", kBehindName = " \t\n\r\f/>=", kBehindValue = " \t\n\r\f>";

bool is_letter(char c) { return text::ascii_lower(c) >= 'a' && text::ascii_lower(c) <= 'z'; }

bool same(char a, char b) { return text::ascii_lower(a) == b; }

class Walk {
 public:
  explicit Walk(std::string_view html) : html_(html) {}

  std::optional<std::string> run() {
    while ((at_ = std::min(html_.find('<', at_), html_.size())) < html_.size()) {
      constexpr std::string_view kComment = "<!--";
      if (html_.substr(at_).starts_with(kComment)) at_ = std::min(html_.find("-->", at_ + kComment.size()), html_.size());
      else if (++at_ < html_.size() && is_letter(html_[at_])) tag();
    }
    return std::move(copy_);
  }

 private:
  void tag() {
    const std::size_t begin = at_;
    skip_to(kBehindName);
    const std::string_view name = html_.substr(begin, at_ - begin);
    for (std::size_t count = 1; next_attribute(); ++count) {
      const std::size_t first = at_;
      attribute();
      if (count > kMostAttributes) blank(first);
    }
    for (const std::string_view raw : {"script", "style"})
      if (std::ranges::equal(name, raw, same)) skip_raw(raw);
  }

  // Whether one begins here, behind blanks.
  bool next_attribute() {
    while (at_ < html_.size() && (html_[at_] == '/' || kBlanks.find(html_[at_]) != kBlanks.npos)) ++at_;
    return at_ < html_.size() && html_[at_] != '>';
  }

  void attribute() {
    ++at_;  // whatever it begins with
    skip_to(kBehindName);
    const std::size_t behind = std::min(html_.find_first_not_of(kBlanks, at_), html_.size());
    if (behind == html_.size() || html_[behind] != '=') return;
    at_ = std::min(html_.find_first_not_of(kBlanks, behind + 1), html_.size());
    if (at_ == html_.size()) return;
    if (const char quote = html_[at_]; quote == '"' || quote == '\'') at_ = std::min(html_.find(quote, at_ + 1), html_.size() - 1) + 1;
    else skip_to(kBehindValue);
  }

  void skip_to(std::string_view ends) { at_ = std::min(html_.find_first_of(ends, at_), html_.size()); }

  void skip_raw(std::string_view name) {
    while ((at_ = std::min(html_.find("</", at_), html_.size())) < html_.size()) {
      at_ += 2;
      if (html_.size() - at_ >= name.size() && std::ranges::equal(html_.substr(at_, name.size()), name, same)) return;
    }
  }

  void blank(std::size_t first) {
    if (!copy_) copy_ = html_;
    std::fill(copy_->begin() + static_cast<std::ptrdiff_t>(first), copy_->begin() + static_cast<std::ptrdiff_t>(at_), ' ');
  }

  std::string_view html_;
  std::size_t at_ = 0;
  std::optional<std::string> copy_;
};

}  // namespace

std::optional<std::string> without_surplus_attributes(std::string_view html) { return Walk(html).run(); }

}  // namespace qogam::html
