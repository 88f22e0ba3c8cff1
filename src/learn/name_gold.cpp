// Reading marked names.
#include "learn/name_gold.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string_view>

#include "qogam/error.h"
#include "text/split.h"
#include "text/utf8.h"

namespace qogam::learn {
namespace {

namespace fs = std::filesystem;

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error(Cause::input, path + " cannot be read.");
  return {std::istreambuf_iterator<char>(in), {}};
}

[[noreturn]] void refuse(const std::string& path, std::size_t line, const std::string& why) {
  throw Error(Cause::input, path + ":" + std::to_string(line) + ": " + why + ".");
}

// Calls take(line, number) for each line of a file.
template <typename Take>
void each_line(const std::string& path, Take take) {
  const std::string bytes = read_file(path);
  std::size_t number = 0;
  for (std::string_view line : text::split(bytes, '\n')) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    take(line, ++number);
  }
}

std::optional<std::uint32_t> number(std::string_view digits) {
  std::uint32_t n = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), n);
  return error == std::errc() && end == digits.data() + digits.size() ? std::optional(n) : std::nullopt;
}

// "R1<TAB>TYPE Arg1:T1 Arg2:T5".
GoldRelation relation_of(const std::string& path, std::string_view line, std::size_t n) {
  const auto columns = text::split(line, '\t');
  const auto words = columns.size() < 2 ? std::vector<std::string_view>() : text::split(columns[1], ' ');
  if (words.size() < 3 || !words[1].starts_with("Arg1:") || !words[2].starts_with("Arg2:"))
    refuse(path, n, "a relation of brat has a type, Arg1: and Arg2:");
  return {std::string(words[0]), std::string(words[1].substr(5)), std::string(words[2].substr(5))};
}

// "T1<TAB>TYPE 3 8;10 12<TAB>surface": pieces are taken for one name from the first to the last.
void read_ann(const std::string& path, NameText& text) {
  each_line(path, [&](std::string_view line, std::size_t n) {
    if (line.starts_with('R')) text.relations.push_back(relation_of(path, line, n));
    if (!line.starts_with('T')) return;
    const auto columns = text::split(line, '\t');
    if (columns.size() < 2) refuse(path, n, "an entity of brat has columns parted by tabs");
    std::string pieces(columns[1]);
    std::ranges::replace(pieces, ';', ' ');
    const auto words = text::split(pieces, ' ');
    GoldName name{0xFFFFFFFF, 0, std::string(words[0]), std::string(columns[0])};
    for (std::size_t k = 1; k < words.size(); ++k) {
      const auto at = number(words[k]);
      if (!at) refuse(path, n, "the places of an entity of brat are numbers");
      name.begin = std::min(name.begin, *at);
      name.end = std::max(name.end, *at);
    }
    if (words.size() < 3) refuse(path, n, "an entity of brat has a type, a begin and an end");
    text.names.push_back(std::move(name));
  });
}

std::vector<NameText> read_brat(const std::string& folder) {
  std::vector<std::string> paths;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".ann") paths.push_back(entry.path().string());
  std::ranges::sort(paths);
  std::vector<NameText> texts;
  for (const std::string& path : paths) {
    const std::string stem = path.substr(0, path.size() - 4);
    NameText& t = texts.emplace_back();
    t.id = fs::path(stem).filename().string();
    t.text = read_file(stem + ".txt");
    read_ann(path, t);
  }
  return texts;
}

std::vector<NameText> read_spans(const std::string& path) {
  std::vector<NameText> texts;
  std::map<std::string, std::size_t> by_id;
  const auto parse = [](const std::string& file, auto take) {
    each_line(file, [&](std::string_view line, std::size_t n) {
      if (line.empty()) return;
      try {
        take(nlohmann::json::parse(line));
      } catch (const nlohmann::json::exception& e) {
        refuse(file, n, std::string("this is not the JSON that should be here (") + e.what() + ")");
      }
    });
  };
  parse(path, [&](const nlohmann::json& row) {
    by_id[row.at("id")] = texts.size();
    texts.push_back({row.at("id"), row.at("text"), {}});
  });
  parse(path.substr(0, path.size() - 11) + ".gold.jsonl", [&](const nlohmann::json& row) {
    const auto it = by_id.find(row.at("id"));
    if (it == by_id.end()) return;
    for (const auto& s : row.at("spans")) texts[it->second].names.push_back({s.at(0), s.at(1), s.at(2)});
  });
  return texts;
}

