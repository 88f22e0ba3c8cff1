// Reading numbers out of tokens.
#include "lang/numbers.h"

#include <algorithm>
#include <charconv>

#include "lang/entries.h"

namespace qogam::lang {
namespace {

std::optional<double> to_number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// Nothing for what no text counts to.
std::optional<std::int64_t> whole(double value) {
  constexpr double kMost = 1e15;
  if (!(value >= -kMost && value <= kMost)) return std::nullopt;
  return static_cast<std::int64_t>(value);
}

// Is a lexicon class one of numbers in words?
bool counts(std::string_view name) { return name == "numeral" || name == "ordinal" || name == "multiplier"; }

// The longest numeral, ordinal or multiplier at a token.
struct Numeral {
  double value;
  std::uint32_t next;
  bool multiplier;
};

std::optional<Numeral> numeral_at(const Document& d, const Knowledge& k, std::uint32_t token, std::uint32_t last) {
  for (const Term& t : terms_from(d, token)) {
    const std::string_view name = k.lexicon().class_name(t.lexicon);
    const bool multiplier = name == "multiplier";
    if (t.tokens.last > last || !counts(name)) continue;
    if (const auto value = to_number(k.lexicon().attribute(t.entry, "value"))) return Numeral{*value, t.tokens.last, multiplier};
  }
  return std::nullopt;
}

// "58,3", "12.5"; also leading digits of "2024-th".
std::optional<double> decimal_token(std::string_view token) {
  std::string clean;
  for (const char c : token) {
    if (c >= '0' && c <= '9') clean += c;
    else if ((c == ',' || c == '.') && clean.find('.') == clean.npos) clean += '.';
    else break;
  }
  if (clean.ends_with('.')) clean.pop_back();
  if (clean.empty() || clean.front() == '.') return std::nullopt;
  return to_number(clean);
}

}  // namespace

std::optional<std::int64_t> entry_number(const Document& d, const Knowledge& k, TokenRange tokens) {
  const bool in_digits = tokens.size() == 1 && (d.words[tokens.first].features & feature::digits);
  for (const Term& t : terms_from(d, tokens.first)) {
    if (!(t.tokens == tokens) || (in_digits && counts(k.lexicon().class_name(t.lexicon)))) continue;
    if (const auto value = to_number(k.lexicon().attribute(t.entry, "value"))) return whole(*value);
  }
  return std::nullopt;
}

std::optional<std::int64_t> whole_number(const Document& d, const Knowledge& k, TokenRange tokens) {
  if (tokens.size() == 1 && d.words[tokens.first].number >= 0) return d.words[tokens.first].number;
  const auto value = decimal_number(d, k, tokens);
  const auto number = value ? whole(*value) : std::nullopt;
  return number && static_cast<double>(*number) == *value ? number : std::nullopt;
}

std::optional<double> decimal_number(const Document& d, const Knowledge& k, TokenRange tokens) {
  double total = 0, group = 0;
  bool any = false, digits_before = false;
  for (std::uint32_t t = tokens.first; t < tokens.last;) {
    const std::string_view surface = d.surface(d.tokens[t].span);
    if (const auto value = d.words[t].features & feature::digits ? decimal_token(surface) : std::nullopt) {
      // Digits behind digits are a group of thousands.
      group = digits_before ? group * 1000 + *value : group + *value;
      digits_before = any = true;
      ++t;
      continue;
    }
    digits_before = false;
    const auto numeral = numeral_at(d, k, t, tokens.last);
    if (!numeral) return std::nullopt;
    any = true;
    if (numeral->multiplier) {
      total += (group == 0 ? 1 : group) * numeral->value;
      group = 0;
    } else {
      group += numeral->value;
    }
    t = numeral->next;
  }
  constexpr double kMost = 1e18;  // what is more is a string of figures, no number
  return any && total + group <= kMost ? std::optional(total + group) : std::nullopt;
}

}  // namespace qogam::lang
