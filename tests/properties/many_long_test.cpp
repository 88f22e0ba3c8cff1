// The properties of output_test.cpp and cleaning_test.cpp again, of very many texts. QOGAM_SEED takes other ones.
#include <cstdlib>

#include "properties/analysed.h"
#include "properties/layers.h"
#include "properties/output_check.h"
#include "properties/property.h"

namespace qogam::properties {
namespace {

std::uint64_t first_seed() {
  const char* seed = std::getenv("QOGAM_SEED");
  return seed ? std::strtoull(seed, nullptr, 10) : 100'000;
}

TEST(ManyTexts, give_sound_documents) {
  for (const Pipeline* pipeline : {&as_page(), &as_plain_text()})
    expect_always(
        [&](const std::string& bytes) {
          const Document d = analysed(*pipeline, bytes);
          const std::string line = output_of(d);
          return LayerCheck(d).complaint(pipeline == &as_plain_text()) + output_complaint(line) + difference(line, output_of(analysed(*pipeline, bytes)));
        },
        {first_seed(), 20'000, 4'000, 1});
}

}  // namespace
}  // namespace qogam::properties
