// Every promise of SECURITY.md names the tests that hold it, and each of them is there.
#include <gtest/gtest.h>

#include <set>

#include "project/source_scan.h"

namespace qogam::project {
namespace {

const fs::path kRoot = QOGAM_SOURCE_DIR;

// "Suite.name" of the tests in C++, "file.py::name" of those in Python, "Fuzz.target".
std::set<std::string> known_tests() {
  std::set<std::string> all;
  const std::regex in_cpp(R"(TEST(?:_F|_P)?\((\w+),\s*(\w+)\))"), in_python(R"(^def (test_\w+)\()");
  for (const char* folder : {"tests", "python/tests"})
    for (const fs::path& file : files_under(kRoot / folder)) {
      const bool cpp = file.extension() == ".cpp";
      if (!cpp && file.extension() != ".py") continue;
      for (const std::string& line : read_lines(file))
        if (std::smatch found; std::regex_search(line, found, cpp ? in_cpp : in_python))
          all.insert(cpp ? found[1].str() + "." + found[2].str() : file.filename().string() + "::" + found[1].str());
    }
  for (const auto& target : fs::directory_iterator(kRoot / "fuzz/targets")) all.insert("Fuzz." + target.path().stem().string());
  return all;
}

TEST(Security, every_promise_has_tests_that_are_there) {
  const auto known = known_tests();
  ASSERT_GT(known.size(), 500u);
  int promises = 0;
  for (const std::string& line : read_lines(kRoot / "SECURITY.md")) {
    if (!line.starts_with("| ") || line.starts_with("| promise") || line.starts_with("|-")) continue;
    ++promises;
    const std::size_t column = line.rfind("| ", line.size() - 3);
    const std::string tests = line.substr(column);
    const std::regex name(R"(`([\w.:]+)`)");
    int named = 0;
    for (std::sregex_iterator it(tests.begin(), tests.end(), name), end; it != end; ++it, ++named) EXPECT_TRUE(known.contains((*it)[1])) << (*it)[1] << " is no test; it is named in: " << line;
    EXPECT_GT(named, 0) << "no test holds: " << line;
  }
  EXPECT_GE(promises, 6);
}

}  // namespace
}  // namespace qogam::project
