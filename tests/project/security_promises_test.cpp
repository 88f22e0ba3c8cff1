// Every promise of SECURITY.md names the tests that hold it, and each of them is there.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>
#include <string>

namespace qogam {
namespace {

const std::string kRoot = QOGAM_SOURCE_DIR;

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// "Suite.name" of the tests in C++, "file.py::name" of those in Python, "Fuzz.target".
std::set<std::string> known_tests() {
  std::set<std::string> all;
  const std::regex in_cpp(R"(TEST(?:_F|_P)?\((\w+),\s*(\w+)\))"), in_python(R"((?:^|\n)def (test_\w+)\()");
  for (const char* folder : {"/tests", "/python/tests"})
    for (const auto& entry : std::filesystem::recursive_directory_iterator(kRoot + folder)) {
      const bool cpp = entry.path().extension() == ".cpp";
      if (!cpp && entry.path().extension() != ".py") continue;
      const std::string text = read_file(entry.path().string());
      for (std::sregex_iterator it(text.begin(), text.end(), cpp ? in_cpp : in_python), end; it != end; ++it)
        all.insert(cpp ? (*it)[1].str() + "." + (*it)[2].str() : entry.path().filename().string() + "::" + (*it)[1].str());
    }
  for (const auto& target : std::filesystem::directory_iterator(kRoot + "/fuzz/targets")) all.insert("Fuzz." + target.path().stem().string());
  return all;
}

TEST(Security, every_promise_has_tests_that_are_there) {
  const auto known = known_tests();
  ASSERT_GT(known.size(), 500u);
  std::istringstream lines(read_file(kRoot + "/SECURITY.md"));
  int promises = 0;
  for (std::string line; std::getline(lines, line);) {
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
}  // namespace qogam
