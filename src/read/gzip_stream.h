// gzip (RFC 1952), member by member.
#pragma once

#include <memory>

#include "read/byte_source.h"
#include "read/expansion.h"

namespace qogam::read {

// Unpacks all members of `packed` as one stream, by zlib. Where a member is broken or cut the
// stream fails there, and resume() goes on at the next member that begins behind it, as crawls
// have one for each record (WARC 1.1, annex D). What follows the last member and is no member (zeros
// that fill a tape) is left alone.
std::unique_ptr<ByteStream> make_gzip_stream(std::unique_ptr<ByteSource> packed,
                                             std::shared_ptr<Expansion> expansion);

}  // namespace qogam::read
