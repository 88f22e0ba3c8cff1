// CoNLL-U with entities, read by a small reader of brackets.
#include <algorithm>
#include <cstdlib>
#include <set>

#include "exports/world.h"

namespace qogam::exports::test {
namespace {

struct Found {
  std::string document, eid, type, other;
  int start = 0, end = 0;
  auto operator<=>(const Found&) const = default;
};

int number_of(const std::string& misc, const std::string& key) {
  const std::size_t at = ("|" + misc).find("|" + key + "=");
  EXPECT_NE(at, std::string::npos) << misc;
  return std::atoi(misc.c_str() + at + key.size() + 1);
}

std::vector<std::string> split(const std::string& text, char by) {
  std::vector<std::string> parts{""};
  for (const char c : text) {
    if (c == by)
      parts.emplace_back();
    else
      parts.back() += c;
  }
  return parts;
}

// Opens, closes and one-word mentions, in their order.
void read_brackets(const std::string& brackets, const Found& word, std::vector<Found>& open, std::vector<Found>& done) {
  for (std::size_t at = 0; at < brackets.size();) {
    const bool opens = brackets[at] == '(';
    const std::size_t end = std::min(brackets.find_first_of("()", at + 1), brackets.size());
    const std::vector<std::string> fields = split(brackets.substr(at + opens, end - at - opens), '-');
    const bool closes = end < brackets.size() && brackets[end] == ')';
    if (opens) {
      ASSERT_GE(fields.size(), 3u) << brackets;
      open.push_back({word.document, fields[0], fields[1], fields.size() > 3 ? fields[3] : "", word.start, 0});
    }
    if (closes) {
      const auto last = std::find_if(open.rbegin(), open.rend(), [&](const Found& one) { return one.eid == fields[0]; });
      ASSERT_NE(last, open.rend()) << brackets;
      last->end = word.end;
      done.push_back(*last);
      open.erase(std::next(last).base());
    }
    at = end + closes;
  }
}

std::vector<Found> read(const std::string& bytes) {
  std::vector<Found> open, done;
  Found word;
  for (const std::string& line : split(bytes, '\n')) {
    if (line.starts_with("# newdoc id = ")) word.document = line.substr(14);
    EXPECT_TRUE(!line.starts_with("# sent_id") || line.find('/') == std::string::npos) << line;
    EXPECT_TRUE(!line.empty() || open.empty()) << "an entity goes over the end of a sentence";
    if (line.empty() || line[0] == '#') continue;
    const std::vector<std::string> columns = split(line, '\t');
    EXPECT_EQ(columns.size(), 10u) << line;
    word.start = number_of(columns[9], "Start");
    word.end = number_of(columns[9], "End");
    for (const std::string& field : split(columns[9], '|'))
      if (field.starts_with("Entity=")) read_brackets(field.substr(7), word, open, done);
  }
  return done;
}

class ConlluTest : public ExportTest {
 protected:
  // What `qogam words` prints of all articles, by their ids.
  static std::map<std::string, std::string> words() {
    const fs::path out = fs::temp_directory_path() / ("qogam-words-" + std::to_string(getpid()) + ".conllu");
    std::string call = std::string("\"") + QOGAM_PROGRAM + "\" words";
    for (const char* folder : {"ru", "kk", "fresh", "wide"}) call += std::string(" \"") + QOGAM_SOURCE_DIR + "/corpora/" + folder + "\"";
    EXPECT_EQ(std::system((call + " >'" + out.string() + "' 2>/dev/null").c_str()), 0);
    const std::string all = bytes_of(out), head = "# newdoc id = ";
    fs::remove(out);
    std::map<std::string, std::string> blocks;
    for (std::size_t at = all.find(head); at != std::string::npos;) {
      const std::size_t next = all.find(head, at + 1);
      const std::size_t id = at + head.size();
      blocks[all.substr(id, all.find('\n', id) - id)] = all.substr(at, next - at);
      at = next;
    }
    return blocks;
  }
};

TEST_F(ConlluTest, entities_are_the_mentions_of_the_articles) {
  const auto blocks = words();
  Options options;
  options.conllu = [&](const Json& article) { return blocks.at(article["id"]); };
  const std::string bytes = bytes_of(exported("conllu", SimpleRegistry::of(analysed()), options));
  EXPECT_TRUE(bytes.starts_with("# global.Entity = eid-etype-head-other\n# newdoc id = "));
  std::multiset<std::string> found, expected;
  for (const Found& one : read(bytes)) {
    found.insert(one.document + " " + one.type + " " + std::to_string(one.start) + "-" + std::to_string(one.end));
    EXPECT_EQ(one.other.starts_with("is:"), one.type == "person" || one.type == "organization") << one.eid;
  }
  for (const Json& article : analysed())
    for (const Json& mention : article["mentions"])
      if (mention["type"] != "date" && mention["type"] != "money")
        expected.insert(article["id"].get<std::string>() + " " + mention["type"].get<std::string>() + " " + mention["start"].dump() + "-" + mention["end"].dump());
  EXPECT_EQ(found, expected);
}

TEST_F(ConlluTest, one_word_and_nested_mentions) {
  Json article = bare_article("x", "akim of Abai town");
  const auto add = [&](const char* id, const char* type, int start, int end) {
    article["mentions"].push_back({{"id", id}, {"type", type}, {"start", start}, {"end", end}, {"entity", nullptr}});
  };
  add("m1", "position", 0, 17);
  add("m2", "location", 8, 12);
  add("m3", "location", 8, 17);
  add("m4", "date", 8, 12);
  Options options;
  options.conllu = [](const Json&) {
    return std::string("# newdoc id = x\n# sent_id = a/x-1\n1\takim\t_\t_\t_\t_\t_\t_\t_\tStart=0|End=4\n2\tof\t_\t_\t_\t_\t_\t_\t_\tStart=5|End=7\n"
                       "3\tAbai\t_\t_\t_\t_\t_\t_\t_\tStart=8|End=12\n4\ttown\t_\t_\t_\t_\t_\t_\t_\tStart=13|End=17\n\n");
  };
  const std::string bytes = bytes_of(exported("conllu", with_articles({failed_article("bad"), article}), options));
  EXPECT_EQ(bytes,
            "# global.Entity = eid-etype-head-other\n# newdoc id = x\n# sent_id = a:x-1\n1\takim\t_\t_\t_\t_\t_\t_\t_\tStart=0|End=4|Entity=(d1m1-position-1\n"
            "2\tof\t_\t_\t_\t_\t_\t_\t_\tStart=5|End=7\n3\tAbai\t_\t_\t_\t_\t_\t_\t_\tStart=8|End=12|Entity=(d1m3-location-1(d1m2-location-1)\n"
            "4\ttown\t_\t_\t_\t_\t_\t_\t_\tStart=13|End=17|Entity=d1m3)d1m1)\n\n");
}

TEST_F(ConlluTest, words_are_asked_for) {
  EXPECT_NE(message_of([&] { exported("conllu", Corpus{}); }).find("Options::conllu"), std::string::npos);
}

}  // namespace
}  // namespace qogam::exports::test
