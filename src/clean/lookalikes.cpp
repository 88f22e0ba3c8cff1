// Latin letters typed for the Cyrillic ones they look like.
#include "clean/lookalikes.h"

#include <cstdint>

#include "clean/rewriter.h"
#include "model/plain_lines.h"
#include "text/split.h"
#include "text/utf8.h"

namespace qogam::clean {
namespace {

struct Word {
  std::size_t begin = 0;
  std::size_t cyrillic = 0, latin = 0;
  bool repairable = true;  // every Latin letter has a look-alike
};

char32_t only_letter(std::string_view field) {
  std::size_t at = 0;
  const char32_t c = field.empty() ? 0 : text::decode_at(field, at);
  return at == field.size() && text::is_letter(c) ? c : 0;
}

}  // namespace

Lookalikes::Lookalikes(std::string_view table, std::string_view file_name) {
  for (const model::PlainLine& line : model::plain_lines(table)) {
    const auto fields = text::split(line.text, '\t');
    const char32_t from = fields.size() == 2 ? only_letter(fields[0]) : 0;
    const char32_t to = from ? only_letter(fields[1]) : 0;
    if (!to)
      model::fail_line(file_name, line.number, "a Latin letter, a TAB and a Cyrillic letter are due");
    cyrillic_[from] = to;
  }
}

MappedText Lookalikes::repair(std::string_view utf8) const {
  Rewriter rewriter(utf8);
  Word word;
  bool inside = false;
  const auto close = [&](std::size_t end) {
    inside = false;
    if (word.latin == 0 || word.cyrillic <= word.latin || !word.repairable) return;
    for (std::size_t at = word.begin; at < end;) {
      const std::size_t begin = at;
      const auto found = cyrillic_.find(text::decode_at(utf8, at));
      if (found != cyrillic_.end()) rewriter.replace(begin, at, found->second);
    }
  };
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t begin = at;
    const char32_t c = text::decode_at(utf8, at);
    if (!text::is_letter(c)) {
      if (inside) close(begin);
      continue;
    }
    if (!inside) word = {begin};
    inside = true;
    const text::Script script = text::script_of(c);
    if (script == text::Script::cyrillic) ++word.cyrillic;
    if (script != text::Script::latin) continue;
    ++word.latin;
    word.repairable = word.repairable && cyrillic_.contains(c);
  }
  if (inside) close(utf8.size());
  return rewriter.take();
}

}  // namespace qogam::clean
