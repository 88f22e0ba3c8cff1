// The stage "decode": from the bytes of the source to UTF-8.
#pragma once

#include <cstddef>
#include <memory>

#include "qogam/stage.h"

namespace qogam::read {

// Needs {source}, gives {raw}. Source::bytes becomes Document::raw by text::decode, or unchanged
// where Source::decoded; the bytes are released. Fills Source::encoding and Source::sha256, and
// Source::media_type, where it is empty, by the look of the text. Errors:
//
//   empty      no bytes, or nothing but white space
//   not_text   binary
//   too_large  more than `max_document_bytes`, or than 1 GiB, which offsets of 32 bits can bear
//
// Warning: invalid_bytes, where bytes were replaced by U+FFFD.
std::unique_ptr<Stage> make_decode_stage(std::size_t max_document_bytes = 64u << 20);

}  // namespace qogam::read
