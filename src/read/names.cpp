// Names and their endings.
#include "read/names.h"

#include <algorithm>
#include <array>

#include "text/ascii.h"
#include "text/split.h"

namespace qogam::read {
namespace {

constexpr std::array<std::string_view, 7> kPackings = {".gz", ".bz2", ".xz", ".zst", ".lz", ".gzip", ".zstd"};
constexpr std::array<std::array<std::string_view, 2>, 4> kShort = {
    {{".tgz", ".tar"}, {".tbz2", ".tar"}, {".txz", ".tar"}, {".tzst", ".tar"}}};
constexpr std::array<std::string_view, 48> kNever = {
    ".css", ".js",  ".mjs",  ".map",  ".png",  ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg",  ".ico", ".bmp", ".tif",  ".tiff", ".woff",
    ".ttf", ".otf", ".eot",  ".woff2", ".mp3", ".mp4", ".m4a",  ".ogg", ".webm", ".avi",  ".mov",  ".wav", ".pdf", ".exe",  ".dll",  ".so",
    ".o",   ".a",   ".bin",  ".dat",  ".db",   ".sqlite", ".part", ".log", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".rtf", ".gold.json"};

std::string_view last_part(std::string_view name) { return name.substr(name.rfind('/') + 1); }

template <class Endings>
bool any_ending(std::string_view name, const Endings& endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view e) { return has_ending(name, e); });
}

}  // namespace

bool has_ending(std::string_view name, std::string_view ending) {
  return name.size() > ending.size() &&
         std::equal(ending.begin(), ending.end(), name.end() - static_cast<std::ptrdiff_t>(ending.size()),
                    [](char e, char n) { return e == text::ascii_lower(n); });
}

std::string ending_of(std::string_view name) {
  const std::string_view part = last_part(name);
  const std::size_t dot = part.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return {};
  return text::ascii_lower(part.substr(dot));
}

std::string without_packing(std::string_view name) {
  for (const auto& [packed, unpacked] : kShort)
    if (has_ending(name, packed)) return std::string(name.substr(0, name.size() - packed.size())) + std::string(unpacked);
  for (const std::string_view packing : kPackings)
    if (has_ending(name, packing)) return std::string(name.substr(0, name.size() - packing.size()));
  return std::string(name);
}

std::string without_ending(std::string_view name) {
  std::string bare = without_packing(name);
  const std::string ending = ending_of(bare);
  return bare.substr(0, bare.size() - ending.size());
}

std::string safe_member_name(std::string_view name) {
  std::string slashes(name);
  std::replace(slashes.begin(), slashes.end(), '\\', '/');
  std::string safe;
  for (const std::string_view part : text::split(slashes, '/')) {
    if (part.empty() || part == "." || part == "..") continue;
    if (safe.empty() && part.size() == 2 && part[1] == ':') continue;
    if (!safe.empty()) safe += '/';
    safe += part;
  }
  return safe.empty() ? "unnamed" : safe;
}

bool is_hidden(std::string_view name) {
  for (const std::string_view part : text::split(name, '/'))
    if (part.starts_with('.') || part == "__MACOSX" || part == "Thumbs.db") return true;
  return false;
}

bool never_read(std::string_view name) { return any_ending(name, kNever); }

}  // namespace qogam::read
