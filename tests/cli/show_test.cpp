// qogam show in and out of a terminal.
#include "cli/program.h"

namespace qogam::cli::test {
namespace {

class Show : public ProgramTest {};

constexpr const char* kArticle =
    "Аким Асет Исекешев провёл встречу с жителями. Стройку закончат до 1 мая 2024 года.\n";

TEST_F(Show, no_colours_but_brackets_outside_a_terminal) {
  write("a.txt", kArticle);
  const Ended e = qogam("show a.txt");
  EXPECT_EQ(e.code, 0) << e.err;
  EXPECT_FALSE(has(e.out, "\033["));
  EXPECT_TRUE(has(e.out, "[person]"));
}

TEST_F(Show, colours_when_asked_for) {
  write("a.txt", kArticle);
  EXPECT_TRUE(has(qogam("show a.txt --color=always").out, "\033["));
}

TEST_F(Show, control_characters_of_a_page_do_not_reach_the_terminal) {
  write("a.txt", std::string(kArticle) + "Конец \033[2J статьи о городе.\n");
  EXPECT_FALSE(has(qogam("show a.txt").out, "\033"));
}

TEST_F(Show, missing_file_is_an_error) {
  const Ended e = qogam("show no.txt");
  EXPECT_EQ(e.code, 1);
  EXPECT_TRUE(has(e.err, "[not_found]")) << e.err;
}

}  // namespace
}  // namespace qogam::cli::test
