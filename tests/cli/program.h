// Runs the built program in a folder of its own.
#pragma once

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace qogam::cli::test {

struct Ended {
  int code = -1;
  std::string out, err;
};

class ProgramTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
    folder_ = std::filesystem::temp_directory_path() /
              ("qogam-cli-" + std::to_string(getpid()) + "-" + info->name());
    std::filesystem::create_directories(folder_);
    unsetenv("QOGAM_MODELS");
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void write(const std::string& name, const std::string& bytes) {
    std::filesystem::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
  }
  std::string read(const std::string& name) const {
    std::ifstream in(folder_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  bool exists(const std::string& name) const { return std::filesystem::exists(folder_ / name); }

  // Runs shell words in the folder; "$Q" is the program. Standard input is empty.
  Ended shell(const std::string& words) {
    setenv("Q", QOGAM_PROGRAM, 1);
    const std::string command =
        "cd '" + folder_.string() + "' && ( " + words + " ) </dev/null >stdout.txt 2>stderr.txt";
    const int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read("stdout.txt"), read("stderr.txt")};
  }
  Ended qogam(const std::string& words) { return shell("\"$Q\" " + words); }

  std::filesystem::path folder_;
};

inline std::vector<nlohmann::json> objects(const std::string& lines) {
  std::vector<nlohmann::json> all;
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = lines.find('\n', at);
    EXPECT_NE(end, std::string::npos) << "torn line";
    if (end == std::string::npos) break;
    all.push_back(nlohmann::json::parse(lines.substr(at, end - at)));
    at = end + 1;
  }
  return all;
}

inline bool has(const std::string& text, const std::string& piece) {
  return text.find(piece) != std::string::npos;
}

}  // namespace qogam::cli::test
