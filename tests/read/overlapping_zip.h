// A zip whose members overlap: small, and yet it unpacks to gigabytes (Fifield, "A better zip bomb",
// WOOT 2019).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/test_support.h"

namespace qogam::read::testing {

namespace detail {

inline void put_number(std::string& to, std::uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) to += static_cast<char>(value >> (8 * i) & 0xFF);
}

struct ZipMember {
  std::string name;
  std::uint32_t crc = 0;
  std::uint64_t packed = 0, size = 0;
};

// What both headers of a member say of it.
inline void put_fields(std::string& to, const ZipMember& m) {
  put_number(to, 20, 2);  // version
  put_number(to, 0, 2);   // flags
  put_number(to, 8, 2);   // deflate
  put_number(to, 0x5821'0000, 4);
  put_number(to, m.crc, 4);
  put_number(to, m.packed, 4);
  put_number(to, m.size, 4);
  put_number(to, m.name.size(), 2);
  put_number(to, 0, 2);
}

inline std::string local_header(const ZipMember& m) {
  std::string header = "PK\3\4";
  put_fields(header, m);
  return header + m.name;
}

inline std::string central_header(const ZipMember& m, std::size_t at) {
  std::string header = "PK\1\2";
  put_number(header, 20, 2);
  put_fields(header, m);
  put_number(header, 0, 2);  // comment
  put_number(header, 0, 2);  // disk
  put_number(header, 0, 2);  // attributes
  put_number(header, 0, 4);
  put_number(header, at, 4);
  return header + m.name;
}

}  // namespace detail

// `count` members over one kernel of `size` zeros: each quotes the header of the next one in a block
// that is not packed, and goes on with its data.
inline std::string overlapping_zip(int count, std::size_t size) {
  std::string zeros(size, '\0');
  const std::string kernel = deflated(zeros, kBare);
  detail::ZipMember inner{"000.txt", static_cast<std::uint32_t>(crc32_z(0, reinterpret_cast<const Bytef*>(zeros.data()), size)),
                          kernel.size(), size};
  std::string body = detail::local_header(inner) + kernel;
  std::vector<std::pair<detail::ZipMember, std::size_t>> members = {{inner, body.size()}};  // how far from the end of all bodies
  for (int i = 1; i < count; ++i) {
    const std::string quoted = detail::local_header(inner);
    std::string block("\0", 1);
    detail::put_number(block, quoted.size(), 2);
    detail::put_number(block, ~quoted.size() & 0xFFFF, 2);
    std::string number = std::to_string(i);
    detail::ZipMember outer{std::string(3 - number.size(), '0') + number + ".txt", 0, 0, 0};
    const auto head = crc32_z(0, reinterpret_cast<const Bytef*>(quoted.data()), quoted.size());
    outer.crc = static_cast<std::uint32_t>(crc32_combine(head, inner.crc, static_cast<z_off_t>(inner.size)));
    outer.packed = block.size() + quoted.size() + inner.packed;
    outer.size = quoted.size() + inner.size;
    body.insert(0, detail::local_header(outer) + block);
    members.emplace_back(outer, body.size());
    inner = outer;
  }
  std::string table;
  for (auto m = members.rbegin(); m != members.rend(); ++m) table += detail::central_header(m->first, body.size() - m->second);
  std::string end = "PK\5\6";
  detail::put_number(end, 0, 4);
  detail::put_number(end, members.size(), 2);
  detail::put_number(end, members.size(), 2);
  detail::put_number(end, table.size(), 4);
  detail::put_number(end, body.size(), 4);
  detail::put_number(end, 0, 2);
  return body + table + end;
}

}  // namespace qogam::read::testing
