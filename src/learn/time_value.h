// When two TIMEX3 / ISO 8601 values say the same time.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace qogam::learn {

// One spelling of a value: "every P2Y" is R/P2Y, quarters, halves and seasons are month ranges
// ("2024-Q2" is 2024-04/2024-06, "2024-WI" is 2024-12/2025-02), P1Q is P3M, midnight is the day.
// What is none of these comes back as it is.
std::string plain_value(std::string_view value);

// Equal plain values. Gold without a value agrees with a prediction without one or with unknown
// places (XXXX-04-19); a weekly set agrees with a weekday of any week (XXXX-WXX-3).
bool same_value(const std::optional<std::string>& gold,
                const std::optional<std::string>& predicted);

}  // namespace qogam::learn
