// libarchive as a reader of documents and as a stream.
#include "read/archive_reader.h"

#include <archive.h>
#include <archive_entry.h>

#include <locale.h>

#include <array>
#include <cstdint>
#include <string>
#include <utility>

#include "read/byte_source.h"
#include "read/expansion.h"
#include "read/gzip_stream.h"
#include "read/names.h"
#include "read/problems.h"
#include "text/decode.h"

namespace qogam::read {
namespace {

constexpr std::size_t kBlock = 64u << 10;

struct Magic {
  std::string_view bytes;
  std::size_t at;
  Packing packing;
};

constexpr std::array<Magic, 10> kMagics = {{
    {{"\x1F\x8B\x08", 3}, 0, Packing::gzip},
    {{"1AY&SY", 6}, 4, Packing::compressed},  // bzip2, behind "BZh" and a figure
    {{"\x17\x72\x45\x38\x50\x90", 6}, 4, Packing::compressed},  // the same, empty
    {{"\xFD\x37zXZ\0", 6}, 0, Packing::compressed},
    {{"\x28\xB5\x2F\xFD", 4}, 0, Packing::compressed},
    {{"LZIP\x01", 5}, 0, Packing::compressed},
    {{"PK\x03\x04", 4}, 0, Packing::archive},
    {{"PK\x05\x06", 4}, 0, Packing::archive},
    {{"7z\xBC\xAF\x27\x1C", 6}, 0, Packing::archive},
    {{"ustar", 5}, 257, Packing::archive},
}};

struct Close {
  void operator()(archive* a) const { archive_read_free(a); }
};
using Handle = std::unique_ptr<archive, Close>;

// libarchive gives names in the encoding of the thread's locale, which must be able to hold them.
class Utf8Locale {
 public:
  Utf8Locale() : own_(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {
    if (own_ != nullptr) before_ = uselocale(own_);
  }
  ~Utf8Locale() {
    if (own_ == nullptr) return;
    uselocale(before_);
    freelocale(own_);
  }
  Utf8Locale(const Utf8Locale&) = delete;
  Utf8Locale& operator=(const Utf8Locale&) = delete;

 private:
  locale_t own_, before_ = nullptr;
};

// An empty file that was packed.
class NoBytes : public ByteStream {
 public:
  std::size_t read(char*, std::size_t) override { return 0; }
};

// The bytes that libarchive reads.
struct Packed {
  std::unique_ptr<ByteSource> bytes;
  std::array<char, kBlock> block;
};

la_ssize_t read_packed(archive* a, void* data, const void** block) {
  auto& packed = *static_cast<Packed*>(data);
  const std::size_t got = packed.bytes->take(packed.block.data(), packed.block.size());
  *block = packed.block.data();
  if (got > 0 || !packed.bytes->failure()) return static_cast<la_ssize_t>(got);
  archive_set_error(a, -1, "%s", packed.bytes->failure()->reason.c_str());
  return ARCHIVE_FATAL;
}

la_int64_t seek_packed(archive* a, void* data, la_int64_t offset, int whence) {
  const std::int64_t now = static_cast<Packed*>(data)->bytes->seek(offset, whence);
  if (now >= 0) return now;
  archive_set_error(a, -1, "it cannot be read from its end");
  return ARCHIVE_FATAL;
}

std::string reason_of(archive* a) {
  const char* const text = archive_error_string(a);
  std::string reason = text == nullptr ? "it is damaged" : text;
  while (reason.ends_with('.')) reason.pop_back();
  return text::decode(reason).text;
}

// The data of the member that the archive stands at.
class MemberStream : public ByteStream {
 public:
  // `swells`: whether it may be longer than what stands in the archive.
  MemberStream(archive* a, std::shared_ptr<Expansion> expansion, const Packed& packed, bool swells)
      : archive_(a), expansion_(std::move(expansion)), packed_(packed), swells_(swells) {}

  std::size_t read(char* into, std::size_t size) override {
    if (failure_) return 0;
    const la_ssize_t got = archive_read_data(archive_, into, size);
    if (got < 0) {
      failure_ = packed_.bytes->failure() ? *packed_.bytes->failure() : Failure{"unreadable", reason_of(archive_)};
      return 0;
    }
    if (got > 0 && swells_ && !expansion_->gave(static_cast<std::size_t>(got))) {
      failure_ = expansion_->failure();
      return 0;
    }
    return static_cast<std::size_t>(got);
  }

 private:
  archive* archive_;
  std::shared_ptr<Expansion> expansion_;
  const Packed& packed_;
  bool swells_;
};

class ArchiveReader : public FormatReader {
 public:
  ArchiveReader(Opened opened, Packing packing) : opened_(std::move(opened)), single_(packing != Packing::archive) {
    packed_.bytes = std::move(opened_.bytes);
    open(packed_.bytes->seek(0, SEEK_CUR) >= 0);
  }

  std::optional<Document> next() override {
    while (true) {
      if (member_)
        if (auto document = member_->next()) return document;
      member_.reset();
      if (ended_) return std::nullopt;
      if (opened_.expansion->over()) return end(problem_of(opened_.path, opened_.expansion->failure()));
      if (auto document = begin_member()) return document;
    }
  }

