// Writing, mapping and checking model files.
#include "model/model_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <system_error>
#include <thread>
#include <vector>

#include "qogam/error.h"
#include "text/sha256.h"

namespace qogam::model {
namespace {

struct Header {
  char magic[8];
  std::uint32_t version;
  std::uint32_t sections;
  std::uint64_t file_size;
  std::uint64_t checksum;  // XXH3 of the XXH3s of the parts of the fingerprint and all that follows it
  char fingerprint[64];    // SHA-256 of all that follows, in hexadecimal
};
constexpr std::size_t kChecked = offsetof(Header, fingerprint);  // bytes before those that the checksum is of

struct SectionEntry {
  char name[52];
  std::uint32_t record_size;
  std::uint64_t offset;
  std::uint64_t size;
};

[[noreturn]] void refuse(const std::string& what, const std::string& why) {
  throw Error(Cause::models, what + ": " + why);
}

// Of parts, each by whatever thread is free: at every start the whole file is waited for.
std::uint64_t checksum(std::string_view file) {
  constexpr std::size_t kPart = 4u << 20, kMostThreads = 4;
  const std::string_view checked = file.substr(kChecked);
  std::vector<std::uint64_t> sums(checked.size() / kPart + 1);
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t part = next++; part < sums.size(); part = next++) {
      const std::string_view bytes = checked.substr(part * kPart, kPart);
      sums[part] = XXH3_64bits(bytes.data(), bytes.size());
    }
  };
  {
    std::vector<std::jthread> threads;
    const std::size_t most = std::min<std::size_t>(kMostThreads, std::thread::hardware_concurrency());
    try {
      while (threads.size() + 1 < std::min(most, sums.size())) threads.emplace_back(work);
    } catch (const std::system_error&) {
      // No more threads to be had: this one does their part.
    }
    work();
  }
  return XXH3_64bits(sums.data(), sums.size() * sizeof sums[0]);
}

}  // namespace

void ModelWriter::add_bytes(const std::string& name, std::span<const std::byte> bytes,
                            std::size_t record_size) {
  if (name.size() >= sizeof(SectionEntry::name)) refuse(name, "the section name is too long");
  sections_.push_back({name, {reinterpret_cast<const char*>(bytes.data()), bytes.size()},
                       static_cast<std::uint32_t>(record_size)});
}

std::string ModelWriter::finish() const {
  std::string body(sections_.size() * sizeof(SectionEntry), '\0');
  for (std::size_t i = 0; i < sections_.size(); ++i) {
    while ((sizeof(Header) + body.size()) % 8 != 0) body.push_back('\0');
    SectionEntry entry{};
    std::memcpy(entry.name, sections_[i].name.data(), sections_[i].name.size());
    entry.record_size = sections_[i].record_size;
    entry.offset = sizeof(Header) + body.size();
    entry.size = sections_[i].bytes.size();
    std::memcpy(body.data() + i * sizeof entry, &entry, sizeof entry);
    body += sections_[i].bytes;
  }
  Header header{};
  std::memcpy(header.magic, kMagic, sizeof kMagic);
  header.version = kVersion;
  header.sections = static_cast<std::uint32_t>(sections_.size());
  header.file_size = sizeof header + body.size();
  const std::string digest = text::sha256_hex(body);
  std::memcpy(header.fingerprint, digest.data(), sizeof header.fingerprint);
  std::string file = std::string(reinterpret_cast<const char*>(&header), sizeof header) + body;
  header.checksum = checksum(file);
  std::memcpy(file.data(), &header, sizeof header);
  return file;
}

std::shared_ptr<const ModelView> ModelView::map(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) refuse(path, std::string("cannot open the model: ") + std::strerror(errno));
  struct stat info {};
  if (fstat(file, &info) != 0 || !S_ISREG(info.st_mode) || info.st_size == 0) {
    ::close(file);
    refuse(path, "is not a model file");
  }
  const std::size_t size = static_cast<std::size_t>(info.st_size);
  // All pages at once, as the checksum reads them all.
  void* mapped = mmap(nullptr, size, PROT_READ, MAP_SHARED | MAP_POPULATE, file, 0);
  ::close(file);
  if (mapped == MAP_FAILED) refuse(path, std::string("cannot map the model: ") + std::strerror(errno));
  std::shared_ptr<ModelView> view(new ModelView);
  view->mapped_ = mapped;
  view->bytes_ = {static_cast<const char*>(mapped), size};
  view->open(path);
  return view;
}

std::shared_ptr<const ModelView> ModelView::own(std::string bytes) {
  std::shared_ptr<ModelView> view(new ModelView);
  view->owned_ = std::move(bytes);
  view->bytes_ = view->owned_;
  view->open("model in memory");
  return view;
}

ModelView::~ModelView() {
  if (mapped_ != nullptr) munmap(mapped_, bytes_.size());
}

void ModelView::open(const std::string& what) {
  Header header{};
  if (bytes_.size() < sizeof header) refuse(what, "is too short for a Qogam model; build it again");
  std::memcpy(&header, bytes_.data(), sizeof header);
  if (std::memcmp(header.magic, kMagic, sizeof kMagic) != 0) refuse(what, "is not a Qogam model");
  if (header.version != kVersion)
    refuse(what, "is a model of version " + std::to_string(header.version) + ", this program reads version " +
                     std::to_string(kVersion) + "; build it again");
  if (header.file_size != bytes_.size())
    refuse(what, "has " + std::to_string(bytes_.size()) + " bytes where its header says " +
                     std::to_string(header.file_size) + "; build it again");
  // Read at every start, so by a hash that is as fast as memory.
  if (checksum(bytes_) != header.checksum)
    refuse(what, "was altered after it was built (its checksum does not fit); build it again");
  fingerprint_ = std::string_view(header.fingerprint, sizeof header.fingerprint).substr(0, 16);
  // All of it was read now; most calls need little of it in memory.
  if (mapped_ != nullptr) madvise(mapped_, bytes_.size(), MADV_DONTNEED);
  read_directory(what, header.sections);
}

void ModelView::read_directory(const std::string& what, std::uint32_t count) {
  if ((bytes_.size() - sizeof(Header)) / sizeof(SectionEntry) < count) refuse(what, "has a torn directory");
  for (std::uint32_t i = 0; i < count; ++i) {
    SectionEntry entry{};
    std::memcpy(&entry, bytes_.data() + sizeof(Header) + i * sizeof entry, sizeof entry);
    if (entry.offset > bytes_.size() || entry.size > bytes_.size() - entry.offset || entry.offset % 8 != 0)
      refuse(what, "has a section outside the file");
    const std::string name(entry.name, strnlen(entry.name, sizeof entry.name));
    places_[name] = {entry.offset, entry.size, entry.record_size};
  }
}

std::vector<std::string> ModelView::section_names(std::string_view prefix) const {
  std::vector<std::string> names;
  for (auto it = places_.lower_bound(prefix); it != places_.end() && it->first.starts_with(prefix); ++it) names.push_back(it->first);
  return names;
}

std::pair<const char*, std::size_t> ModelView::raw_section(const std::string& name,
                                                           std::size_t record_size) const {
  const auto it = places_.find(name);
  if (it == places_.end()) return {nullptr, 0};
  if (it->second.record_size != record_size || it->second.size % record_size != 0)
    refuse("section " + name, "has records of another size; build the model again");
  return {bytes_.data() + it->second.offset, it->second.size};
}

}  // namespace qogam::model
