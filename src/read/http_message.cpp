// Heads, chunks and codings of HTTP.
#include "read/http_message.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "text/ascii.h"
#include "text/decode.h"
#include "text/split.h"

namespace qogam::read {
namespace {

std::string_view trimmed(std::string_view s) {
  while (!s.empty() && (s.back() == ' ' || s.back() == '\r' || s.back() == '\t')) s.remove_suffix(1);
  while (!s.empty() && (s.front() == ' ' || s.front() == '\t')) s.remove_prefix(1);
  return s;
}

// RFC 9112, 7.1. What stands behind a broken chunk is lost, what stands before it is kept.
// A body that is in no chunks, as some crawlers take them off and keep the header, stays.
std::string without_chunks(std::string_view body) {
  const std::string_view head = body.substr(0, std::min(body.find_first_of("\r\n;"), body.size()));
  if (head.empty() || head.size() > 8 || head.find_first_not_of("0123456789abcdefABCDEF ") != std::string_view::npos) return std::string(body);
  std::string out;
  while (!body.empty()) {
    std::size_t size = 0;
    const auto [end, error] = std::from_chars(body.data(), body.data() + std::min<std::size_t>(body.size(), 16), size, 16);
    const std::size_t line_end = body.find('\n');
    if (error != std::errc() || size == 0 || line_end == std::string_view::npos) break;
    body.remove_prefix(line_end + 1);
    out += body.substr(0, size);
    body.remove_prefix(std::min(body.size(), size));
    body.remove_prefix(std::min(body.find_first_not_of("\r\n"), body.size()));
  }
  return out;
}

// gzip, zlib or, as some servers send for "deflate", neither head.
std::optional<std::string> inflated(std::string_view packed, int window, std::size_t limit) {
  z_stream zlib{};
  if (inflateInit2(&zlib, window) != Z_OK) return std::nullopt;
  zlib.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  zlib.avail_in = static_cast<uInt>(packed.size());
  std::string out;
  std::array<char, 32u << 10> block;
  int answer = Z_OK;
  while (answer == Z_OK && out.size() <= limit) {
    zlib.next_out = reinterpret_cast<Bytef*>(block.data());
    zlib.avail_out = static_cast<uInt>(block.size());
    answer = inflate(&zlib, Z_NO_FLUSH);
    out.append(block.data(), block.size() - zlib.avail_out);
  }
  inflateEnd(&zlib);
  if (answer == Z_STREAM_END || answer == Z_OK || (answer == Z_BUF_ERROR && !out.empty())) return out;
  return std::nullopt;
}

void unpack(HttpResponse& response, std::string_view coding, std::size_t limit) {
  if (coding.empty() || coding == "identity") return;
  std::optional<std::string> body;
  if (coding == "gzip" || coding == "x-gzip" || coding == "deflate") {
    body = inflated(response.body, 32 + MAX_WBITS, limit);
    if (!body) body = inflated(response.body, -MAX_WBITS, limit);
    if (body)
      response.body = std::move(*body);
    else if (!text::looks_binary(response.body))
      return;  // unpacked by the crawler, which kept the header
    else
      response.failure = Failure{"unreadable", "its body is no good " + text::decode(coding).text};
    return;
  }
  response.failure = Failure{"unsupported", "its body is packed as " + text::decode(coding).text + ", which Qogam cannot unpack"};
}

}  // namespace

std::string_view HeaderLines::find(std::string_view name) const {
  for (std::string_view line : text::split(block_, '\n')) {
    line = trimmed(line);
    if (line.empty()) break;
    const std::size_t colon = line.find(':');
    if (colon == name.size() && std::equal(name.begin(), name.end(), line.begin(), [](char n, char l) { return n == text::ascii_lower(l); }))
      return trimmed(line.substr(colon + 1));
  }
  return {};
}

MediaType parse_media_type(std::string_view value) {
  MediaType media;
  const auto parts = text::split(value, ';');
  media.type = text::ascii_lower(trimmed(parts.front()));
  for (const std::string_view part : parts) {
    const std::string_view parameter = trimmed(part);
    if (!text::ascii_lower(parameter.substr(0, 8)).starts_with("charset=")) continue;
    media.charset = parameter.substr(8);
    std::erase_if(media.charset, [](char c) { return c == '"' || c == '\'' || c == ' '; });
  }
  return media;
}

HttpResponse parse_http_response(std::string_view message, std::size_t limit) {
  HttpResponse response;
  std::size_t end = message.find("\r\n\r\n");
  std::size_t gap = 4;
  if (const std::size_t bare = message.find("\n\n"); bare < end) end = bare, gap = 2;
  const std::string_view head = message.substr(0, end);
  response.body = end == std::string_view::npos ? std::string_view() : message.substr(end + gap);
  const std::size_t blank = head.find(' ');
  if (head.starts_with("HTTP/") && blank != std::string_view::npos)
    std::from_chars(head.data() + blank + 1, head.data() + head.size(), response.status);
  const HeaderLines headers(head.substr(std::min(head.find('\n'), head.size() - (head.empty() ? 0 : 1)) + (head.empty() ? 0 : 1)));
  response.media = parse_media_type(headers.find("content-type"));
  if (text::ascii_lower(headers.find("transfer-encoding")).find("chunked") != std::string::npos) response.body = without_chunks(response.body);
  unpack(response, text::ascii_lower(headers.find("content-encoding")), limit);
  if (response.body.size() > limit) response.failure = Failure{"too_large", ""};
  return response;
}

}  // namespace qogam::read
