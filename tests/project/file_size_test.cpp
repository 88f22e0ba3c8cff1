// Files stay small enough to be read in one sitting.
#include <gtest/gtest.h>
#include <unistd.h>

#include "project/source_scan.h"

namespace qogam::project {
namespace {

constexpr std::size_t kMostLines = 400;

TEST(FileSize, no_source_is_over_the_limit) {
  for (const std::string& file : long_files(QOGAM_SOURCE_DIR, kMostLines)) ADD_FAILURE() << file;
}

TEST(FileSize, a_long_file_is_found) {
  const fs::path root = fs::temp_directory_path() / ("qogam-file-size-" + std::to_string(getpid()));
  fs::create_directories(root / "src/text");
  std::ofstream(root / "src/text/long.cpp") << std::string(5, '\n');
  std::ofstream(root / "src/text/short.cpp") << std::string(4, '\n');
  std::ofstream(root / "src/text/notes.md") << std::string(9, '\n');
  EXPECT_EQ(long_files(root, 4), std::vector<std::string>{"src/text/long.cpp: 5 lines"});
  fs::remove_all(root);
}

}  // namespace
}  // namespace qogam::project
