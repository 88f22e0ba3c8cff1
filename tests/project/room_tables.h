// The tables of src/README.md, and the includes that break them.
#pragma once

#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "project/source_scan.h"

namespace qogam::project {

using Rooms = std::set<std::string>;

struct Library {
  std::string name;
  std::vector<std::string> headers;  // starts of header names: "unicode/", "unistd.h"
  Rooms rooms;
};

struct RoomTables {
  std::map<std::string, Rooms> rooms;  // room: rooms it may include
  std::vector<Library> libraries;
};

inline std::string trimmed(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == std::string::npos) return "";
  return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

inline std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string piece; std::getline(in, piece, separator);) out.push_back(trimmed(piece));
  return out;
}

inline std::vector<std::string> listed(const std::string& cell) {
  return cell == "–" ? std::vector<std::string>{} : split(cell, ',');
}

// The tables whose heads are "| room | may include |" and "| library | headers | rooms |".
inline RoomTables read_room_tables(const fs::path& readme) {
  RoomTables out;
  std::string head;
  for (const std::string& line : read_lines(readme)) {
    if (!line.starts_with("|")) {
      head.clear();
      continue;
    }
    const std::vector<std::string> cells = split(line.substr(1), '|');
    const auto names = listed(cells.back());
    if (head.empty())
      head = cells.front();
    else if (cells.front().starts_with("-"))
      continue;
    else if (head == "room")
      out.rooms[cells.at(0)] = {names.begin(), names.end()};
    else if (head == "library")
      out.libraries.push_back({cells.at(0), listed(cells.at(1)), {names.begin(), names.end()}});
  }
  return out;
}

// Why `room` may not include the header in quotation marks, or "".
inline std::string own_include_fault(const RoomTables& tables, const std::string& room,
                                     const std::string& header) {
  const std::size_t slash = header.find('/');
  if (slash == std::string::npos) return "a header of its own is named with its room";
  const std::string other = header.substr(0, slash);
  if (other == "qogam" || other == room) return "";
  if (!tables.rooms.contains(other)) return "no such room";
  return tables.rooms.at(room).contains(other) ? "" : "not in the table of rooms";
}

// Why `room` may not include the header in angle brackets, or "".
inline std::string outside_include_fault(const RoomTables& tables, const std::string& room,
                                         const std::string& header) {
  for (const Library& library : tables.libraries)
    for (const std::string& start : library.headers)
      if (header.starts_with(start))
        return library.rooms.contains(room) ? "" : library.name + " is not for this room";
  const bool standard =
      header.find('/') == std::string::npos && header.find('.') == std::string::npos;
  return standard ? "" : "a library that the table does not name";
}

// "path:line: header: why" of each include in src/ and include/ that breaks the tables.
inline std::vector<std::string> layer_faults(const fs::path& root) {
  static const std::regex include(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"])");
  const RoomTables tables = read_room_tables(root / "src/README.md");
  std::vector<std::string> out;
  const auto scan = [&](const fs::path& file, const std::string& room) {
    const std::vector<std::string> lines = read_lines(file);
    for (std::size_t k = 0; k < lines.size(); ++k) {
      std::smatch found;
      if (!std::regex_search(lines[k], found, include)) continue;
      const std::string header = found[2];
      const std::string fault = found[1] == "<" ? outside_include_fault(tables, room, header)
                                                : own_include_fault(tables, room, header);
      if (!fault.empty()) out.push_back(place(root, file, k + 1) + ": " + header + ": " + fault);
    }
  };
  for (const fs::path& file : files_under(root / "include"))
    if (is_code(file)) scan(file, "include");
  for (const fs::path& file : files_under(root / "src")) {
    if (!is_code(file)) continue;
    const std::string room = fs::relative(file, root / "src").begin()->string();
    if (tables.rooms.contains(room))
      scan(file, room);
    else
      out.push_back(place(root, file, 1) + ": the table has no room " + room);
  }
  return out;
}

}  // namespace qogam::project
