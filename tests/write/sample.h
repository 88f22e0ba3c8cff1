// A document with something in every list, after an emoji, so that bytes and code points differ.
#pragma once

#include "qogam/document.h"

namespace qogam::write::test {

// The span of the first `piece` in the text.
inline Span span_of(const Document& d, std::string_view piece) {
  const auto at = static_cast<std::uint32_t>(d.text.find(piece));
  return {at, at + static_cast<std::uint32_t>(piece.size())};
}

inline Document sample() {
  Document d;
  d.id = "sample";
  d.source.path = "news/sample.txt";
  d.source.encoding = "UTF-8";
  d.text =
      "\U0001F600 Аким Асет Исекешев обещал: «Дороги починим к маю 2024 года за 4 млрд тенге».";
  d.title = "Дороги";
  d.language = "ru";
  d.published = {"2024-04-19", "header"};
  d.furniture = {{{0, 4}, "USD 441", "rates"}};
  d.sentences = {{{0, static_cast<std::uint32_t>(d.text.size())}, {}, 0, "ru"}};
  d.mentions = {{MentionType::person,
                 span_of(d, "Асет Исекешев"),
                 {},
                 "Асет Исекешев",
                 "",
                 {},
                 0,
                 0.98765,
                 "rule"}};
  d.entities = {{"person", "official", "Асет Исекешев", {"А. Исекешев"}, kNone, {0}}};
  d.officials = {{0, "Асет Исекешев", "аким", "", kNone, "current", {0}, 0.9, "post"}};
  d.ngos = {{kNone, "НПО", false, {{0, "Асет Исекешев", ""}}, {0}, 1, "generic"}};
  d.dates = {{span_of(d, "маю 2024 года"), "date", "2024-05", "2024-05-01", "2024-05-31", false, 1, "d"}};
  d.money = {{span_of(d, "4 млрд тенге"), 4e9, std::nullopt, "KZT", 1, "m"}};
  d.topics = {{"roads_transport", 2.5, {span_of(d, "Дороги")}, "cues"}};
  d.quotes = {{span_of(d, "Дороги починим к маю 2024 года за 4 млрд тенге"),
               0,
               "Асет Исекешев",
               "обещать",
               true,
               {"roads_transport"},
               1,
               "q"}};
  d.commitments.emplace_back();
  Commitment& c = d.commitments.back();
  c.span = d.quotes[0].span;
  c.kind = "promise";
  c.said_by = 0;
  c.said_by_name = "Асет Исекешев";
  c.quote = 0;
  c.deadline = Deadline{d.dates[0].span, "2024-05", "2024-05-01", "2024-05-31"};
  c.money = 0;
  c.by = "c";
  d.warnings = {{"header_date", "The date is the header's.", "clean"}};
  return d;
}

}  // namespace qogam::write::test
