// The compiled knowledge as one file: named sections of plain records, used in place.
//
// Layout: Header, then one SectionEntry a section, then the sections, each on an 8-byte border.
// The file is made and read on little-endian machines with the same record layouts; `version`
// changes whenever a record does, and a file of another version is refused.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace qogam::model {

inline constexpr char kMagic[8] = {'Q', 'O', 'G', 'A', 'M', 'M', 'D', 'L'};
inline constexpr std::uint32_t kVersion = 9;

// Collects sections and gives the bytes of the file.
class ModelWriter {
 public:
  template <typename T>
  void add(const std::string& name, std::span<const T> records) {
    static_assert(std::is_trivially_copyable_v<T>);
    add_bytes(name, std::as_bytes(records), sizeof(T));
  }
  void add_text(const std::string& name, std::string_view text) {
    add<char>(name, std::span(text.data(), text.size()));
  }

  // The whole file; its fingerprint is the SHA-256 of all that follows the header.
  std::string finish() const;

 private:
  struct Section {
    std::string name, bytes;
    std::uint32_t record_size;
  };
  void add_bytes(const std::string& name, std::span<const std::byte> bytes, std::size_t record_size);
  std::vector<Section> sections_;
};

// A model in memory: mapped from a file, or owned bytes. Immutable, safe from any thread.
class ModelView {
 public:
  // Maps `path` read-only. Throws Error{Cause::models} that names the file where it is missing,
  // torn, altered or of another version.
  static std::shared_ptr<const ModelView> map(const std::string& path);
  // Takes the bytes that ModelWriter::finish() gave.
  static std::shared_ptr<const ModelView> own(std::string bytes);

  ~ModelView();
  ModelView(const ModelView&) = delete;
  ModelView& operator=(const ModelView&) = delete;

  // The records of a section; empty where the model has no such section. Throws
  // Error{Cause::models} where the records are of another size.
  template <typename T>
  std::span<const T> section(const std::string& name) const {
    const auto [data, size] = raw_section(name, sizeof(T));
    return {reinterpret_cast<const T*>(data), size / sizeof(T)};
  }
  std::string_view text(const std::string& name) const {
    const std::span<const char> s = section<char>(name);
    return {s.data(), s.size()};
  }

  // Names of the sections that start with `prefix`, in order.
  std::vector<std::string> section_names(std::string_view prefix) const;

  // The first 16 hexadecimal digits of the SHA-256 of the contents.
  const std::string& fingerprint() const { return fingerprint_; }

 private:
  struct Place {
    std::size_t offset, size;
    std::uint32_t record_size;
  };
  ModelView() = default;
  void open(const std::string& what);
  void read_directory(const std::string& what, std::uint32_t count);
  std::pair<const char*, std::size_t> raw_section(const std::string& name, std::size_t record_size) const;

  std::string owned_;
  std::string_view bytes_;
  void* mapped_ = nullptr;
  std::map<std::string, Place, std::less<>> places_;
  std::string fingerprint_;
};

}  // namespace qogam::model
