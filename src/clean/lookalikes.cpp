// Latin letters typed for the Cyrillic ones they look like.
#include "clean/lookalikes.h"

#include <cstdint>

#include "model/plain_lines.h"
#include "text/offset_map.h"
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

// Copies a text and writes some letters anew.
class Rewriter {
 public:
  explicit Rewriter(std::string_view from) : from_(from) {}

  void letter(std::size_t begin, std::size_t end, char32_t c) {
    copy(begin);
    const std::size_t size = out_.text.size();
    text::append_utf8(out_.text, c);
    map_.replace(static_cast<std::uint32_t>(out_.text.size() - size),
                 static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin));
    copied_ = end;
  }

  MappedText take() {
    copy(from_.size());
    out_.runs = map_.take();
    return std::move(out_);
  }

 private:
  void copy(std::size_t end) {
    out_.text.append(from_.substr(copied_, end - copied_));
    map_.keep(static_cast<std::uint32_t>(copied_), static_cast<std::uint32_t>(end - copied_));
  }

  std::string_view from_;
  std::size_t copied_ = 0;
  MappedText out_;
  text::OffsetMapBuilder map_;
};

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
      if (found != cyrillic_.end()) rewriter.letter(begin, at, found->second);
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
