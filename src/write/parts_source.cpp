// JSON of what is known about the page as a whole, and the small things all parts share.
#include "write/parts.h"

namespace qogam::write {

void Parts::span(Span s) const {
  out.key("start").integer(index(s.begin));
  out.key("end").integer(index(s.end));
}

void Parts::span_with_text(Span s) const {
  span(s);
  out.key("text").text(document.surface(s));
}

void write_source(const Source& source, JsonText& out) {
  out.open_object();
  out.key("path").text_or_null(source.path);
  out.key("url").text_or_null(source.url);
  out.key("author").text_or_null(source.author);
  out.key("media_type").text_or_null(source.media_type);
  out.key("encoding").text_or_null(source.encoding);
  out.key("sha256").text_or_null(source.sha256);
  out.close_object();
}

void write_published(const Published& published, JsonText& out) {
  out.open_object();
  out.key("value").text_or_null(published.value);
  out.key("from").text_or_null(published.from);
  out.close_object();
}

void write_furniture(const std::vector<Furniture>& furniture, JsonText& out) {
  out.open_list();
  for (const Furniture& f : furniture) {
    out.open_object();
    out.key("text").text(f.text);
    out.key("kind").text(f.kind);
    out.close_object();
  }
  out.close_list();
}

void write_problem(const Problem& problem, JsonText& out) {
  out.open_object();
  out.key("code").text(problem.code);
  out.key("message").text(problem.message);
  out.key("stage").text(problem.stage);
  out.close_object();
}

void write_problems(const std::vector<Problem>& problems, JsonText& out) {
  out.open_list();
  for (const Problem& p : problems) write_problem(p, out);
  out.close_list();
}

}  // namespace qogam::write
