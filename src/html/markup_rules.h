// What class and id of an element tell about it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace qogam::html {

// What an element is for. `kind` is a kind of furniture, or empty where it is of the article.
struct Marks {
  std::string_view kind;
  bool sure = false;  // furniture however much text it holds
  bool body = false, title = false, date = false, author = false, keep = false;
  bool comments = false;  // of readers; their kind is other
};

// The rules of one model file, see its head. Immutable; const methods are safe from any thread.
class MarkupRules {
 public:
  // Throws Error{Cause::models} that names `file_name` and the line where `file` is wrong.
  MarkupRules(std::string_view file, std::string_view file_name);

  // What the words of a class or id tell; views into the rules. Several values are joined by blanks.
  Marks marks_of(std::string_view value) const;

  // Runs the examples: one sentence for each that fails, with its line.
  std::vector<std::string> failures() const;

 private:
  struct Rule {
    std::string role;
    bool sure = false;
    std::vector<std::vector<std::string>> phrases;
    std::uint32_t line = 0;
    std::vector<std::string> matching, other;
  };
  struct Entry {
    std::uint32_t rule, phrase;
  };
  using Words = std::vector<std::string>;

  void add(std::string_view line, std::string_view file_name, std::uint32_t number);
  bool matches(const Words& words, std::size_t at, const std::vector<std::string>& phrase) const;
  bool tells(const Rule& rule, std::string_view value) const;

  std::string file_name_;
  std::vector<Rule> rules_;
  std::unordered_map<std::string, std::vector<Entry>> exact_;  // by the first word of the phrase
  std::vector<Entry> open_;                                    // phrases whose first word is open
};

}  // namespace qogam::html
