// The article in the terminal, with its mentions coloured or bracketed.
#pragma once

#include <string>

#include "qogam/document.h"

namespace qogam::cli {

struct PaintOptions {
  bool colour = false;     // ANSI colours, else brackets
  std::size_t width = 80;  // columns
};

// The text of the document, wrapped, with a legend under it. Ends with a line feed.
std::string paint_text(const Document& document, const PaintOptions& options);

// The findings of the document as an indented list.
std::string paint_findings(const Document& document, const PaintOptions& options);

}  // namespace qogam::cli
