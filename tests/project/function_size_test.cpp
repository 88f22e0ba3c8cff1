// Functions fit on a screen.
#include <gtest/gtest.h>

#include <sstream>

#include "project/source_scan.h"

namespace qogam::project {
namespace {

constexpr std::size_t kMostLines = 60;

TEST(FunctionSize, no_function_is_over_the_limit) {
  for (const std::string& function : long_functions(QOGAM_SOURCE_DIR, kMostLines)) ADD_FAILURE() << function;
}

TEST(FunctionSize, functions_are_measured) {
  const struct {
    const char* source;
    std::vector<std::pair<std::size_t, std::size_t>> functions;  // first line, lines
  } cases[] = {
      {"int a() {\n  return 1;\n}\n", {{1, 3}}},
      {"namespace x {\n\nint a(int b,\n      int c) {\n  if (b) {\n    c = 1;\n  }\n  return c;\n}\n}\n", {{3, 7}}},
      {"class A : public B {\n  A(int x)\n      : x_{x} {\n    run();\n  }\n  int x_{};\n};\n", {{2, 4}}},
      {"const int k[] = {\n    {1}, {2},\n};\nint b() { return 1; }\n", {{4, 1}}},
      {"struct A {\n  int x = 0;\n};\n\nvoid f() {}\n", {{5, 1}}},
      {"void f() {\n  s = \"}}\"; c = '}'; n = 1'000;  // }\n  t = R\"X(\n}\n)X\";\n}\n", {{1, 6}}},
      {"/* {\n */\nenum class A { a, b };\nstatic void f() {\n}\n", {{4, 2}}},
  };
  for (const auto& c : cases) {
    std::vector<std::string> lines;
    std::istringstream in(c.source);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    EXPECT_EQ(function_lengths(lines), c.functions) << c.source;
  }
}

}  // namespace
}  // namespace qogam::project
