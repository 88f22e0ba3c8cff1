// What the tests of the readers share: a folder of their own, documents as lines, and packers.
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <gtest/gtest.h>
#include <iconv.h>
#include <unistd.h>
#include <zlib.h>

#include <array>
#include <clocale>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "read/decode_stage.h"
#include "read/readers.h"

namespace qogam::read::testing {

namespace fs = std::filesystem;
using Lines = std::vector<std::string>;

// A folder for one test, and what is read from it.
class Folder : public ::testing::Test {
 protected:
  void SetUp() override {
    // As the program does: libarchive gives the names of members in the charset of the locale.
    std::setlocale(LC_CTYPE, "C.UTF-8");
    std::string name = ::testing::UnitTest::GetInstance()->current_test_info()->name();
    for (char& c : name)
      if (c == '/') c = '-';  // of a test with parameters
    folder_ = fs::temp_directory_path() / ("qogam-" + std::to_string(::getpid()) + "-" + name);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string put(const std::string& name, std::string_view content) const {
    const fs::path path = folder_ / name;
    fs::create_directories(path.parent_path());
    fs::remove(path);  // what is written over waits for the disk
    std::ofstream(path, std::ios::binary) << content;
    return path.string();
  }

  fs::path folder_;
};

inline std::vector<Document> documents_of(Reader& reader) {
  std::vector<Document> documents;
  while (auto document = reader.next()) documents.push_back(*std::move(document));
  EXPECT_FALSE(reader.next());
  EXPECT_EQ(reader.progress().documents, documents.size());
  return documents;
}

inline std::vector<Document> documents_of(const std::string& path, ReadOptions options = {}) {
  return documents_of(*make_reader({path}, std::move(options)));
}

inline std::vector<Document> documents_of_stream(std::string_view bytes, ReadOptions options = {}) {
  std::istringstream in{std::string(bytes)};
  options.standard_input = &in;
  return documents_of(*make_reader({"-"}, std::move(options)));
}

// One line a document: "id|text" or "id!code".
inline Lines lines_of(const std::vector<Document>& documents) {
  Lines lines;
  for (const Document& d : documents)
    lines.push_back(d.error ? d.id + "!" + d.error->code : d.id + "|" + d.source.bytes);
  return lines;
}

inline Lines dump(const std::string& path, ReadOptions options = {}) {
  return lines_of(documents_of(path, std::move(options)));
}

inline Lines dump_stream(std::string_view bytes, ReadOptions options = {}) {
  return lines_of(documents_of_stream(bytes, std::move(options)));
}

// The text of `document` after the stage "decode", or "!code".
inline std::string raw_of(Document document) {
  if (!document.error) make_decode_stage()->run(document);
  return document.error ? "!" + document.error->code : document.raw;
}

// `utf8` in the encoding of that name in iconv(3).
inline std::string encoded(std::string_view utf8, const char* charset) {
  const iconv_t handle = iconv_open(charset, "UTF-8");
  if (handle == reinterpret_cast<iconv_t>(-1)) throw std::runtime_error(std::string("no charset ") + charset);
  std::string out(4 * utf8.size() + 16, '\0');
  char* from = const_cast<char*>(utf8.data());
  char* to = out.data();
  std::size_t left = utf8.size(), room = out.size();
  const bool failed = iconv(handle, &from, &left, &to, &room) == static_cast<std::size_t>(-1);
  iconv_close(handle);
  if (failed) throw std::runtime_error(std::string("not to be written in ") + charset);
  out.resize(out.size() - room);
  return out;
}

// What zlib calls window bits: gzip, zlib (the "deflate" of HTTP), and deflate without a head.
enum Wrapping { kGzip = 16 + MAX_WBITS, kZlib = MAX_WBITS, kBare = -MAX_WBITS };

inline std::string deflated(std::string_view bytes, Wrapping wrapping) {
  z_stream zlib{};
  if (deflateInit2(&zlib, Z_DEFAULT_COMPRESSION, Z_DEFLATED, wrapping, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::bad_alloc();
  std::string out(deflateBound(&zlib, bytes.size()) + 32, '\0');
  zlib.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  zlib.avail_in = static_cast<uInt>(bytes.size());
  zlib.next_out = reinterpret_cast<Bytef*>(out.data());
  zlib.avail_out = static_cast<uInt>(out.size());
  if (deflate(&zlib, Z_FINISH) != Z_STREAM_END) throw std::runtime_error("deflate");
  out.resize(zlib.total_out);
  deflateEnd(&zlib);
  return out;
}

inline std::string gzipped(std::string_view bytes) { return deflated(bytes, kGzip); }

struct Member {
  std::string name, content;
  int type = AE_IFREG;
  std::string link = {};
  std::size_t times = 1;  // the content is written so often
  la_int64_t solid = -1;  // bytes at the beginning behind which all is a hole
};

// How libarchive writes: its codes of a format and a filter, its options and a password.
struct Packer {
  int format = ARCHIVE_FORMAT_ZIP;
  int filter = ARCHIVE_FILTER_NONE;
  const char* options = nullptr;
  const char* password = nullptr;
};

inline constexpr Packer kZip{};
inline constexpr Packer kTar{ARCHIVE_FORMAT_TAR_PAX_RESTRICTED};
inline constexpr Packer kTarGz{ARCHIVE_FORMAT_TAR_PAX_RESTRICTED, ARCHIVE_FILTER_GZIP};

namespace detail {

inline la_ssize_t append(archive*, void* data, const void* block, size_t size) {
  static_cast<std::string*>(data)->append(static_cast<const char*>(block), size);
  return static_cast<la_ssize_t>(size);
}

inline void expect_ok(archive* a, int answer) {
  if (answer < ARCHIVE_WARN) throw std::runtime_error(archive_error_string(a));
}

inline void write_member(archive* a, const Member& member) {
  const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(), &archive_entry_free);
  archive_entry_set_pathname(entry.get(), member.name.c_str());
  archive_entry_set_filetype(entry.get(), static_cast<unsigned>(member.type));
  archive_entry_set_perm(entry.get(), 0644);
  archive_entry_set_mtime(entry.get(), 1'700'000'000, 0);
  archive_entry_set_size(entry.get(), static_cast<la_int64_t>(member.times * member.content.size()));
  if (!member.link.empty()) archive_entry_set_symlink(entry.get(), member.link.c_str());
  if (member.solid >= 0) archive_entry_sparse_add_entry(entry.get(), 0, member.solid);
  expect_ok(a, archive_write_header(a, entry.get()));
  for (std::size_t i = 0; i < member.times && !member.content.empty(); ++i)
    archive_write_data(a, member.content.data(), member.content.size());
  expect_ok(a, archive_write_finish_entry(a));
}

}  // namespace detail

// Throws std::runtime_error where this libarchive cannot write it.
inline std::string packed(const std::vector<Member>& members, const Packer& packer = kZip) {
  std::string bytes;
  const std::unique_ptr<archive, decltype(&archive_write_free)> a(archive_write_new(), &archive_write_free);
  detail::expect_ok(a.get(), archive_write_set_format(a.get(), packer.format));
  detail::expect_ok(a.get(), archive_write_add_filter(a.get(), packer.filter));
  if (packer.options != nullptr) detail::expect_ok(a.get(), archive_write_set_options(a.get(), packer.options));
  if (packer.password != nullptr) detail::expect_ok(a.get(), archive_write_set_passphrase(a.get(), packer.password));
  archive_write_set_bytes_in_last_block(a.get(), 1);
  detail::expect_ok(a.get(), archive_write_open(a.get(), &bytes, nullptr, detail::append, nullptr));
  for (const Member& member : members) detail::write_member(a.get(), member);
  detail::expect_ok(a.get(), archive_write_close(a.get()));
  return bytes;
}

// One file, as bzip2, xz and zstd have it.
inline std::string compressed(std::string_view content, int filter) {
  return packed({{"", std::string(content)}}, {ARCHIVE_FORMAT_RAW, filter});
}

}  // namespace qogam::read::testing
