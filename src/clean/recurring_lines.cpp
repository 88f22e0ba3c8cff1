// Counting lines by hash.
#include "clean/recurring_lines.h"

#include <algorithm>

#include "text/hash.h"
#include "text/markup.h"
#include "text/utf8.h"

namespace qogam::clean {
namespace {

constexpr std::size_t kFewestLetters = 3;

// 0 for a line with too few letters to tell anything.
std::uint64_t key_of(std::string_view site, std::string_view line) {
  std::string letters;
  std::size_t count = 0;
  for (std::size_t at = 0; at < line.size();) {
    const char32_t c = text::decode_at(line, at);
    const bool figure = c >= '0' && c <= '9';
    if (!figure && !text::is_letter(c)) continue;
    count += !figure;
    if (figure && letters.ends_with('0')) continue;
    text::append_utf8(letters, figure ? U'0' : text::to_lower(c));
  }
  return count < kFewestLetters ? 0 : text::hash_of_bytes(letters) ^ text::hash_of_bytes(site) * 31;
}

}  // namespace

std::string_view site_of(const Source& source) {
  const std::string_view url = source.url;
  if (const std::size_t host = url.find("://"); host != std::string_view::npos) {
    std::string_view site = url.substr(host + 3);
    site = site.substr(0, site.find_first_of("/?#:"));
    return site.starts_with("www.") ? site.substr(4) : site;
  }
  const std::string_view path = source.path;
  const std::size_t colon = path.rfind(':');
  if (colon != std::string_view::npos && path.find_first_not_of("0123456789", colon + 1) == std::string_view::npos) return path.substr(0, colon);
  return path.substr(0, std::min(path.rfind('/'), path.size()));
}

void RecurringLines::add(const Document& document) {
  if (document.error || document.source.media_type == "text/html" || text::looks_like_html(document.raw)) return;
  const std::string_view site = site_of(document.source), raw = document.raw;
  ++page_;
  ++pages_[text::hash_of_bytes(site)];
  for (std::size_t at = 0; at < raw.size();) {
    const std::size_t end = std::min(raw.find('\n', at), raw.size());
    const std::uint64_t key = key_of(site, raw.substr(at, end - at));
    at = end + 1;
    if (key == 0) continue;
    Seen& seen = lines_[key];
    if (seen.last != page_) ++seen.pages;
    seen.last = page_;
  }
  if (lines_.size() <= kMostLines) return;
  for (std::uint32_t few = 1; lines_.size() > kMostLines / 2; ++few) std::erase_if(lines_, [&](const auto& line) { return line.second.pages <= few; });
}

bool RecurringLines::recurs(std::string_view site, std::string_view line) const {
  const auto found = lines_.find(key_of(site, line));
  if (found == lines_.end() || found->second.pages < kFewestPages) return false;
  const auto pages = pages_.find(text::hash_of_bytes(site));
  return pages != pages_.end() && found->second.pages * kShare >= pages->second;
}

}  // namespace qogam::clean
