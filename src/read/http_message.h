// An HTTP response as crawls keep it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "read/byte_stream.h"

namespace qogam::read {

// Lines "Name: value" with the blanks around the value gone, found whatever the case of the name.
class HeaderLines {
 public:
  // From the lines up to the first empty one, or all.
  explicit HeaderLines(std::string_view block) : block_(block) {}
  // The first value of that name (lower-case), or empty.
  std::string_view find(std::string_view name) const;

 private:
  std::string_view block_;
};

struct MediaType {
  std::string type;     // lower-case: "text/html"
  std::string charset;  // as given
};
MediaType parse_media_type(std::string_view value);

struct HttpResponse {
  int status = 0;
  MediaType media;
  std::string body;                // transfer and content codings taken off
  std::optional<Failure> failure;  // body that cannot be had: codes "unreadable", "too_large", "unsupported"
};

// Parses a message (RFC 9112) with the body in one piece or chunks, packed by gzip or deflate or not
// at all. Above `limit` bytes of body its failure is "too_large". Pure.
HttpResponse parse_http_response(std::string_view message, std::size_t limit);

}  // namespace qogam::read
