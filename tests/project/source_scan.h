// Reads the project's own sources: lines, letters of the languages it serves, includes, sizes.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <stdexcept>
#include <string>
#include <vector>

namespace qogam::project {

namespace fs = std::filesystem;

inline std::vector<std::string> read_lines(const fs::path& file) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// All regular files below a folder, sorted; none where there is no such folder.
inline std::vector<fs::path> files_under(const fs::path& folder) {
  std::vector<fs::path> out;
  if (!fs::exists(folder)) return out;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

inline bool is_code(const fs::path& file) {
  return file.extension() == ".cpp" || file.extension() == ".h";
}

inline std::string place(const fs::path& root, const fs::path& file, std::size_t line) {
  return fs::relative(file, root).generic_string() + ":" + std::to_string(line);
}

// A Cyrillic letter as it stands or in any spelling that a compiler makes one of: U+0400-U+052F,
// U+1C80-U+1C8F, U+2DE0-U+2DFF, U+A640-U+A69F, and their UTF-8 lead bytes as escapes or numbers.
inline bool has_cyrillic(const std::string& line) {
  static const std::regex letter(
      "[\xD0-\xD3][\x80-\xBF]|\xD4[\x80-\xAF]|\xE1\xB2[\x80-\x8F]|\xE2\xB7[\xA0-\xBF]|"
      "\xEA\x99[\x80-\xBF]|\xEA\x9A[\x80-\x9F]");
  static const std::regex escape(
      R"(\\u(04[0-9a-f]{2}|05[0-2][0-9a-f]|1c8[0-9a-f]|2d[ef][0-9a-f]|a6[4-9][0-9a-f]))"
      R"(|\\U0000(04[0-9a-f]{2}|05[0-2][0-9a-f]|1c8[0-9a-f]|2d[ef][0-9a-f]|a6[4-9][0-9a-f]))"
      R"(|\\[ux]\{0*(4[0-9a-f]{2}|5[0-2][0-9a-f]|1c8[0-9a-f]|2d[ef][0-9a-f]|a6[4-9][0-9a-f])\})"
      R"(|\\x0*4[0-9a-f]{2}(?![0-9a-f])|\\xd[0-3]|\\32[0-3]|\\x\{d[0-3]\}|\\o\{32[0-3]\})"
      R"(|\\N\{CYRILLIC|0xd[0-3]'?,\s*0x[89ab])",
      std::regex::icase);
  return std::regex_search(line, letter) || std::regex_search(line, escape);
}

// "path:line" of each Cyrillic letter in src/ and include/ of the project at `root`.
inline std::vector<std::string> cyrillic_places(const fs::path& root) {
  std::vector<std::string> out;
  for (const char* folder : {"include", "src"})
    for (const fs::path& file : files_under(root / folder)) {
      const std::vector<std::string> lines = read_lines(file);
      for (std::size_t k = 0; k < lines.size(); ++k)
        if (has_cyrillic(lines[k])) out.push_back(place(root, file, k + 1));
    }
  return out;
}

// "path: N lines" of each source over `most` lines.
inline std::vector<std::string> long_files(const fs::path& root, std::size_t most) {
  std::vector<std::string> out;
  for (const char* folder : {"include", "src", "tests"})
    for (const fs::path& file : files_under(root / folder)) {
      const std::size_t lines = is_code(file) ? read_lines(file).size() : 0;
      if (lines > most)
        out.push_back(fs::relative(file, root).generic_string() + ": " + std::to_string(lines) +
                      " lines");
    }
  return out;
}

// The lines of a source without what stands in comments, string and character literals, so that braces can be counted.
inline std::vector<std::string> code_of(const std::vector<std::string>& lines) {
  enum class In { code, comment, raw } in = In::code;
  std::string close;  // of a raw string
  std::vector<std::string> out;
  for (const std::string& line : lines) {
    std::string kept;
    for (std::size_t at = 0; at < line.size();) {
      if (in != In::code) {
        const std::string end = in == In::comment ? "*/" : close;
        at = std::min(line.find(end, at), line.size());
        if (at < line.size()) at += end.size(), in = In::code;
        continue;
      }
      const std::string_view rest = std::string_view(line).substr(at);
      if (rest.starts_with("//")) break;
      if (rest.starts_with("/*")) {
        in = In::comment, at += 2;
      } else if (const std::size_t open = rest.find('('); rest.starts_with("R\"") && open != rest.npos) {
        close = ")" + line.substr(at + 2, open - 2) + "\"";
        in = In::raw, at += open + 1;
      } else if (rest[0] == '"' || (rest[0] == '\'' && (kept.empty() || !std::isalnum(static_cast<unsigned char>(kept.back()))))) {
        for (++at; at < line.size() && line[at] != rest[0]; ++at) at += line[at] == '\\';
        ++at;
      } else {
        kept += line[at++];
      }
    }
    out.push_back(kept);
  }
  return out;
}

// The lines on which functions begin, and how many lines each has, with its closing brace. A body is what opens behind a blank in a namespace or a
// class; what opens behind a word or an equals sign is a value.
inline std::vector<std::pair<std::size_t, std::size_t>> function_lengths(const std::vector<std::string>& lines) {
  enum class Brace { scope, body, value };
  static const std::regex scope(R"((^|\s)(namespace|class|struct|union|enum)\s[^()]*$|(^|\s)(namespace|extern)\s*$)"), value(R"([=\w>\]]$|=\s*$)");
  std::vector<std::pair<std::size_t, std::size_t>> out;
  std::vector<Brace> open;
  std::string before;                // what stands since the last body, scope or semicolon
  std::size_t first = 0, begin = 0;  // the lines on which that began, and the function that is open
  const auto in_scope = [&] { return std::ranges::all_of(open, [](Brace b) { return b == Brace::scope; }); };
  const std::vector<std::string> code = code_of(lines);
  for (std::size_t line = 0; line < code.size(); ++line) {
    if (code[line].starts_with('#')) continue;
    for (const char c : code[line] + " ") {
      Brace kind = Brace::value;
      if (c == '{') {
        const bool outside = in_scope();
        kind = !outside ? open.back() : std::regex_search(before, value) ? Brace::value : std::regex_search(before, scope) ? Brace::scope : Brace::body;
        if (outside) begin = first;
        open.push_back(kind);
      } else if (c == '}' && !open.empty()) {
        kind = open.back();
        open.pop_back();
        if (kind == Brace::body && in_scope()) out.emplace_back(begin, line + 2 - begin);
      }
      if (kind != Brace::value || (c == ';' && in_scope())) {
        before.clear();
        first = 0;
      } else if (first != 0 || c != ' ') {
        if (first == 0) first = line + 1;
        before += c;
      }
    }
  }
  return out;
}

// "path:line: N lines" of each function over `most` lines.
inline std::vector<std::string> long_functions(const fs::path& root, std::size_t most) {
  std::vector<std::string> out;
  for (const char* folder : {"include", "src", "python"})
    for (const fs::path& file : files_under(root / folder)) {
      if (!is_code(file)) continue;
      for (const auto& [line, size] : function_lengths(read_lines(file)))
        if (size > most) out.push_back(place(root, file, line) + ": " + std::to_string(size) + " lines");
    }
  return out;
}

}  // namespace qogam::project
