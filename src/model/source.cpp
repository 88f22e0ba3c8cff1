// Reading the text files of models/.
#include "model/source.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "qogam/error.h"
#include "text/byte_order_mark.h"
#include "text/split.h"
#include "text/utf8.h"

namespace qogam::model {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kBlanks = " \t\r";

// A `#` opens a comment at the start of a line, or after a blank and before a blank.
std::string_view without_comment(std::string_view line) {
  for (std::size_t at = line.find('#'); at != line.npos; at = line.find('#', at + 1)) {
    const bool alone = at + 1 == line.size() || kBlanks.find(line[at + 1]) != kBlanks.npos;
    const bool opens = at == 0 || kBlanks.find(line[at - 1]) != kBlanks.npos;
    if (at == 0 || (opens && alone)) return line.substr(0, at);
  }
  return line;
}

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error(Cause::models, path.string() + ": cannot be read");
  std::string text{std::istreambuf_iterator<char>(in), {}};
  if (text.starts_with(text::kByteOrderMark)) text.erase(0, text::kByteOrderMark.size());
  return text;
}

void require_utf8(const std::string& path, const std::string& text) {
  if (const auto bad = text::first_invalid_utf8(text))
    throw Error(Cause::models, path + ": byte " + std::to_string(*bad) + " is not UTF-8; save the file as UTF-8");
}

}  // namespace

std::vector<Line> SourceFile::lines() const {
  std::vector<Line> result;
  std::uint32_t number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    ++number;
    std::string_view line = without_comment(std::string_view(text).substr(at, end - at));
    while (!line.empty() && kBlanks.find(line.back()) != kBlanks.npos) line.remove_suffix(1);
    if (!line.empty()) result.push_back({std::string(line), number});
    at = end + 1;
  }
  return result;
}

void SourceFile::fail(std::uint32_t line, const std::string& why) const {
  throw Error(Cause::models, path + ":" + std::to_string(line) + ": " + why);
}

std::vector<SourceFile> read_sources(const std::string& folder) {
  std::error_code code;
  std::vector<SourceFile> files;
  for (fs::recursive_directory_iterator it(folder, code), end; !code && it != end; it.increment(code)) {
    const bool hidden = it->path().filename().string().front() == '.';
    if (hidden && it->is_directory()) it.disable_recursion_pending();  // that of git, where the models are kept in it
    if (!hidden && it->is_regular_file()) files.push_back({fs::relative(it->path(), folder).generic_string(), read_file(it->path())});
  }
  if (code) throw Error(Cause::models, folder + ": cannot read the folder: " + code.message());
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  for (const SourceFile& f : files) require_utf8(folder + "/" + f.path, f.text);
  return files;
}

SourceFile read_source(const std::string& path) {
  SourceFile file{path, read_file(path)};
  require_utf8(path, file.text);
  return file;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && kBlanks.find(text.front()) != kBlanks.npos) text.remove_prefix(1);
  while (!text.empty() && kBlanks.find(text.back()) != kBlanks.npos) text.remove_suffix(1);
  return text;
}

std::vector<std::string> fields(std::string_view line) {
  std::vector<std::string> result;
  for (const std::string_view field : text::split(line, '\t')) result.emplace_back(trim(field));
  return result;
}

std::vector<std::string> pieces(std::string_view text) {
  std::vector<std::string> result;
  for (std::size_t at = text.find_first_not_of(kBlanks); at != text.npos;
       at = text.find_first_not_of(kBlanks, at)) {
    const std::size_t end = std::min(text.find_first_of(kBlanks, at), text.size());
    result.emplace_back(text.substr(at, end - at));
    at = end;
  }
  return result;
}

}  // namespace qogam::model
