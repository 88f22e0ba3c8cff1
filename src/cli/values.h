// Option values that need more than Boost's own reading.
#pragma once

#include <cstddef>
#include <string>

#include "read/shard.h"

namespace qogam::cli {

// All throw Error{usage} that names the option and says what it takes.

// "1" to "1024"; empty gives 0.
std::size_t parse_jobs(const std::string& text);

// Bytes: a number with K, M or G behind it or none.
std::size_t parse_bytes(const std::string& option, const std::string& text);

// A whole number from 0 to 100 million.
std::size_t parse_count(const std::string& option, const std::string& text);

// "K/N", K from 1 to N.
read::Shard parse_shard(const std::string& option, const std::string& text);

// A number from 0 to 1.
double parse_share(const std::string& option, const std::string& text);

// A day of the calendar as YYYY-MM-DD, or empty; given back as it is.
std::string parse_day(const std::string& option, const std::string& text);

}  // namespace qogam::cli
