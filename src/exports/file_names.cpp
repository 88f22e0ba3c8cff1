// Names of files for articles.
#include "exports/file_names.h"

#include "exports/article.h"

namespace qogam::exports {
namespace {

constexpr std::size_t kLongest = 80;

bool plain(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.'; }

std::string lower(std::string name) {
  for (char& c : name)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return name;
}

std::string cleaned(const std::string& id) {
  std::string name;
  for (const char c : id) {
    if (plain(c) && !(c == '.' && name.empty()))
      name += c;
    else if (!name.empty() && name.back() != '_')
      name += '_';
    if (name.size() == kLongest) break;
  }
  while (!name.empty() && (name.back() == '_' || name.back() == '.')) name.pop_back();
  return name;
}

}  // namespace

std::string FileNames::next(const std::string& id) {
  std::string name = cleaned(id);
  if (name == id && !name.empty() && taken_.insert(lower(name)).second) return name;
  name = stable_id((name.empty() ? "article" : name) + "-", {id});
  constexpr std::size_t kCut = 12;  // of the 20 digits
  name.resize(name.size() - kCut);
  const std::string first = name;
  for (int number = 2; !taken_.insert(lower(name)).second; ++number) name = first + "-" + std::to_string(number);
  return name;
}

}  // namespace qogam::exports
