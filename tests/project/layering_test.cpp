// The languages stay in models/, and rooms include only what src/README.md allows them.
#include <gtest/gtest.h>
#include <unistd.h>

#include "project/room_tables.h"

namespace qogam::project {
namespace {

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

const fs::path kRoot = QOGAM_SOURCE_DIR;

// A small project in a folder of its own, gone with the test.
class PlantedProject : public testing::Test {
 protected:
  void SetUp() override {
    const auto* info = testing::UnitTest::GetInstance()->current_test_info();
    root_ = fs::temp_directory_path() /
            ("qogam-layers-" + std::to_string(getpid()) + "-" + info->name());
    plant("src/README.md",
          "| room | may include |\n|---|---|\n| include | – |\n| low | – |\n| high | low |\n\n"
          "| library | headers | rooms |\n|---|---|---|\n| Zip | zip/, zip.h | low |\n");
  }
  void TearDown() override { fs::remove_all(root_); }

  void plant(const fs::path& name, const std::string& text) {
    fs::create_directories((root_ / name).parent_path());
    std::ofstream(root_ / name) << text;
  }

  fs::path root_;
};

TEST(Layering, no_cyrillic_letter_stands_in_code) { EXPECT_EQ(joined(cyrillic_places(kRoot)), ""); }

TEST(Layering, includes_keep_to_the_tables) { EXPECT_EQ(joined(layer_faults(kRoot)), ""); }

TEST(Layering, table_names_every_room_and_has_no_ring) {
  const RoomTables tables = read_room_tables(kRoot / "src/README.md");
  for (const auto& entry : fs::directory_iterator(kRoot / "src")) {
    if (!entry.is_directory()) continue;
    EXPECT_TRUE(tables.rooms.contains(entry.path().filename().string())) << entry.path();
  }
  for (const auto& [room, others] : tables.rooms)
    for (const std::string& other : others) {
      ASSERT_TRUE(tables.rooms.contains(other)) << room << " names " << other;
      EXPECT_FALSE(tables.rooms.at(other).contains(room)) << room << " and " << other;
    }
  EXPECT_GE(tables.libraries.size(), 5u);
}

TEST(HasCyrillic, sees_every_spelling) {
  const std::string bad[] = {
      "// слово",
      "char c = 'ә';",
      "\"Ԥ\"",
      R"("\u0430")",
      R"("\u04D9")",
      R"("\U00000430")",
      R"("\x{430}")",
      R"("\x{0430}")",
      R"("\u{430}")",
      R"("\xd0\xb0")",
      R"("\xD1\x8f")",
      R"("\xd2\x9b")",
      R"("\xD3\x99")",
      R"("\320\260")",
      R"("\323\231")",
      R"(L"\x430")",
      R"("\N{CYRILLIC SMALL LETTER A}")",
      "{0xD0, 0xB0}",
      R"("\u0525")",
  };
  for (const std::string& line : bad) EXPECT_TRUE(has_cyrillic(line)) << line;
}

TEST(HasCyrillic, leaves_other_text_alone) {
  const std::string good[] = {
      "",       "plain text",      "«»…–—№ ₸ × ö ı ş", R"("\u00ab\u2026")", R"("\xc2\xab")",
      "0x0400", R"(\p{Cyrillic})", R"(\u2013)",        R"("\x41")",         "1.320, 0x1F",
  };
  for (const std::string& line : good) EXPECT_FALSE(has_cyrillic(line)) << line;
}

TEST_F(PlantedProject, cyrillic_is_found_in_any_file) {
  plant("src/low/a.h", "// fine\n// Алматы\n");
  plant("include/qogam/b.h", "constexpr char32_t c = U'\\u0430';\n");
  EXPECT_EQ(joined(cyrillic_places(root_)), "include/qogam/b.h:1\nsrc/low/a.h:2\n");
}

TEST_F(PlantedProject, good_includes_pass) {
  plant("src/low/a.cpp", "#include \"low/a.h\"\n#include <zip/z.h>\n#include <zip.h>\n");
  plant("src/high/b.cpp", "#include <vector>\n#include \"qogam/x.h\"\n  # include \"low/a.h\"\n");
  EXPECT_EQ(joined(layer_faults(root_)), "");
}

TEST_F(PlantedProject, bad_includes_are_found) {
  plant("src/low/a.cpp",
        "#include \"high/b.h\"\n#include \"a.h\"\n#include \"attic/c.h\"\n#include <other/o.h>\n");
  plant("src/high/b.cpp", "\n#include <zip/z.h>\n");
  plant("src/attic/c.cpp", "");
  plant("include/qogam/d.h", "#include <zip.h>\n#include \"low/a.h\"\n");
  EXPECT_EQ(joined(layer_faults(root_)),
            "include/qogam/d.h:1: zip.h: Zip is not for this room\n"
            "include/qogam/d.h:2: low/a.h: not in the table of rooms\n"
            "src/attic/c.cpp:1: the table has no room attic\n"
            "src/high/b.cpp:2: zip/z.h: Zip is not for this room\n"
            "src/low/a.cpp:1: high/b.h: not in the table of rooms\n"
            "src/low/a.cpp:2: a.h: a header of its own is named with its room\n"
            "src/low/a.cpp:3: attic/c.h: no such room\n"
            "src/low/a.cpp:4: other/o.h: a library that the table does not name\n");
}

}  // namespace
}  // namespace qogam::project
