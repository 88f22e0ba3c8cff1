// Archives and compressed files, by libarchive.
#pragma once

#include <memory>
#include <string_view>

#include "read/format_reader.h"

namespace qogam::read {

// What the magic number at the beginning of a stream tells.
enum class Packing { none, gzip, compressed, archive };

// gzip; bzip2, xz, zstd and lzip; zip, tar, 7z. The endings are asked only for tar files from before POSIX.
Packing packing_of(std::string_view head, std::string_view name);

// The documents of all members, in the order of the archive, each by the reader that fits it. Their
// paths are "ARCHIVE/MEMBER" and their ids that without the endings; members' ".." and leading "/"
// are dropped, and nothing is ever written to disk. Members that are no regular files, hidden ones
// and those of kinds that no reader takes are passed over, the last counted. What is unpacked counts
// for Opened::expansion. `packing` is not none.
std::unique_ptr<FormatReader> make_archive_reader(Opened opened, Packing packing);

}  // namespace qogam::read
