// CoNLL-U (universaldependencies.org/format.html) with entities in MISC as CorefUD 1.x writes them
// (ufal.mff.cuni.cz/corefud):
//
//   # global.Entity = eid-etype-head-other     once, at the top, and who made the file below it
//   Entity=(d3e1-person-1-is:p1a2b             the mention begins at this word
//   Entity=d3e1)                               it ends here;  Entity=(d3e1-person-1-is:p1a2b)  one word
//
// `eid` is `d`, the number of the document in this file, and the entity's id in its article, so that it is
// unique in the file; mentions of no entity (posts, laws, events) are `d3m7`. `etype` is the type of the
// mention, `head` always 1, as Qogam draws no trees, and `other` is `is:` and the person's or body's id where
// the registry knows it. Dates and money are no entities. A mention that goes over the end of a sentence is left out.
#include <algorithm>

#include "exports/article.h"
#include "exports/makers.h"
#include "exports/output.h"
#include "qogam/error.h"

namespace qogam::exports {
namespace {

struct Span {
  std::size_t begin = 0, end = 0;  // lines of the block, the last one included
  std::string eid, opening;        // of the bracket: eid-etype-1-other
};

struct Word {
  std::size_t line = 0, sentence = 0;
  std::int64_t start = 0, end = 0;
};

std::vector<std::string> lines_of(const std::string& block) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < block.size();) {
    const std::size_t end = std::min(block.find('\n', at), block.size());
    lines.push_back(block.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

// The number after `key` in the last column; -1 where there is none.
std::int64_t number_in_misc(const std::string& line, const std::string& key) {
  const std::string misc = "|" + line.substr(line.rfind('\t') + 1);
  const std::size_t at = misc.find("|" + key + "=");
  return at == std::string::npos ? -1 : std::strtoll(misc.c_str() + at + key.size() + 2, nullptr, 10);
}

std::vector<Word> words_of(const std::vector<std::string>& lines) {
  std::vector<Word> words;
  std::size_t sentence = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].empty()) ++sentence;
    if (lines[i].empty() || lines[i][0] == '#') continue;
    const Word word{i, sentence, number_in_misc(lines[i], "Start"), number_in_misc(lines[i], "End")};
    if (word.start >= 0 && word.end >= 0) words.push_back(word);
  }
  return words;
}

// The fields are divided by '-' and what holds them by '(', ')' and '|'.
std::string escaped(const std::string& field) {
  std::string out;
  for (const char c : field)
    out += c == '-' ? "%2D" : c == '(' ? "%28" : c == ')' ? "%29" : c == '|' ? "%7C" : c == '%' ? "%25" : c == ' ' ? "%20" : std::string(1, c);
  return out;
}

std::vector<Span> spans_of(const Json& article, const std::vector<Word>& words, std::size_t number, const Registry& registry) {
  std::vector<Span> spans;
  const std::string id = text_of(article, "id"), document = "d" + std::to_string(number);
  for (const Json& mention : list_of(article, "mentions")) {
    const std::string type = text_of(mention, "type"), entity = text_of(mention, "entity");
    if (type == "date" || type == "money") continue;
    const auto start = mention.value("start", std::int64_t{0}), end = mention.value("end", std::int64_t{0});
    const auto inside = [&](const Word& word) { return word.start < end && word.end > start; };
    const auto first = std::find_if(words.begin(), words.end(), inside);
    if (first == words.end()) continue;
    const auto last = std::find_if_not(first, words.end(), inside) - 1;
    if (first->sentence != last->sentence) continue;
    const std::string known = registry.id_of(id, entity);
    const std::string eid = document + escaped(entity.empty() ? text_of(mention, "id") : entity);
    spans.push_back({first->line, last->line, eid, eid + "-" + type + "-1" + (known.empty() ? "" : "-is:" + escaped(known))});
  }
  // At one word the longer mention opens first.
  std::stable_sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
  return spans;
}

// What ends at a line, the inner ones first, then what begins; what is one word stands inside both.
std::string brackets_at(const std::vector<Span>& spans, std::size_t line) {
  std::string closing, opening, whole;
  for (const Span& span : spans) {
    if (span.begin == line && span.end == line)
      whole += "(" + span.opening + ")";
    else if (span.begin == line)
      opening += "(" + span.opening;
    else if (span.end == line)
      closing = span.eid + ")" + closing;
  }
  return opening.empty() ? whole + closing : closing + opening + whole;
}

std::string with_entities(const Json& article, const std::string& block, std::size_t number, const Registry& registry) {
  std::vector<std::string> lines = lines_of(block);
  const std::vector<Word> words = words_of(lines);
  const std::vector<Span> spans = spans_of(article, words, number, registry);
  for (const Word& word : words) {
    const std::string brackets = brackets_at(spans, word.line);
    if (brackets.empty()) continue;
    std::string& line = lines[word.line];
    if (line.ends_with("\t_")) line.pop_back();
    line += (line.ends_with("\t") ? "Entity=" : "|Entity=") + brackets;
  }
  std::string out;
  for (std::string& line : lines) {
    // A slash in it is kept for parallel treebanks.
    if (line.starts_with("# sent_id")) std::replace(line.begin(), line.end(), '/', ':');
    out += line + "\n";
  }
  return out;
}

class ConlluExporter : public Exporter {
 public:
  explicit ConlluExporter(const Options& options) : generator_(options.generator), words_(options.conllu) {}

  void write(Corpus& corpus, const std::filesystem::path& out) override {
    if (!words_) throw Error(Cause::usage, "The format conllu needs the words of each article; give Options::conllu.");
    OutFile file(out);
    const Registry registry(corpus);
    file.write("# global.Entity = eid-etype-head-other\n");
    if (generator_.known()) file.write("# generator = " + text_of(generator_) + "\n");
    std::size_t number = 0;
    each_article(corpus, [&](const Json& article) {
      if (!failed(article)) file.write(with_entities(article, words_(article), ++number, registry));
    });
    file.finish();
  }

 private:
  Generator generator_;
  std::function<std::string(const Json&)> words_;
};

}  // namespace

std::unique_ptr<Exporter> make_conllu(const Options& options) { return std::make_unique<ConlluExporter>(options); }

}  // namespace qogam::exports