std::vector<NameText> read_iob2(const std::string& path) {
  std::vector<NameText> texts;
  bool within = false;
  std::string open;  // the type of the name that ends at the token before
  std::uint32_t at = 0;
  each_line(path, [&](std::string_view line, std::size_t n) {
    if (line.empty()) {
      within = false;
      return;
    }
    const std::size_t blank = line.find_last_of(" \t");
    const std::string_view label = blank == line.npos ? std::string_view() : line.substr(blank + 1);
    if (label != "O" && !label.starts_with("B-") && !label.starts_with("I-")) refuse(path, n, "a line of IOB2 is a token and O, B-TYPE or I-TYPE");
    if (!within) open.clear(), texts.push_back({fs::path(path).filename().string() + ":" + std::to_string(n), "", {}}), at = 0;
    within = true;
    const std::string token(line.substr(0, line.find_first_of(" \t")));
    const auto letters = static_cast<std::uint32_t>(text::count_code_points(token));
    NameText& t = texts.back();
    if (label.starts_with("B-")) t.names.push_back({at, at + letters, std::string(label.substr(2))});
    else if (label != "O" && (open.empty() || label.substr(2) != open)) refuse(path, n, "I- goes on with the name before it, and none of that type ends there");
    else if (label != "O") t.names.back().end = at + letters;
    open = label == "O" ? std::string() : std::string(label.substr(2));
    t.text += token + " ";
    at += letters + 1;
  });
  return texts;
}

bool is_edge(char32_t c) {
  return text::is_space(c) || c == '"' || c == '\'' || c == '`' || c == 0xAB || c == 0xBB || (c >= 0x2018 && c <= 0x201F) || c == 0x2039 || c == 0x203A;
}

void trim(const std::u32string& letters, GoldName& name) {
  name.end = std::min(name.end, static_cast<std::uint32_t>(letters.size()));
  while (name.begin < name.end && is_edge(letters[name.begin])) ++name.begin;
  while (name.begin < name.end && is_edge(letters[name.end - 1])) --name.end;
}

// The types that are asked for, without what lies in another or crosses a longer one.
void settle(NameText& t, const NameTypes& types) {
  std::u32string letters;
  for (std::size_t at = 0; at < t.text.size();) letters += text::decode_at(t.text, at);
  std::vector<GoldName> names;
  for (GoldName& n : t.names) {
    const auto it = types.find(n.type);
    if (!types.empty() && it == types.end()) continue;
    if (!types.empty()) n.type = it->second;
    trim(letters, n);
    if (n.begin < n.end) names.push_back(n);
  }
  std::ranges::stable_sort(names, [](const GoldName& a, const GoldName& b) { return a.end - a.begin > b.end - b.begin; });
  t.names.clear();
  for (const GoldName& n : names)
    if (std::ranges::none_of(t.names, [&](const GoldName& o) { return n.begin < o.end && o.begin < n.end; })) t.names.push_back(n);
  std::ranges::sort(t.names, {}, &GoldName::begin);
}

}  // namespace

NameTypes name_types(const std::string& list) {
  NameTypes types;
  for (const std::string_view item : text::split(list, ',')) {
    if (item.empty()) continue;
    const std::size_t equals = item.find('=');
    const std::string name(item.substr(0, equals));
    const std::string_view from = equals == item.npos ? item : item.substr(equals + 1);
    if (name.empty() || from.empty()) throw Error(Cause::usage, "'" + std::string(item) + "' is no TYPE=TYPE+TYPE.");
    for (const std::string_view one : text::split(from, '+')) types[std::string(one)] = name;
  }
  return types;
}

std::vector<NameText> read_name_gold(const std::string& path, const NameTypes& types) {
  std::vector<NameText> texts = fs::is_directory(path) ? read_brat(path) : path.ends_with(".docs.jsonl") ? read_spans(path) : read_iob2(path);
  for (NameText& t : texts) settle(t, types);
  return texts;
}

}  // namespace qogam::learn
