// Latin letters typed for the Cyrillic ones they look like.
#include "clean/lookalikes.h"

#include <cstdint>

#include "model/plain_lines.h"
#include "text/letter_table.h"
#include "text/split.h"
#include "text/utf8.h"

namespace qogam::clean {
namespace {

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
  namespace kind = text::kind;
  const text::LetterTable& table = text::letter_table();
  Rewriter rewriter(utf8);
  constexpr std::uint8_t kBoth = kind::latin | kind::cyrillic;
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t word = at;
    std::uint8_t kinds = 0, all = 0;
    std::size_t end = at;
    for (; at < utf8.size(); end = at) {
      kinds = table.kinds(text::decode_at(utf8, at));
      if ((kinds & kind::letter) == 0) break;
      all |= kinds;
    }
    if ((all & kBoth) == kBoth) repair_word(utf8, word, end, rewriter);
  }
  return rewriter.take();
}

// A word that has letters of both scripts.
void Lookalikes::repair_word(std::string_view utf8, std::size_t begin, std::size_t end, Rewriter& rewriter) const {
  std::size_t cyrillic = 0, latin = 0;
  for (std::size_t at = begin; at < end;) {
    const char32_t c = text::decode_at(utf8, at);
    const text::Script script = text::script_of(c);
    if (script == text::Script::cyrillic) ++cyrillic;
    if (script != text::Script::latin) continue;
    ++latin;
    if (!cyrillic_.contains(c)) return;
  }
  if (cyrillic <= latin) return;
  for (std::size_t at = begin; at < end;) {
    const std::size_t letter = at;
    const auto found = cyrillic_.find(text::decode_at(utf8, at));
    if (found != cyrillic_.end()) rewriter.replace(letter, at, found->second);
  }
}

}  // namespace qogam::clean
