// What a line looks like, whatever its language. Pure functions, safe from any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace qogam::clean {

inline constexpr std::size_t kLongestRuleLine = 300;  // code points; rules look at no longer line

// A sign that parts the items of a menu or of a line of facts.
bool is_separator(char32_t c);

// Whether `line` has at most `limit` code points. O(limit).
bool at_most(std::string_view line, std::size_t limit);

// Runs of letters, digits and what joins them.
std::size_t word_count(std::string_view line);

// Ends with . ! ? or an ellipsis, closing quotes and brackets aside.
bool ends_sentence(std::string_view line);

// Could be a headline: at most 200 code points, has letters, starts with no dash, ends with
// no full stop, comma, colon or semicolon.
bool headline_like(std::string_view line);

// Could be a paragraph of an article: long, or a sentence of some length.
bool body_like(std::string_view line);

// Could be a name of a site, section or button: a few words that end with no punctuation.
bool label_like(std::string_view line);

// What |, /, ::, arrows and such, blanks beside them, part a line into, or `gaps` (see Page::gaps).
std::vector<std::string_view> items(std::string_view line,
                                    const std::vector<std::uint32_t>& gaps = {});

// How many labels make up the line as its items; 0 if anything else is among them.
std::size_t menu_items(std::string_view line, const std::vector<std::uint32_t>& gaps);

// Two labels at least.
bool menu_like(std::string_view line, const std::vector<std::uint32_t>& gaps);

}  // namespace qogam::clean
