// Names of elements.
#include "html/tags.h"

#include <algorithm>
#include <array>
#include <utility>

namespace qogam::html {
namespace {

using Row = std::pair<std::string_view, Tag>;

constexpr std::array<Row, 73> kNames = {{
    {"a", Tag::a}, {"address", Tag::address}, {"article", Tag::article}, {"aside", Tag::aside}, {"audio", Tag::audio}, {"b", Tag::b},
    {"blockquote", Tag::blockquote}, {"body", Tag::body}, {"br", Tag::br}, {"button", Tag::button}, {"canvas", Tag::canvas},
    {"caption", Tag::caption}, {"center", Tag::center}, {"dd", Tag::dd}, {"details", Tag::details}, {"dialog", Tag::dialog},
    {"div", Tag::div}, {"dl", Tag::dl}, {"dt", Tag::dt}, {"fieldset", Tag::fieldset}, {"figcaption", Tag::figcaption},
    {"figure", Tag::figure}, {"footer", Tag::footer}, {"form", Tag::form}, {"h1", Tag::h1}, {"h2", Tag::h2}, {"h3", Tag::h3},
    {"h4", Tag::h4}, {"h5", Tag::h5}, {"h6", Tag::h6}, {"head", Tag::head}, {"header", Tag::header}, {"hr", Tag::hr}, {"html", Tag::html},
    {"iframe", Tag::iframe}, {"input", Tag::input}, {"label", Tag::label}, {"li", Tag::li}, {"link", Tag::link}, {"main", Tag::main},
    {"map", Tag::map}, {"menu", Tag::menu}, {"meta", Tag::meta}, {"nav", Tag::nav}, {"noscript", Tag::noscript}, {"object", Tag::object},
    {"ol", Tag::ol}, {"option", Tag::option}, {"p", Tag::p}, {"pre", Tag::pre}, {"q", Tag::q}, {"script", Tag::script},
    {"section", Tag::section}, {"select", Tag::select}, {"small", Tag::small}, {"style", Tag::style}, {"summary", Tag::summary},
    {"svg", Tag::svg}, {"table", Tag::table}, {"tbody", Tag::tbody}, {"td", Tag::td}, {"template", Tag::template_},
    {"textarea", Tag::textarea}, {"tfoot", Tag::tfoot}, {"th", Tag::th}, {"thead", Tag::thead}, {"time", Tag::time}, {"title", Tag::title},
    {"tr", Tag::tr}, {"ul", Tag::ul}, {"video", Tag::video},
}};

template <class... Tags>
constexpr bool any_of(Tag tag, Tags... tags) {
  return ((tag == tags) || ...);
}

}  // namespace

Tag tag_named(std::string_view name) {
  const auto found = std::find_if(kNames.begin(), kNames.end(), [&](const Row& row) { return row.first == name; });
  return found == kNames.end() || name.empty() ? Tag::other : found->second;
}

bool is_block(Tag tag) {
  return is_heading(tag) ||
         any_of(tag, Tag::address, Tag::article, Tag::aside, Tag::blockquote, Tag::body, Tag::button, Tag::caption, Tag::center, Tag::dd, Tag::details,
                Tag::dialog, Tag::div, Tag::dl, Tag::dt, Tag::fieldset, Tag::figcaption, Tag::figure, Tag::footer, Tag::form, Tag::header,
                Tag::hr, Tag::html, Tag::li, Tag::main, Tag::menu, Tag::nav, Tag::ol, Tag::p, Tag::pre, Tag::section, Tag::summary,
                Tag::table, Tag::tbody, Tag::td, Tag::tfoot, Tag::th, Tag::thead, Tag::tr, Tag::ul);
}

bool is_heading(Tag tag) { return tag >= Tag::h1 && tag <= Tag::h6; }

bool is_skipped(Tag tag) {
  return any_of(tag, Tag::audio, Tag::canvas, Tag::head, Tag::iframe, Tag::input, Tag::map, Tag::noscript, Tag::object,
                Tag::option, Tag::script, Tag::select, Tag::style, Tag::svg, Tag::template_, Tag::textarea, Tag::title, Tag::video);
}

}  // namespace qogam::html
