// Texts to hold properties against: real ones, random ones, and real ones torn and glued. All from fixed seeds.
#pragma once

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "support/knowledge.h"
#include "text/utf8.h"

namespace qogam::properties {

// std::uniform_int_distribution gives other numbers with every standard library; this gives the same everywhere.
class Random {
 public:
  explicit Random(std::uint64_t seed) : next_(seed) {}
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next_() % bound); }
  bool one_in(std::size_t times) { return below(times) == 0; }
  template <typename Items>
  const auto& one_of(const Items& items) { return items[below(std::size(items))]; }

 private:
  std::mt19937_64 next_;
};

// ---- real texts ---------------------------------------------------------------------------

// The files below a folder of the project whose names end so, in order.
inline std::vector<std::string> files_of(const std::string& folder, std::string_view ending) {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(std::string(QOGAM_SOURCE_DIR) + "/" + folder))
    if (entry.path().string().ends_with(ending)) paths.push_back(entry.path().string());
  std::sort(paths.begin(), paths.end());
  return paths;
}

inline std::vector<std::string> contents_of(const std::vector<std::string>& paths) {
  std::vector<std::string> all;
  for (const std::string& path : paths) all.push_back(test::read_whole(path));
  return all;
}

inline const std::vector<std::string>& articles() {
  static const auto all = contents_of(files_of("corpora", ".txt"));
  return all;
}

inline const std::vector<std::string>& pages() {
  static const auto all = contents_of(files_of("tests/html/pages", ".html"));
  return all;
}

// Each `step`-th of them, from the one at `first`.
inline std::vector<std::string> every(std::size_t step, const std::vector<std::string>& texts, std::size_t first = 0) {
  std::vector<std::string> some;
  for (std::size_t i = first; i < texts.size(); i += step) some.push_back(texts[i]);
  return some;
}

// ---- random texts -------------------------------------------------------------------------

// Bytes of UTF-8, well-formed or not, that have caught out a program before.
inline std::string random_piece(Random& random) {
  using namespace std::string_literals;
  static const std::string odd[] = {
      "\u0301", "\u0306", "\u0308", "и\u0306", "е\u0308", "a\u0300\u0323", "\u200D", "👩\u200D🏫", "🇰🇿", "🏴\U000E0067\U000E0062\U000E007F", "\u00AD", "\u200B", "\u2060", "\uFEFF", "\u202E", "\u2066",
      "\u00A0", "\u2009", "\u3000", "\u0085", "\u2028", "\u2029", "\r\n", "\r", "\n", "\n\n", "\t", "  ", "\v", "\f", "\x1B[31m", "\x7F", "\u009B", "\uFFFD", "\uFFFE", "\U0010FFFF", "\uE000", "Ǆ", "ﬁ",
      "İ", "ß", "ẞ", "Ǆенерал", "Акiм", "сoвeт", "Kазахстан", "\u0345", "각", "\u1100\u1161\u11A8", "한", "漢字", "العربية", "עברית", "हिन्दी", "ไทย", "Ω", "Å", "\u0958", "«", "»", "\"", "“", "”", "„", "'", "’", "(", ")", "[", "]", "–", "—", "-", "‑", "…", "...", ".", "!", "?!",
      "№", "%", "&amp;", "&lt;", "&#1072;", "&nbsp;", "&#0;", "&#xD800;", "<p>", "</p>", "<br>", "<!--", "]]>", "<", ">", "&", "\\u0000", "{}", "http://a.kz/?q=1&b=2", "a@b.kz", "+7 (7172) 74-00-00"};
  static const std::string broken[] = {"\xFF", "\xC3", "\xED\xA0\x80", "\xED\xBF\xBF", "\xF4\x90\x80\x80", "\xC0\x80", "\xE2\x80", "\xF0\x9F", "\x80", "\xD0"};
  static const std::string words[] = {
      "аким", "Ерлан", "Сапаров", "министр", "министра", "сказал", "сообщила", "до", "1 сентября", "2024 года", "построим", "отремонтируем", "школу", "дорогу", "тенге", "4 млрд", "фонд", "НПО", "«Ақ ниет»", "в Алматы", "Караганды", "завтра", "вчера", "мы", "не",
      "әкім", "әкімі", "министрі", "деді", "айтты", "қыркүйекке дейін", "жылғы", "саламыз", "жөндейміз", "мектеп", "жолды", "теңге", "қоры", "Астанада", "ертең", "біз", "USD", "EUR 447.4", "icon", "Поделиться", "Просмотров: 15", "Читайте также", "Тағы оқыңыз", "ХХІ ғасыр", "XVIII", "5-ші", "№ 12", "12oC",
      "19.04.2024", "10:30", "2021–2025", "The", "mayor", "said", "Ulttyq", "qory", "О'Коннор", "а.", "т.д.", "г.", "А. Б. Иванов", "ТОО", "ПҚК"};
  switch (random.below(12)) {
    case 0: return broken[random.below(std::size(broken))];
    case 1: {  // any code point but surrogates
      const auto c = static_cast<char32_t>(random.below(0x110000));
      std::string utf8;
      text::append_utf8(utf8, c >= 0xD800 && c < 0xE000 ? U'я' : c == 0 ? U' ' : c);
      return utf8;
    }
    case 2:
    case 3:
    case 4: return odd[random.below(std::size(odd))];
    default: return (random.one_in(3) ? "" : " ") + words[random.below(std::size(words))];
  }
}

