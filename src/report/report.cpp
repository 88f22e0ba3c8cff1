// The report: one HTML file.
#include "report/report.h"

#include <openssl/evp.h>
#include <zlib.h>

#include <new>
#include <string_view>

#include "report/data.h"

// The composed page, put into the program when it is built; see cmake/Report.cmake.
extern "C" {
extern const char qogam_report_page[];
extern const char qogam_report_page_end[];
}

namespace qogam::report {
namespace {

std::string_view page() { return {qogam_report_page, static_cast<std::size_t>(qogam_report_page_end - qogam_report_page)}; }

// gzip (RFC 1952) without a time.
std::string gzipped(const std::string& bytes) {
  z_stream zlib{};
  if (deflateInit2(&zlib, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK) throw std::bad_alloc();
  std::string out(deflateBound(&zlib, static_cast<uLong>(bytes.size())) + 32, '\0');
  zlib.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  zlib.avail_in = static_cast<uInt>(bytes.size());
  zlib.next_out = reinterpret_cast<Bytef*>(out.data());
  zlib.avail_out = static_cast<uInt>(out.size());
  deflate(&zlib, Z_FINISH);
  out.resize(zlib.total_out);
  deflateEnd(&zlib);
  return out;
}

std::string base64(const std::string& bytes) {
  std::string out((bytes.size() + 2) / 3 * 4 + 1, '\0');
  const int size = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()), reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
  out.resize(static_cast<std::size_t>(size));
  return out;
}

}  // namespace

void write_report(exports::Corpus& corpus, const Frame& frame, std::ostream& out) {
  const std::string json = report_data(corpus, frame).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  const std::string data = base64(gzipped(json));
  std::string_view rest = page();
  for (const auto& [mark, value] : {std::pair<std::string_view, std::string_view>("{{language}}", frame.language), {"{{data}}", data}}) {
    const std::size_t at = rest.find(mark);
    out << rest.substr(0, at) << value;
    rest.remove_prefix(at + mark.size());
  }
  out << rest;
}

}  // namespace qogam::report
