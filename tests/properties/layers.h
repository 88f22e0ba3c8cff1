// What holds between the layers of any analysed document.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "qogam/document.h"
#include "text/letters.h"
#include "text/normalize.h"
#include "text/utf8.h"

namespace qogam::properties {

// Collects what is wrong in a document.
class LayerCheck {
 public:
  explicit LayerCheck(const Document& document) : d_(document) {}

  std::string complaint(bool plain) {
    texts(plain);
    if (d_.error) return wrong_;
    runs();
    segments();
    words();
    mentions();
    entities();
    findings();
    return wrong_;
  }

 private:
  void hold(bool holds, const std::string& what) {
    if (!holds && wrong_.size() < 2000) wrong_ += what + "\n";
  }
  std::string shown(Span s) const { return "[" + std::to_string(s.begin) + "," + std::to_string(s.end) + ") " + (s.end <= d_.text.size() && s.begin <= s.end ? std::string(d_.surface(s)) : ""); }

  // A span of a text, on borders of code points.
  static bool is_piece(Span s, std::string_view text) {
    return s.begin <= s.end && s.end <= text.size() && (s.begin == text.size() || text::starts_letter(text[s.begin])) && (s.end == text.size() || text::starts_letter(text[s.end]));
  }
  void piece(Span s, const char* what) { hold(!s.empty() && is_piece(s, d_.text), std::string(what) + " is no piece of the text: " + shown(s)); }

  void utf8(std::string_view text, const char* what) { hold(text::valid_utf8(text), std::string(what) + " is no UTF-8"); }

  void texts(bool plain) {
    for (const std::string* text : {&d_.raw, &d_.text, &d_.title, &d_.id, &d_.language, &d_.source.title, &d_.source.author, &d_.source.url}) utf8(*text, "a text");
    if (!plain) {
      hold(text::is_nfc(d_.text), "the text is not NFC");
      hold(text::is_nfc(d_.title), "the title is not NFC");
    }
    for (const Furniture& f : d_.furniture) {
      utf8(f.text, "furniture");
      hold(is_piece(f.source, d_.raw), "furniture is no piece of the page: " + f.text);
    }
    for (const Problem& w : d_.warnings) utf8(w.message, "a warning");
  }

  void runs() {
    std::uint32_t at = 0;
    for (const OffsetRun& run : d_.offsets) {
      hold(run.text_begin == at && run.text_size > 0, "runs of offsets leave a gap at " + std::to_string(at));
      hold(is_piece({run.raw_begin, run.raw_begin + run.raw_size}, d_.raw), "a run leads past the page or into a letter");
      at += run.text_size;
    }
    hold(at == d_.text.size(), "runs of offsets end at " + std::to_string(at) + " of " + std::to_string(d_.text.size()));
  }

  // What stands between tokens is blank or invisible.
  void between(std::uint32_t from, std::uint32_t to) {
    for (std::size_t at = from; at < to;) {
      const char32_t c = text::decode_at(d_.text, at);
      hold(!text::is_letter(c) && !(c > 0x20 && c < 0x7F), "no token holds what stands at " + std::to_string(at));
    }
  }

  void segments() {
    std::uint32_t end = 0, sentence = 0;
    for (std::size_t p = 0; p < d_.paragraphs.size(); ++p) {
      const Paragraph& paragraph = d_.paragraphs[p];
      piece(paragraph.span, "a paragraph");
      hold(paragraph.span.begin >= end, "paragraphs overlap at " + shown(paragraph.span));
      end = paragraph.span.end;
      hold(paragraph.first_sentence == sentence && paragraph.last_sentence >= sentence, "paragraphs do not share out the sentences");
      sentence = paragraph.last_sentence;
    }
    hold(sentence == d_.sentences.size(), "sentences stand in no paragraph");
    std::uint32_t token = 0;
    end = 0;
    for (std::size_t s = 0; s < d_.sentences.size(); ++s) {
      const Sentence& one = d_.sentences[s];
      piece(one.span, "a sentence");
      hold(one.span.begin >= end, "sentences overlap at " + shown(one.span));
      end = one.span.end;
      hold(one.paragraph < d_.paragraphs.size() && d_.paragraphs[one.paragraph].span.contains(one.span), "a sentence leaves its paragraph: " + shown(one.span));
      hold(!one.language.empty(), "a sentence has no language");
      hold(one.tokens.first == token && one.tokens.last >= token && one.tokens.last <= d_.tokens.size(), "sentences do not share out the tokens");
      token = one.tokens.last;
    }
    hold(token == d_.tokens.size(), "tokens stand in no sentence");
    end = 0;
    for (const Token& t : d_.tokens) {
      piece(t.span, "a token");
      hold(t.span.begin >= end, "tokens overlap at " + shown(t.span));
      between(end, t.span.begin);
      end = t.span.end;
      hold(t.sentence < d_.sentences.size() && d_.sentences[t.sentence].span.contains(t.span), "a token leaves its sentence: " + shown(t.span));
    }
    between(end, static_cast<std::uint32_t>(d_.text.size()));
  }

  void words() {
    hold(d_.words.size() == d_.tokens.size(), "not one word a token");
    for (const Word& w : d_.words) {
      hold(w.first + w.count <= d_.analyses.size(), "a word has readings that are not there");
      hold(w.folded.end <= d_.word_texts.size() && w.lemma.end <= d_.word_texts.size(), "a word has no text");
      utf8(d_.folded(w), "a folded form");
      utf8(d_.lemma(w), "a lemma");
    }
    for (const Term& t : d_.terms) hold(t.tokens.first < t.tokens.last && t.tokens.last <= d_.tokens.size(), "a term has tokens that are not there");
  }