inline std::string random_text(Random& random) {
  std::string text;
  if (random.one_in(8)) text = "\xEF\xBB\xBF";
  for (std::size_t left = 1 + random.below(random.one_in(4) ? 400 : 60); left > 0; --left) text += random_piece(random);
  return text;
}

// ---- real texts torn and glued ------------------------------------------------------------

inline std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

inline std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

// A border between two code points of the text.
inline std::size_t border(Random& random, const std::string& text) {
  std::size_t at = random.below(text.size() + 1);
  while (at > 0 && at < text.size() && !text::starts_letter(text[at])) --at;
  return at;
}

inline void tear(Random& random, std::string& text) {
  static const std::string inserted[] = {"«", "»", "\"", "“", "(", "\n", "\n\n", "\u00AD", "\u0301", "\t", " – ", "\r\n", "&nbsp;", "icon\n447.4\n", "Поделиться: Facebook ВКонтакте\n", "Читайте также:\n", "Бөлісу\n", "USD 447.4 EUR 480.1\n", "Қаралды: 15\n", "Фото: пресс-служба акимата\n"};
  auto lines = lines_of(text);
  switch (random.below(9)) {
    case 0: text.resize(border(random, text)); break;
    case 1: text.erase(0, border(random, text)); break;
    case 2: text.insert(border(random, text), inserted[random.below(std::size(inserted))]); break;
    case 3: {
      std::size_t begin = border(random, text), end = border(random, text);
      if (begin > end) std::swap(begin, end);
      text.erase(begin, std::min<std::size_t>(end - begin, 300));
      while (begin < text.size() && !text::starts_letter(text[begin])) text.erase(begin, 1);
      break;
    }
    case 4: lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(random.below(lines.size())), random.one_of(lines)); text = joined(lines); break;
    case 5: std::swap(lines[random.below(lines.size())], lines[random.below(lines.size())]); text = joined(lines); break;
    case 6: std::replace(text.begin(), text.end(), '\n', ' '); break;
    case 7: {  // quotation marks of one side only
      const std::string mark = random.one_in(2) ? "«" : "»";
      for (std::size_t at; (at = text.find(mark)) != text.npos;) text.erase(at, mark.size());
      break;
    }
    default: lines[random.below(lines.size())] += inserted[random.below(std::size(inserted))]; text = joined(lines);
  }
}

// One or two of our articles, torn at some places.
inline std::string torn_article(Random& random) {
  std::string text = random.one_of(articles());
  if (random.one_in(4)) text += random.one_of(articles());
  for (std::size_t times = 1 + random.below(6); times > 0; --times) tear(random, text);
  return text;
}

}  // namespace qogam::properties
