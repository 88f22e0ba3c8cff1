// The log of a run.
#include "cli/run_log.h"

#include <cerrno>
#include <cstring>
#include <ctime>
#include <nlohmann/json.hpp>

#include "cli/messages.h"
#include "qogam/error.h"
#include "qogam/version.h"

namespace qogam::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string now() {
  const std::time_t seconds = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm utc{};
  gmtime_r(&seconds, &utc);
  char text[32];
  return {text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc)};
}

}  // namespace

RunLog::RunLog(const std::string& path) : path_(path) {
  if (path.empty()) return;
  bool torn = false;  // a run that was killed may have left half a line
  if (std::ifstream before(path, std::ios::binary | std::ios::ate); before && before.tellg() > 0) {
    before.seekg(-1, std::ios::end);
    torn = before.get() != '\n';
  }
  errno = 0;
  out_.open(path, std::ios::app | std::ios::binary);
  if (!out_) throw Error(Cause::input, "Cannot write the log '" + path + "': " + std::strerror(errno) + ".");
  if (torn) out_ << '\n';
}

template <class Fields>
void RunLog::line(const char* event, Fields fields) {
  if (path_.empty()) return;
  const std::lock_guard lock(mutex_);
  if (failed_) return;
  Json object{{"time", now()}, {"event", event}};
  object.update(fields);
  out_ << object.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
  if (std::string_view(event) != "document") out_.flush();
  if (out_) return;
  failed_ = true;  // results matter more
  print_warning("The log '" + path_ + "' takes no more; the run goes on without it.");
}

void RunLog::start(const std::string& models, const std::string& output) {
  line("start", Json{{"version", version()}, {"models", models}, {"output", output}});
}

void RunLog::resumed(std::size_t documents) { line("resumed", Json{{"documents", documents}}); }

void RunLog::document(const pipeline::Result& r) {
  if (path_.empty()) return;
  Json fields{{"id", r.id}, {"path", r.path}, {"status", r.error ? "error" : "ok"}, {"bytes", r.input_bytes}};
  if (r.error) fields["error"] = {{"code", r.error->code}, {"message", r.error->message}, {"stage", r.error->stage}};
  if (!r.duplicate_of.empty()) fields["duplicate_of"] = r.duplicate_of;
  for (const Problem& w : r.warnings) fields["warnings"].push_back(w.code);
  line("document", fields);
}

void RunLog::passed_over(const std::string& path) { line("passed_over", Json{{"path", path}}); }
void RunLog::notice(const std::string& message) { line("notice", Json{{"message", message}}); }

void RunLog::end(const End& e) {
  line("end", Json{{"documents", e.documents}, {"failed", e.failed}, {"warned", e.warned}, {"duplicates", e.duplicates},
                   {"passed_over", e.passed_over}, {"bytes", e.bytes}, {"seconds", e.seconds}, {"exit_code", e.exit_code}});
}

}  // namespace qogam::cli
