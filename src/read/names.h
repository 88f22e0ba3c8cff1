// What the name of a file or of a member of an archive tells. Pure functions over UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace qogam::read {

// Whether `name` ends with `ending` (lower-case, with the dot), whatever its case.
bool has_ending(std::string_view name, std::string_view ending);

// The last ending with its dot, lower-case; empty where there is none.
std::string ending_of(std::string_view name);

// Without the endings of packing and that of the document: "a/news.jsonl.gz" gives "a/news".
std::string without_ending(std::string_view name);

// Without the ending of a compression: "a.html.gz" gives "a.html" and "a.tgz" gives "a.tar".
std::string without_packing(std::string_view name);

// A member's name made harmless: no leading "/", no drive, no "." and "..", "/" for "\".
std::string safe_member_name(std::string_view name);

// Whether a part of the path begins with a dot, or is what other systems leave behind in archives.
bool is_hidden(std::string_view name);

// Whether the ending is that of files that come with saved pages and hold no documents: styles,
// scripts, pictures, fonts, sound, programs; and gold, which stands beside what it is about. They are
// passed over in folders and archives.
bool never_read(std::string_view name);

}  // namespace qogam::read
