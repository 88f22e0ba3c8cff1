// A model file gives back what was written, and defends itself.
#include "model/model_file.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <functional>

#include "qogam/error.h"

namespace qogam::model {
namespace {

struct Pair {
  std::uint32_t a, b;
};

std::string sample() {
  ModelWriter out;
  const std::vector<Pair> pairs{{1, 2}, {3, 4}, {5, 6}};
  out.add<Pair>("pairs", pairs);
  out.add_text("file:ru/language.tsv", "code\tru\n");
  out.add<std::uint32_t>("none", {});
  return out.finish();
}

// The message of the Error that `action` throws; empty where it throws none.
std::string refusal(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& e) {
    EXPECT_EQ(e.cause(), Cause::models);
    return e.what();
  }
  return {};
}

class ModelFile : public ::testing::Test {
 protected:
  void SetUp() override {
    path_ = (std::filesystem::temp_directory_path() /
             ("qogam-model-" + std::to_string(getpid()) + ".model"))
                .string();
  }
  void TearDown() override { std::filesystem::remove(path_); }
  std::string map_refusal(const std::string& bytes) {
    std::ofstream(path_, std::ios::binary) << bytes;
    return refusal([&] { ModelView::map(path_); });
  }
  std::string path_;
};

void check_sample(const ModelView& model) {
  const auto pairs = model.section<Pair>("pairs");
  ASSERT_EQ(pairs.size(), 3u);
  EXPECT_EQ(pairs[2].b, 6u);
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(pairs.data()) % alignof(Pair), 0u);
  EXPECT_EQ(model.text("file:ru/language.tsv"), "code\tru\n");
  EXPECT_TRUE(model.section<std::uint32_t>("none").empty());
  EXPECT_TRUE(model.section<Pair>("no such section").empty());
  EXPECT_EQ(model.section_names("file:"), std::vector<std::string>{"file:ru/language.tsv"});
}

TEST_F(ModelFile, comes_back_as_written) {
  std::ofstream(path_, std::ios::binary) << sample();
  const auto mapped = ModelView::map(path_);
  const auto owned = ModelView::own(sample());
  check_sample(*mapped);
  check_sample(*owned);
  EXPECT_EQ(mapped->fingerprint(), owned->fingerprint());
  EXPECT_EQ(mapped->fingerprint().size(), 16u);
}

TEST_F(ModelFile, same_sections_give_the_same_bytes) { EXPECT_EQ(sample(), sample()); }

TEST_F(ModelFile, fingerprint_tells_contents_apart) {
  ModelWriter other;
  other.add_text("file:ru/language.tsv", "code\tkk\n");
  EXPECT_NE(ModelView::own(other.finish())->fingerprint(),
            ModelView::own(sample())->fingerprint());
}

TEST_F(ModelFile, refuses_what_is_no_model) {
  const struct {
    std::string bytes, message;
  } cases[] = {
      {"", "is not a model file"},
      {"QOGAMMDL", "too short"},
      {std::string(4096, 'x'), "is not a Qogam model"},
      {"%PDF-1.4" + std::string(200, ' '), "is not a Qogam model"},
  };
  for (const auto& c : cases) {
    const std::string said = map_refusal(c.bytes);
    EXPECT_NE(said.find(c.message), std::string::npos) << said;
    EXPECT_TRUE(said.starts_with(path_)) << said;
  }
  EXPECT_NE(refusal([] { ModelView::map("/no/such.model"); }).find("/no/such.model"),
            std::string::npos);
  EXPECT_NE(refusal([] { ModelView::map("/tmp"); }), "");
}

TEST_F(ModelFile, refuses_another_version) {
  std::string bytes = sample();
  bytes[8] = static_cast<char>(kVersion + 1);
  const std::string said = map_refusal(bytes);
  EXPECT_NE(said.find("version " + std::to_string(kVersion + 1)), std::string::npos) << said;
  EXPECT_NE(said.find("build it again"), std::string::npos) << said;
}

TEST_F(ModelFile, refuses_wrong_magic) {
  std::string bytes = sample();
  bytes[0] = 'q';
  EXPECT_NE(map_refusal(bytes).find("is not a Qogam model"), std::string::npos);
}

// Wherever it is torn and whichever byte is altered, it is refused.
TEST_F(ModelFile, refuses_every_torn_file) {
  const std::string bytes = sample();
  for (std::size_t size = 0; size < bytes.size(); ++size)
    ASSERT_NE(refusal([&] { ModelView::own(bytes.substr(0, size)); }), "") << size;
  EXPECT_NE(refusal([&] { ModelView::own(bytes + "x"); }), "");
}

TEST_F(ModelFile, refuses_every_altered_byte) {
  const std::string bytes = sample();
  constexpr std::size_t kSectionCount = 12;  // of the header: four bytes that no digest covers
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (at >= kSectionCount && at < kSectionCount + 4) continue;
    std::string altered = bytes;
    altered[at] = static_cast<char>(altered[at] ^ 1);
    ASSERT_NE(refusal([&] { ModelView::own(altered); }), "") << "byte " << at;
  }
}

// The number of sections lies in the header, outside the fingerprint: whatever it says, nothing
// outside the file is read.
TEST_F(ModelFile, altered_section_count_is_refused_or_harmless) {
  for (int count = 0; count < 256; ++count) {
    std::string altered = sample();
    altered[12] = static_cast<char>(count);
    try {
      const auto model = ModelView::own(altered);
      model->section_names("");
    } catch (const Error& e) {
      EXPECT_EQ(e.cause(), Cause::models);
    }
  }
}

TEST_F(ModelFile, refuses_records_of_another_size) {
  const auto model = ModelView::own(sample());
  EXPECT_NE(refusal([&] { model->section<std::uint32_t>("pairs"); }).find("pairs"),
            std::string::npos);
}

TEST_F(ModelFile, refuses_a_section_name_that_is_too_long) {
  ModelWriter out;
  EXPECT_NE(refusal([&] { out.add_text(std::string(60, 'n'), "text"); }), "");
}

}  // namespace
}  // namespace qogam::model
