// What may follow the words of a call, as the program says it and as shells show it.
#include <algorithm>
#include <sstream>

#include "cli/program.h"

namespace qogam::cli::test {
namespace {

using Lines = std::vector<std::string>;

Lines lines_of(const std::string& text) {
  Lines lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line.substr(0, line.find('\t')));
  return lines;
}

bool contains(const Lines& lines, const std::string& line) { return std::find(lines.begin(), lines.end(), line) != lines.end(); }

struct Case {
  const char* words;   // of a shell; the last one is being typed
  const char* wanted;  // one of the answers
  const char* other;   // none of them
};

constexpr Case kCases[] = {
    {"''", "analyze", "--help"},
    {"an", "analyze", "show"},
    {"--", "--version", "analyze"},
    {"train ''", "commitments", "analyze"},
    {"topics ''", "suggest", ":files"},
    {"analyze --on", "--only", "--output"},
    {"analyze ''", ":files", "--only"},
    {"analyze --only quo", "quotes", "dates"},
    {"analyze --only dates,quo", "dates,quotes", "quotes"},
    {"analyze --only dates,quo", ":goes-on", ":files"},
    {"analyze --only=quo", "--only=quotes", "quotes"},
    {"analyze --lang ''", "kk-Latn", ":files"},
    {"analyze --lang a", "auto", "ru"},
    {"analyze --from ''", "warc", ":files"},
    {"analyze --progress ''", "always", ":files"},
    {"analyze -o ''", ":files", "ru"},
    {"analyze -j ''", "", ":files"},
    {"analyze -o out.jsonl --models m --doc-errors ''", "fail", ":files"},
    {"analyze --no-text --l", "--lang", "--only"},
    {"analyze -- --l", ":files", "--lang"},
    {"list ''", "topics", ":files"},
    {"query ''", ":files", "commitments"},
    {"query watch.db ''", "commitments", ":files"},
    {"query --topic land watch.db comm", "commitments", "officials"},
    {"query watch.db commitments --topic wat", "water_supply", "land"},
    {"query watch.db commitments --status ''", "not_yet_rated", ":files"},
    {"export watch.db --to ''", "popolo", ":files"},
    {"train ner --lang ''", "kk", ":files"},
    {"help ''", "train", ":files"},
    {"help --format ''", "zsh", ":files"},
    {"schema ''", "", ":files"},
    {"nosuch ''", "", ":files"},
};

class Complete : public ProgramTest {};

TEST_F(Complete, gives_what_the_call_may_go_on_with) {
  for (const Case& c : kCases) {
    const Ended e = qogam(std::string("complete -- ") + c.words);
    EXPECT_EQ(e.code, 0) << c.words;
    EXPECT_EQ(e.err, "") << c.words;
    const Lines lines = lines_of(e.out);
    if (*c.wanted == '\0') EXPECT_EQ(e.out, "") << c.words;
    else EXPECT_TRUE(contains(lines, c.wanted)) << c.words << ": " << e.out;
    EXPECT_FALSE(contains(lines, c.other)) << c.words << ": " << e.out;
  }
}

TEST_F(Complete, says_what_the_words_mean) {
  EXPECT_TRUE(has(qogam("complete -- analyze --only quo").out, "quotes\twhat was said"));
  EXPECT_TRUE(has(qogam("complete -- analyze --res").out, "--resume\tgo on with"));
}

TEST_F(Complete, goes_without_knowledge) {
  EXPECT_EQ(qogam("complete -- analyze --models nowhere --lang a").out, "auto\teach sentence by itself\n");
}

// Each of the words that bash has cut a line into, of which the last is typed, and what it offers.
constexpr Case kBash[] = {
    {"sch", "schema", "show"},
    {"analyze --lear", "--learn-furniture", "--lang"},
    {"analyze --only quo", "quotes", "dates"},
    {"analyze --only = quo", "quotes", "--only=quotes"},
    {"analyze --only =", "quotes", "--only=quotes"},
    {"analyze --lang kk-", "kk-Latn", "kk"},
    {"show 'two w'", "two words.txt", "other.txt"},
};

TEST_F(Complete, in_bash) {
  if (shell("command -v bash").code != 0) GTEST_SKIP() << "bash is not installed";
  write("two words.txt", "");
  write("other.txt", "");
  write("ask.bash",
        "eval \"$(\"$Q\" help --format bash)\"\n"
        "complete -p qogam > /dev/null || exit 1\n"
        "COMP_WORDS=(qogam \"$@\"); COMP_CWORD=$#\n"
        "_qogam \"$Q\" && printf '%s\\n' \"${COMPREPLY[@]}\"\n");
  for (const Case& c : kBash) {
    const Ended e = shell(std::string("bash --norc ask.bash ") + c.words);
    EXPECT_EQ(e.code, 0) << c.words << e.err;
    EXPECT_TRUE(contains(lines_of(e.out), c.wanted)) << c.words << ": " << e.out;
    EXPECT_FALSE(contains(lines_of(e.out), c.other)) << c.words << ": " << e.out;
  }
}

// What is typed before the TAB key, and what then stands in the line.
struct Typed {
  const char *typed, *then;
};

constexpr Typed kZsh[] = {
    {"qogam sch", "qogam schema "},
    {"qogam train rel", "qogam train relations "},
    {"qogam analyze --lear", "qogam analyze --learn-furniture "},
    {"qogam analyze --only quo", "qogam analyze --only quotes"},
    {"qogam analyze --only=dates,quo", "qogam analyze --only=dates,quotes"},
    {"qogam analyze --lang kk-", "qogam analyze --lang kk-Latn "},
    {"qogam show othe", "qogam show other.txt "},
};

TEST_F(Complete, in_zsh) {
  if (shell("command -v zsh").code != 0) GTEST_SKIP() << "zsh is not installed (apt-get install zsh)";
  write("other.txt", "");
  write("bin/none", "");
  ASSERT_EQ(shell("\"$Q\" help --format zsh > bin/_qogam && ln -s \"$Q\" bin/qogam").code, 0);
  write("rc",
        "PS1=; PATH=$PWD/bin:$PATH; fpath=($PWD/bin $fpath); autoload -Uz compinit; compinit -u -D\n"
        "shown() { print -r -- \"<<$BUFFER>>\"; BUFFER=; }; zle -N shown; bindkey '^X' shown; bindkey '^I' complete-word\n"
        "print ready\n");
  write("ask.zsh",
        "zmodload zsh/zpty; zpty z zsh -f -i; local out\n"
        "zpty -w z 'source ./rc'; zpty -r z out $'*\\nready*' || zpty -r z out '*ready*'\n"
        "zpty -w -n z \"$1\"$'\\t\\030'; zpty -r z out '*<<*>>*'; out=${out##*<<}; print -r -- \"${out%%>>*}\"\n");
  for (const Typed& t : kZsh) {
    const Ended e = shell("TERM=dumb timeout 30 zsh -f ask.zsh '" + std::string(t.typed) + "'");
    EXPECT_EQ(e.code, 0) << t.typed << e.err;
    EXPECT_EQ(e.out, std::string(t.then) + "\n");
  }
}

}  // namespace
}  // namespace qogam::cli::test