 private:
  // `whole`: it can be read from its end, where zip and 7z have their table of contents.
  void open(bool whole) {
    handle_.reset(archive_read_new());
    archive* const a = handle_.get();
    if (single_) {
      archive_read_support_filter_bzip2(a);
      archive_read_support_filter_xz(a);
      archive_read_support_filter_zstd(a);
      archive_read_support_filter_lzip(a);
      archive_read_support_format_raw(a);
      archive_read_support_format_empty(a);
    } else {
      // No filters: what they unpack would go past the count of Expansion.
      archive_read_support_format_tar(a);
      archive_read_support_format_gnutar(a);
      archive_read_support_format_zip(a);
      archive_read_support_format_7zip(a);
    }
    archive_read_set_callback_data(a, &packed_);
    archive_read_set_read_callback(a, read_packed);
    if (whole) archive_read_set_seek_callback(a, seek_packed);
    opens_ = archive_read_open1(a) == ARCHIVE_OK;
  }

  // Goes to the next member; a document where that is all there is to say of it.
  std::optional<Document> begin_member() {
    if (!opens_) return end(broken());
    const Utf8Locale locale;
    archive_entry* entry = nullptr;
    const int answer = archive_read_next_header(handle_.get(), &entry);
    if (answer == ARCHIVE_EOF) {
      ended_ = true;
      // The check sum of what it is packed in stands at its end.
      if (!single_) packed_.bytes->skip(static_cast<std::size_t>(-1));
      if (packed_.bytes->failure()) return end(broken());
      if (!single_ || begun_) return std::nullopt;
      Opened inner = member_opened(without_packing(opened_.name));
      inner.bytes = std::make_unique<ByteSource>(std::make_unique<NoBytes>());
      member_ = open_document_stream(std::move(inner));
      return std::nullopt;
    }
    begun_ = true;
    if (answer == ARCHIVE_FATAL) return end(broken());
    if (answer == ARCHIVE_RETRY) return failed(opened_.path, opened_.id, broken());
    const std::string name = single_ ? without_packing(opened_.name) : safe_member_name(name_of(entry));
    if (!single_ && (archive_entry_filetype(entry) != AE_IFREG || is_hidden(name))) return std::nullopt;
    if (!single_ && opened_.options.from == "auto" && never_read(name)) {
      if (opened_.options.on_passed_over) opened_.options.on_passed_over(opened_.path + "/" + name);
      return std::nullopt;
    }
    Opened inner = member_opened(name);
    if (archive_entry_is_encrypted(entry))
      return failed(inner.path, inner.id, problem_of(inner.path, {"unreadable", "it is encrypted"}));
    // What lies in a tar is as long as it is there, but for holes.
    const bool swells = (archive_format(handle_.get()) & ARCHIVE_FORMAT_BASE_MASK) != ARCHIVE_FORMAT_TAR || archive_entry_sparse_count(entry) > 0;
    inner.bytes = std::make_unique<ByteSource>(std::make_unique<MemberStream>(handle_.get(), opened_.expansion, packed_, swells));
    member_ = open_document_stream(std::move(inner));
    return std::nullopt;
  }

  Opened member_opened(const std::string& name) const {
    Opened inner = opened_.inner();
    inner.name = name;
    if (single_) return inner;
    inner.path += "/" + name;
    inner.id += "/" + without_ending(name);
    inner.below = true;
    return inner;
  }

  static std::string name_of(archive_entry* entry) {
    const char* name = archive_entry_pathname_utf8(entry);
    if (name == nullptr) name = archive_entry_pathname(entry);
    return name == nullptr ? "unnamed" : text::decode(name).text;
  }

  Problem broken() const {
    if (packed_.bytes->failure()) return problem_of(opened_.path, *packed_.bytes->failure());
    return problem_of(opened_.path, {"unreadable", reason_of(handle_.get())});
  }

  std::optional<Document> end(Problem problem) {
    ended_ = true;
    return failed(opened_.path, opened_.id, std::move(problem));
  }

  Opened opened_;  // its bytes are packed_'s
  bool single_;
  Packed packed_;
  Handle handle_;
  std::unique_ptr<FormatReader> member_;  // before the handle it reads from goes away
  bool opens_ = false, begun_ = false, ended_ = false;
};

// A gzip stream is unpacked by ourselves, as libarchive cannot go on behind a broken member.
class GzipReader : public FormatReader {
 public:
  explicit GzipReader(Opened opened) {
    Opened inner = opened.inner();
    inner.name = without_packing(opened.name);
    inner.bytes = std::make_unique<ByteSource>(make_gzip_stream(std::move(opened.bytes), opened.expansion));
    inside_ = open_document_stream(std::move(inner));
  }
  std::optional<Document> next() override { return inside_->next(); }

 private:
  std::unique_ptr<FormatReader> inside_;
};

}  // namespace

Packing packing_of(std::string_view head, std::string_view name) {
  for (const Magic& magic : kMagics)
    if (head.size() >= magic.at && head.substr(magic.at).starts_with(magic.bytes)) return magic.packing;
  return has_ending(name, ".tar") && !head.empty() ? Packing::archive : Packing::none;
}

std::unique_ptr<FormatReader> make_archive_reader(Opened opened, Packing packing) {
  if (packing == Packing::gzip) return std::make_unique<GzipReader>(std::move(opened));
  return std::make_unique<ArchiveReader>(std::move(opened), packing);
}

}  // namespace qogam::read
