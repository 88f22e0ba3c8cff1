// The elements of HTML that are treated each in its way.
#pragma once

#include <cstdint>
#include <string_view>

namespace qogam::html {

enum class Tag : std::uint8_t {
  other, text, a, address, article, aside, audio, b, blockquote, body, br, button, canvas, caption, center, dd, details, dialog, div, dl,
  dt, fieldset, figcaption, figure, footer, form, h1, h2, h3, h4, h5, h6, head, header, hr, html, iframe, input, label, li, link, main,
  map, menu, meta, nav, noscript, object, ol, option, p, pre, q, script, section, select, small, style, summary, svg, table, tbody, td,
  textarea, tfoot, th, thead, template_, time, title, tr, ul, video,
};

// By its lower-case name; Tag::other for all others.
Tag tag_named(std::string_view name);

// Whether its content stands on lines of its own.
bool is_block(Tag tag);
bool is_heading(Tag tag);
// Whether nothing in it is ever shown as text of the page.
bool is_skipped(Tag tag);

}  // namespace qogam::html
