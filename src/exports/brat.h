// The standoff format of brat (brat.nlplab.org/standoff.html, brat.nlplab.org/configuration.html), as written
// and read here:
//
//   T1<TAB>Quote 10 42;43 60<TAB>text     a region; where a line ends in it, its fragments, joined by a blank
//   A1<TAB>CommitmentKind T5 promise      an attribute with values to choose from; `A2 Indirect T1` for a flag
//   R1<TAB>Speaker Arg1:T1 Arg2:T2        a relation
//   #1<TAB>AnnotatorNotes T2<TAB>name=… | post=…     attributes of any words, as one note a region
//
// Offsets are half-open and count code points of the .txt file, which holds the text and nothing else. As brat
// has nothing to say of a document, the region `Article` on the first line has it as its note: id, title,
// language, published, published_from, url, topic.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace qogam::exports {

inline constexpr std::string_view kArticleLabel = "Article";

using NoteFields = std::vector<std::pair<std::string, std::string>>;

// A note of one line: `key=value` with bars between them; a backslash stands before a backslash or bar
// of a value; \n, \r and \t are line ends and tabs.
std::string write_note(const NoteFields& fields);
// What a person typed without `=` is passed over.
NoteFields read_note(std::string_view note);

}  // namespace qogam::exports
