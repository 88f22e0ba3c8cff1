// The forms of help that are used outside the program: docs/cli.md, the man page.
#include <algorithm>
#include <regex>

#include "cli/program.h"

namespace qogam::cli::test {
namespace {

class Reference : public ProgramTest {
 protected:
  // The names of all verbs, as the reference heads its sections.
  std::vector<std::string> verbs() {
    const std::string text = qogam("help --format markdown").out;
    static const std::regex heading("\n## qogam ([a-z -]+)\n");
    std::vector<std::string> names;
    for (std::sregex_iterator it(text.begin(), text.end(), heading), end; it != end; ++it) names.push_back((*it)[1]);
    return names;
  }
};

TEST_F(Reference, docs_cli_md_is_what_the_program_prints) {
  std::ifstream in(std::string(QOGAM_SOURCE_DIR) + "/docs/cli.md", std::ios::binary);
  const std::string file{std::istreambuf_iterator<char>(in), {}};
  EXPECT_TRUE(file == qogam("help --format markdown").out) << "docs/cli.md is out of date; renew it: build/release/qogam help --format markdown > docs/cli.md";
}

TEST_F(Reference, has_a_section_for_each_verb_which_its_help_agrees_with) {
  const auto names = verbs();
  EXPECT_GE(names.size(), 22u);
  const std::string markdown = qogam("help --format markdown").out, man = qogam("help --format man").out;
  for (const std::string& name : names) {
    const Ended e = qogam(name + " --help");
    EXPECT_EQ(e.code, 0) << name;
    EXPECT_EQ(e.err, "") << name;
    ASSERT_EQ(e.out.substr(0, 7), "usage: ") << name;
    const std::string usage = e.out.substr(7, e.out.find('\n') - 7);
    EXPECT_EQ(usage.substr(0, name.size() + 6), "qogam " + name);
    EXPECT_TRUE(has(markdown, "\n    " + usage + "\n")) << usage;
    EXPECT_EQ(qogam("help " + name).out, e.out);
    EXPECT_TRUE(has(man, ".SS qogam " + std::regex_replace(name, std::regex("-"), "\\-") + "\n")) << name;
  }
}

TEST_F(Reference, says_what_stands_for_every_value_and_what_every_option_means) {
  const std::string text = qogam("help --format markdown").out;
  EXPECT_FALSE(has(text, " arg`"));
  EXPECT_FALSE(std::regex_search(text, std::regex("\n\\| `-[^\n]* \\| \\|\n"))) << "an option without help";
  for (const char* row : {"| `-o, --output OUT` | stdout |", "| `--timings[=FILE]` | |", "| `--lang LANGUAGE` | auto |", "| `--color auto\\|always\\|never` | auto |", "| 130, 143 |", "| `QOGAM_MODELS` |"})
    EXPECT_TRUE(has(text, row)) << row;
}

TEST_F(Reference, help_of_verbs_that_share_their_first_word_lists_them) {
  for (const char* call : {"train --help", "help train"}) {
    const Ended e = qogam(call);
    EXPECT_EQ(e.code, 0);
    for (const char* name : {"train words", "train ner", "train relations", "train topics", "train commitments"}) EXPECT_TRUE(has(e.out, name)) << e.out;
  }
  EXPECT_TRUE(has(qogam("train nre x").err, "Did you mean 'ner'?"));
  EXPECT_TRUE(has(qogam("train").err, "words|ner|relations|topics|commitments"));
}

TEST_F(Reference, man_page_has_no_warnings) {
  if (shell("command -v man").code != 0) GTEST_SKIP() << "man is not installed (apt-get install man-db)";
  ASSERT_EQ(shell("\"$Q\" help --format man > qogam.1").code, 0);
  const Ended e = shell("LC_ALL=C.UTF-8 MANPAGER=cat MANWIDTH=80 man --warnings -E UTF-8 -l qogam.1");
  EXPECT_EQ(e.code, 0);
  EXPECT_EQ(e.err, "");
  for (const char* heading : {"NAME", "SYNOPSIS", "DESCRIPTION", "VERBS", "EXIT STATUS", "ENVIRONMENT", "FILES", "SEE ALSO"}) EXPECT_TRUE(has(e.out, std::string("\n") + heading + "\n")) << heading;
  EXPECT_TRUE(has(e.out, "\n       --learn-furniture\n"));
}

TEST_F(Reference, bad_calls_of_help_are_told) {
  EXPECT_TRUE(has(qogam("help analyse").err, "Did you mean 'analyze'?"));
  EXPECT_TRUE(has(qogam("help --format mann").err, "Did you mean 'man'?"));
  EXPECT_EQ(qogam("help analyze --format man").code, 2);
}

}  // namespace
}  // namespace qogam::cli::test
