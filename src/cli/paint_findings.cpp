// The findings of a document as an indented list.
#include <cmath>
#include <cstdio>
#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/paint.h"
#include "cli/visible.h"
#include "cli/wrap.h"

namespace qogam::cli {
namespace {

// Lines under one heading.
class Section {
 public:
  Section(std::string_view name, const PaintOptions& options) : options_(options) {
    out_ = "\n" + std::string(options.colour ? "\033[1m" : "") + std::string(name) +
           std::string(options.colour ? "\033[0m" : "") + "\n";
  }

  void add(const std::string& line) { body_ += wrapped("  - ", visible(line), options_.width); }
  // What is to be known of the line before, set in below it.
  void detail(const std::string& line) {
    if (!line.empty()) body_ += wrapped("      ", visible(line), options_.width);
  }

  std::string text() const { return body_.empty() ? std::string() : out_ + body_; }

 private:
  const PaintOptions& options_;
  std::string out_, body_;
};

// "label: value" where there is a value.
std::string labelled(const char* label, const std::string& value) {
  return value.empty() ? std::string() : "; " + std::string(label) + ": " + value;
}

std::string amount(double value) {
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, "%.12g", value);
  return buffer;
}

// Of 1, to two places.
std::string share(double value) { return amount(std::round(value * 100) / 100); }

std::string people(const Document& d, const PaintOptions& options) {
  Section officials("Officials", options), ngos("NGOs", options);
  for (const Official& o : d.officials)
    officials.add(o.name + labelled("post", o.position) + labelled("body", o.organization) +
                  labelled("status", o.status == "current" ? "" : o.status));
  for (const Ngo& n : d.ngos) {
    std::string line = n.name + (n.named ? "" : " (generic)");
    for (const Representative& r : n.representatives)
      line += "; " + r.name + (r.role.empty() ? "" : ", " + r.role);
    ngos.add(line);
  }
  return officials.text() + ngos.text();
}

std::string values(const Document& d, const PaintOptions& options) {
  Section dates("Dates", options), money("Money", options), topics("Topics", options);
  for (const TimeExpression& t : d.dates)
    dates.add(std::string(d.surface(t.span)) + " = " + (t.value.empty() ? "?" : t.value));
  for (const Money& m : d.money)
    money.add(std::string(d.surface(m.span)) + " = " + amount(m.amount) +
              (m.amount_max ? " to " + amount(*m.amount_max) : "") + " " + m.currency);
  for (const Topic& t : d.topics) {
    std::string line = t.id + " " + share(t.score);
    for (const Span s : t.evidence)
      line += (s == t.evidence.front() ? ": " : ", ") + std::string(d.surface(s));
    topics.add(line);
  }
  return dates.text() + money.text() + topics.text();
}

// "label: value; label: value" of those that have a value.
std::string joined(std::initializer_list<std::pair<const char*, std::string>> parts) {
  std::string line;
  for (const auto& [label, value] : parts)
    if (!value.empty()) line += (line.empty() ? "" : "; ") + std::string(label) + ": " + value;
  return line;
}

std::string all_of(const std::vector<std::string>& items) {
  std::string line;
  for (const std::string& item : items) line += (line.empty() ? "" : ", ") + item;
  return line;
}

std::string or_dash(const std::string& value) { return value.empty() ? "\xE2\x80\x94" : value; }

// What a reader checks first stands first: by when, who, by whose order, in whose words.
void add_commitment(const Document& d, std::size_t number, Section& section) {
  const Commitment& c = d.commitments[number];
  section.add("c" + std::to_string(number + 1) + " [" + c.kind + " " + share(c.confidence) + "] " + std::string(d.surface(c.span)));
  std::string when, sum, quote;
  if (c.deadline) when = (c.deadline->value.empty() ? "?" : c.deadline->value) + " (" + std::string(d.surface(c.deadline->span)) + ")";
  if (c.money != kNone) sum = std::string(d.surface(d.money[static_cast<std::size_t>(c.money)].span));
  if (c.quote != kNone) quote = "q" + std::to_string(c.quote + 1);
  const bool ordered = c.kind == "order" || c.kind == "obligation";
  section.detail(joined({{"deadline", or_dash(when)}, {"to act", or_dash(c.actor_name)}, {"ordered by", ordered ? or_dash(c.ordered_by) : c.ordered_by}, {"said by", c.said_by_name}, {"in", quote}}));
  section.detail(joined({{"action", c.action}, {"for", all_of(c.beneficiaries)}, {"amount", sum}}));
  section.detail(joined({{"topics", all_of(c.topics)}, {"cue", c.cue}, {"rule", c.by}}));
}

// The first words of what stands in the text above.
std::string first_words(std::string_view text) {
  constexpr std::size_t kWords = 12;
  std::size_t end = 0, words = 0;
  while (end < text.size() && words < kWords) {
    end = std::min(text.find_first_of(" \n", end + 1), text.size());
    ++words;
  }
  std::string line(text.substr(0, end));
  return end < text.size() ? line + " \xE2\x80\xA6" : line;
}

std::string claims(const Document& d, const PaintOptions& options) {
  Section quotes("Quotes", options), commitments("Commitments", options), reports("Reports on earlier commitments", options);
  for (std::size_t c = 0; c < d.commitments.size(); ++c) add_commitment(d, c, commitments);
  for (const CommitmentReport& r : d.commitment_reports) reports.add("[" + r.says + "] " + std::string(d.surface(r.span)));
  for (std::size_t q = 0; q < d.quotes.size(); ++q)
    quotes.add("q" + std::to_string(q + 1) + " " + (d.quotes[q].speaker_name.empty() ? "?" : d.quotes[q].speaker_name) + (d.quotes[q].direct ? ": " : " (indirect): ") +
               first_words(d.surface(d.quotes[q].span)));
  return commitments.text() + reports.text() + quotes.text();
}

std::string page(const Document& d, const PaintOptions& options) {
  Section furniture("Furniture removed", options), warnings("Warnings", options);
  for (const Furniture& f : d.furniture) furniture.add("[" + f.kind + "] " + f.text);
  for (const Problem& p : d.warnings) warnings.add(p.message);
  return furniture.text() + warnings.text();
}

}  // namespace

std::string paint_findings(const Document& document, const PaintOptions& options) {
  return claims(document, options) + people(document, options) + values(document, options) +
         page(document, options);
}

}  // namespace qogam::cli
