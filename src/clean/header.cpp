// What stands above the title of a page.
#include "clean/header.h"

#include <algorithm>
#include <string>
#include <vector>

#include "clean/line_rules.h"
#include "clean/line_shape.h"

namespace qogam::clean {
namespace {

// A page with more lines above its title than this is a list or a table.
constexpr std::size_t kMostLines = 80;
// What a masthead and a line of it have at most, and a line that can only be of one at least.
constexpr std::size_t kMastheadLines = 12, kMastheadLine = 120, kTellingWords = 3;

bool has_no_letters(std::string_view line) {
  return std::none_of(line.begin(), line.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80);
  });
}

bool is_live(std::string_view kind) { return kind == "rates" || kind == "weather" || kind == "ad"; }

class HeaderMarker {
 public:
  HeaderMarker(Page& page, PageRules& rules, const Dates& dates)
      : page_(page), rules_(rules), dates_(dates) {}

  Header mark() {
    find_known();
    fill_between();
    drop_guesses_without_title();
    for (const Guess& line : lines_)
      if (!line.kind.empty()) page_.remove(line.number, line.kind);
    return {title_, clock_};
  }

 private:
  struct Guess {
    std::size_t number;    // of the line in the page
    std::string kind;      // empty: stays
    bool guessed = false;  // by its neighbours alone
    bool dateline = false;
  };

  std::string_view text(const Guess& line) const { return page_.text(line.number); }

  std::string_view known_kind(std::size_t i) {
    for (const Where where : {Where::any, Where::header, Where::tail, Where::block})
      if (const FurnitureRule* rule = rules_.find(where, i, page_.text(i))) return rule->kind;
    return {};
  }

  // The lines down to the title, or to what cannot stand above one.
  void find_known() {
    std::size_t i = page_.size() > 0 && page_[0].empty() ? 1 : 0;
    for (; i < page_.size() && lines_.size() < kMostLines; i = page_.next(i)) {
      Guess line{i, std::string(known_kind(i))};
      if (line.kind.empty()) line.kind = mark_line(page_, rules_, i);
      line.dateline = page_.is_kept(i) && dates_.dateline(page_.kept(i));
      if (line.kind.empty() && !line.dateline && !between(line)) break;
      lines_.push_back(line);
    }
    title_ = i;
  }

  // Whether an unknown line may still be furniture, so that the title is further down.
  bool between(Guess& line) {
    const std::string_view t = text(line);
    if (has_no_letters(t) || is_place(t)) return line.guessed = true;
    if (menu_like(t, page_.gaps(line.number))) {
      line.kind = "navigation";
      return line.guessed = true;
    }
    if (!is_name(line.number) && !in_masthead(line.number)) return false;
    line.kind = "navigation";
    return line.guessed = true;
  }

  // A label right above furniture.
  bool is_name(std::size_t i) {
    if (!label_like(page_.text(i)) || i + 1 >= page_.size() || page_[i + 1].empty()) return false;
    const std::string_view below = page_.text(i + 1);
    return !known_kind(i + 1).empty() || menu_like(below, page_.gaps(i + 1));
  }

  // A line above rates, weather, the number of the issue or such, all of which stand in one block
  // with a headline below it. The name of the paper may be a block of its own.
  bool in_masthead(std::size_t i) {
    if (!at_most(page_.text(i), kMastheadLine) || body_like(page_.text(i))) return false;
    const bool first = lines_.empty() && i + 1 < page_.size() && page_[i + 1].empty();
    std::size_t end = i + 1 + first;
    const std::size_t last = std::min(end + kMastheadLines, page_.size());
    bool told = false;
    for (; end < last && !page_[end].empty(); ++end) told = told || tells_masthead(end);
    if (!told || end >= last) return false;
    const std::size_t title = page_.next(end);
    return title < page_.size() && headline_like(page_.text(title)) &&
           page_.next(title) < page_.size();
  }

  bool tells_masthead(std::size_t i) {
    const std::string_view line = page_.text(i);
    if (const FurnitureRule* rule = rules_.find(Where::any, i, line))
      return rule->kind == "rates";
    if (const FurnitureRule* rule = rules_.find(Where::header, i, line))
      return rule->kind != "navigation" || word_count(line) >= kTellingWords;
    return menu_items(line, page_.gaps(i)) >= kTellingWords && !dates_.dateline(line);
  }

  static bool is_place(std::string_view t) {
    return t.ends_with(':') && label_like(t.substr(0, t.size() - 1));
  }

  // Numbers, icons and places take the kind of what they stand with; the clock is told by company.
  void fill_between() {
    for (std::size_t i = lines_.size(); i-- > 0;) {
      Guess& line = lines_[i];
      if (line.kind.empty() && line.guessed) line.kind = kind_among(i, has_no_letters(text(line)));
      // An icon belongs to what it stands before.
      if (is_icon(text(line)) && i + 1 < lines_.size() && is_live(lines_[i + 1].kind))
        line.kind = lines_[i + 1].kind;
    }
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (is_clock(i)) lines_[i].kind = "other";
      if (!lines_[i].kind.empty() && !clock_) clock_ = date_with_year(text(lines_[i]));
    }
  }

  static bool is_icon(std::string_view t) { return t == "icon" || t == "Icon" || t == "ICON"; }

  std::string kind_among(std::size_t i, bool number) const {
    const std::size_t first = i < 2 ? 0 : i - 2, last = std::min(i + 3, lines_.size());
    for (std::size_t k = number ? first : i + 1; k < last; ++k)
      if (k != i && is_live(lines_[k].kind)) return number ? "rates" : lines_[k].kind;
    return {};
  }

  // A clock is a date with the day of the week below nothing but furniture or beside rates and
  // weather, or any date below nothing but furniture with these below it. Other dates are the
  // article's own.
  bool is_clock(std::size_t i) const {
    if (!lines_[i].dateline || !lines_[i].kind.empty()) return false;
    const bool live_below = i + 1 < lines_.size() && is_live(lines_[i + 1].kind);
    const bool live = live_below || (i > 0 && is_live(lines_[i - 1].kind));
    const bool top = std::all_of(lines_.begin(), lines_.begin() + static_cast<std::ptrdiff_t>(i),
                                 [](const Guess& line) { return !line.kind.empty(); });
    return dates_.names_weekday(text(lines_[i])) ? top || live : top && live_below;
  }

  std::optional<Date> date_with_year(std::string_view line) const {
    for (const Date& date : dates_.find(line))
      if (date.has_year()) return date;
    return std::nullopt;
  }

  // A guess needs a title further down; without one the guessed line may be the title itself.
  void drop_guesses_without_title() {
    if (title_ < page_.size() && headline_like(page_.kept(title_)) &&
        page_.next(title_) < page_.size())
      return;
    for (Guess& line : lines_)
      if (line.guessed && !is_live(line.kind)) line.kind.clear();
  }

  Page& page_;
  PageRules& rules_;
  const Dates& dates_;
  std::vector<Guess> lines_;
  std::size_t title_ = 0;
  std::optional<Date> clock_;
};

}  // namespace

Header mark_header(Page& page, PageRules& rules, const Dates& dates) {
  return HeaderMarker(page, rules, dates).mark();
}

}  // namespace qogam::clean
