// A compiled model: altered bytes are refused by their checksum; where that was mended too, no section lies outside the file.
//
// What stands inside the sections of a forged model is trusted, as SECURITY.md says.
#include <xxhash.h>

#include <cstring>

#include "model/model_file.h"
#include "qogam/error.h"
#include "support/feed.h"
#include "support/require.h"

namespace qogam::fuzz {
namespace {

// Where the header has the size of the file and its checksum, and where what is checked begins.
constexpr std::size_t kSize = 16, kChecksum = 24, kChecked = 32, kHeader = 96;

// The header of a file below 4 MiB made to fit what follows it.
void mend(std::string& file) {
  if (file.size() < kHeader) return;
  const std::uint64_t size = file.size(), part = XXH3_64bits(file.data() + kChecked, file.size() - kChecked);
  const std::uint64_t sum = XXH3_64bits(&part, sizeof part);
  std::memcpy(file.data(), model::kMagic, sizeof model::kMagic);
  std::memcpy(file.data() + sizeof model::kMagic, &model::kVersion, sizeof model::kVersion);
  std::memcpy(file.data() + kSize, &size, sizeof size);
  std::memcpy(file.data() + kChecksum, &sum, sizeof sum);
}

template <typename T>
std::size_t sum_of(const model::ModelView& view, const std::string& name) {
  std::size_t sum = 0;
  try {
    const std::span<const T> records = view.section<T>(name);
    for (const unsigned char byte : std::string_view(reinterpret_cast<const char*>(records.data()), records.size_bytes())) sum += byte;
  } catch (const Error& error) {
    require(error.cause() == Cause::models, "a mistake of the models");
  }
  return sum;
}

}  // namespace
}  // namespace qogam::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace qogam;
  fuzz::Feed feed(data, size);
  const bool mended = !feed.flag();
  std::string file(feed.rest());
  if (mended) fuzz::mend(file);
  try {
    const auto view = model::ModelView::own(file);
    for (const std::string& name : view->section_names(""))
      fuzz::sum_of<char>(*view, name), fuzz::sum_of<std::uint32_t>(*view, name), fuzz::sum_of<std::uint64_t>(*view, name);
    fuzz::require(view->fingerprint().size() == 16, "a fingerprint has 16 digits");
  } catch (const Error& error) {
    fuzz::require(error.cause() == Cause::models, "a mistake of the models");
  }
  return 0;
}
