// Going on with the output of a run that was ended.
#pragma once

#include <cstddef>

#include "cli/analyze_call.h"
#include "pipeline/near_duplicates.h"
#include "qogam/pipeline.h"
#include "read/reader.h"
#include "write/writers.h"

namespace qogam::cli {

// What is written already.
struct Skipped {
  std::size_t documents = 0, failed = 0;
};

// Reads from `reader` the documents whose objects are lines of the file `written`. Of each only its id is compared and, for the sake of those to come, its text looked at for
// near-duplicates; the last is made again and must come out the same, byte for byte, which tells that
// inputs, options, models and version are those of before, as far as this document shows them. Throws Error{input} where they are not.
Skipped skip_written(const std::string& written, const AnalyzeCall& call, const Pipeline& to_text, const Pipeline& whole,
                         const write::Writer& writer, read::Reader& reader, pipeline::NearDuplicates& duplicates);

}  // namespace qogam::cli
