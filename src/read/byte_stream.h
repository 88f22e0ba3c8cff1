// Where bytes come from: a file, a standard stream, a member of an archive.
#pragma once

#include <cstddef>
#include <cstdint>
#include <istream>
#include <optional>
#include <string>

namespace qogam::read {

// Why bytes came to an end before their time.
struct Failure {
  std::string code;    // of the Problem: "unreadable", "expansion_limit", …
  std::string reason;  // to stand in parentheses
};

// For one thread at a time.
class ByteStream {
 public:
  virtual ~ByteStream() = default;

  // Writes `size` bytes at most to `into` and gives their number; 0 at the end and where reading
  // fails, which failure() tells then.
  virtual std::size_t read(char* into, std::size_t size) = 0;

  const std::optional<Failure>& failure() const { return failure_; }

  // After a failure: goes on behind what is broken, where that can be found. False otherwise.
  virtual bool resume() { return false; }

  // As lseek(2): the new offset, or -1 where the stream cannot do it.
  virtual std::int64_t seek(std::int64_t, int) { return -1; }

  // Whether what is read was changed by others since it was opened.
  virtual bool changed() const { return false; }

 protected:
  std::optional<Failure> failure_;
};

// A file by its path. It that cannot be opened has failed at once.
class FileStream : public ByteStream {
 public:
  explicit FileStream(const std::string& path);
  ~FileStream() override;
  FileStream(const FileStream&) = delete;
  FileStream& operator=(const FileStream&) = delete;

  std::size_t read(char* into, std::size_t size) override;
  std::int64_t seek(std::int64_t offset, int whence) override;
  bool changed() const override;

 private:
  struct State {
    std::int64_t size = 0, seconds = 0, nanoseconds = 0;
    bool regular = false;
    friend bool operator==(const State&, const State&) = default;
  };
  State state() const;

  int descriptor_ = -1;
  State opened_;
};

// A stream of the standard library, which must outlive it.
class IstreamStream : public ByteStream {
 public:
  explicit IstreamStream(std::istream& stream) : stream_(stream) {}
  std::size_t read(char* into, std::size_t size) override;

 private:
  std::istream& stream_;
};

}  // namespace qogam::read