  void mentions() {
    for (std::size_t m = 0; m < d_.mentions.size(); ++m) {
      const Mention& one = d_.mentions[m];
      piece(one.span, "a mention");
      hold(m == 0 || in_order(d_.mentions[m - 1].span, one.span), "mentions are not sorted at " + shown(one.span));
      hold(!one.tokens.empty() && one.tokens.last <= d_.tokens.size() && d_.span_of(one.tokens).overlaps(one.span), "a mention and its tokens part: " + shown(one.span));
      for (const Capture& c : one.captures) hold(c.tokens.empty() || c.tokens.last <= d_.tokens.size(), "a part of a mention has tokens that are not there: " + shown(one.span));
      for (std::size_t k = m + 1; k < d_.mentions.size() && d_.mentions[k].span.begin < one.span.end; ++k)
        hold(d_.mentions[k].type != one.type || one.span.contains(d_.mentions[k].span), "mentions of one type cross: " + shown(one.span) + " and " + shown(d_.mentions[k].span));
      confident(one.confidence, one.by);
      utf8(one.name, "a name");
    }
    apart(d_.dates, "dates");
    apart(d_.money, "sums");
  }

  // By their begins, longer ones first.
  static bool in_order(Span a, Span b) { return a.begin < b.begin || (a.begin == b.begin && a.end >= b.end); }

  // Findings of one kind in the order of the text, none in another.
  template <typename Findings>
  void apart(const Findings& findings, const std::string& what) {
    Span last{};
    for (const auto& f : findings) {
      piece(f.span, what.c_str());
      hold(f.span.begin >= last.end, what + " overlap or are not sorted: " + shown(last) + " and " + shown(f.span));
      last = f.span;
      confident(f.confidence, f.by);
    }
  }

  void confident(double confidence, const std::string& by) {
    hold(confidence >= 0 && confidence <= 1, "a confidence of " + std::to_string(confidence));
    hold(!by.empty(), "a finding rests on nothing");
  }

  bool is_entity(std::int32_t e) const { return e == kNone || (e >= 0 && static_cast<std::size_t>(e) < d_.entities.size()); }

  void entities() {
    for (std::size_t e = 0; e < d_.entities.size(); ++e) {
      const Entity& one = d_.entities[e];
      hold(!one.name.empty(), "an entity has no name");
      utf8(one.name, "a name");
      hold(!one.mentions.empty(), "an entity has no mentions: " + one.name);
      for (const std::uint32_t m : one.mentions) hold(m < d_.mentions.size() && d_.mentions[m].entity == static_cast<std::int32_t>(e), "an entity and its mentions part: " + one.name);
      std::int32_t above = one.parent;
      for (std::size_t steps = 0; above != kNone && is_entity(above) && steps <= d_.entities.size(); ++steps) above = d_.entities[static_cast<std::size_t>(above)].parent;
      hold(above == kNone, "an entity is part of itself, or of one that is not there: " + one.name);
    }
    for (const Mention& m : d_.mentions) {
      hold(is_entity(m.entity), "a mention of an entity that is not there: " + shown(m.span));
      if (m.entity == kNone || !is_entity(m.entity)) continue;
      const auto& known = d_.entities[static_cast<std::size_t>(m.entity)].mentions;
      hold(std::find(known.begin(), known.end(), static_cast<std::uint32_t>(&m - d_.mentions.data())) != known.end(), "an entity does not know of a mention: " + shown(m.span));
    }
  }

  void findings() {
    for (const Official& o : d_.officials) hold(o.person != kNone && is_entity(o.person) && is_entity(o.organization_entity), "an official is nobody: " + o.name);
    for (const Ngo& n : d_.ngos) hold(n.organization != kNone && is_entity(n.organization), "an NGO is nothing: " + n.name);
    for (const Topic& t : d_.topics)
      for (const Span s : t.evidence) piece(s, "evidence");
    for (std::size_t i = 0; i < d_.sentence_topics.size(); ++i) {
      const SentenceTopics& one = d_.sentence_topics[i];
      hold(one.sentence < d_.sentences.size() && !one.topics.empty() && (i == 0 || d_.sentence_topics[i - 1].sentence < one.sentence), "topics of sentences are not in their order");
    }
    quotes();
    apart(d_.commitments, "commitments");
    for (const Commitment& c : d_.commitments) commitment(c);
    apart(d_.commitment_reports, "reports");
  }

  void quotes() {
    for (std::size_t q = 0; q < d_.quotes.size(); ++q) {
      const Quote& one = d_.quotes[q];
      piece(one.span, "a quote");
      hold(q == 0 || d_.quotes[q - 1].span.begin <= one.span.begin, "quotes are not sorted at " + shown(one.span));
      hold(is_entity(one.speaker), "a quote of nobody");
      for (std::size_t k = q + 1; k < d_.quotes.size() && d_.quotes[k].span.begin < one.span.end; ++k)
        hold(one.span.contains(d_.quotes[k].span), "quotes cross: " + shown(one.span) + " and " + shown(d_.quotes[k].span));
      confident(one.confidence, one.by);
    }
  }

  void commitment(const Commitment& c) {
    hold(is_entity(c.actor) && is_entity(c.said_by), "a commitment of nobody");
    if (c.quote != kNone) {
      const auto q = static_cast<std::size_t>(c.quote);
      hold(q < d_.quotes.size() && d_.quotes[q].span.contains(c.span), "a commitment leaves its quote: " + shown(c.span));
    }
    hold(c.money == kNone || static_cast<std::size_t>(c.money) < d_.money.size(), "a commitment of a sum that is not there");
    if (c.deadline) piece(c.deadline->span, "a deadline");
  }

  const Document& d_;
  std::string wrong_;
};

}  // namespace qogam::properties
