// Notes of brat that hold attributes.
#include "exports/brat.h"

namespace qogam::exports {
namespace {

std::string escaped(std::string_view value) {
  std::string out;
  for (const char c : value) {
    if (c == '\\' || c == '|') out += '\\';
    out += c == '\n' ? "\\n" : c == '\r' ? "\\r" : c == '\t' ? "\\t" : std::string(1, c);
  }
  return out;
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

void add_field(NoteFields& fields, std::string_view piece) {
  const std::size_t equals = piece.find('=');
  if (equals == std::string_view::npos) return;
  fields.emplace_back(trimmed(piece.substr(0, equals)), trimmed(piece.substr(equals + 1)));
}

}  // namespace

std::string write_note(const NoteFields& fields) {
  std::string note;
  for (const auto& [key, value] : fields) note += (note.empty() ? "" : " | ") + key + "=" + escaped(value);
  return note;
}

NoteFields read_note(std::string_view note) {
  NoteFields fields;
  std::string piece;
  for (std::size_t i = 0; i < note.size(); ++i) {
    if (note[i] == '|') {
      add_field(fields, piece);
      piece.clear();
    } else if (note[i] == '\\' && i + 1 < note.size()) {
      ++i;
      piece += note[i] == 'n' ? '\n' : note[i] == 'r' ? '\r' : note[i] == 't' ? '\t' : note[i];
    } else {
      piece += note[i];
    }
  }
  add_field(fields, piece);
  return fields;
}

}  // namespace qogam::exports
