// Speech in marks, in lines and indirect, as quotes.
#include "extract/quotes.h"

#include <algorithm>

#include "extract/indirect_speech.h"
#include "extract/speech_in_lines.h"
#include "extract/speech_in_marks.h"
#include "extract/topics.h"

namespace qogam::extract {
namespace {

constexpr double kTold = 0.9, kUntold = 0.7, kIndirect = 0.8;  // confidence: with a speech verb, without, indirect

class QuoteFinder {
 public:
  QuoteFinder(Document& d, const lang::Knowledge& k) : d_(d), knowledge_(k), reader_(d, k) {}

  void run() {
    SpeechText text(d_);
    for (const Speech& s : speech_in_marks(text, reader_)) add(s, true);
    for (const Speech& s : speech_in_lines(text, reader_)) add(s, true);
    for (const Speech& s : indirect_speech(text, reader_, knowledge_)) add(s, false);
    std::ranges::sort(d_.quotes, {}, [](const Quote& q) { return q.span.begin; });
    for (Quote& q : d_.quotes) q.topics = topics_in(d_, knowledge_, q.span);
  }

 private:
  void add(const Speech& s, bool direct) {
    const Attribution& a = s.attribution;
    const double confidence = !direct ? kIndirect : a.cue.empty() ? kUntold : kTold;
    Quote q{.span = d_.span_of(s.inside), .speaker = a.speaker, .speaker_name = a.name, .cue = a.cue, .direct = direct, .confidence = confidence, .by = s.by};
    // Somebody speaks, but is not told: who was named last.
    if (q.speaker == kNone && !a.somebody && !a.impersonal && !a.cue.empty()) q.speaker = reader_.last_person_before(s.inside.first, true);
    if (q.speaker != kNone) q.speaker_name = d_.entities[static_cast<std::size_t>(q.speaker)].name;
    d_.quotes.push_back(std::move(q));
  }

  Document& d_;
  const lang::Knowledge& knowledge_;
  AttributionReader reader_;
};

class Quotes final : public Stage {
 public:
  explicit Quotes(const lang::Knowledge& knowledge) : knowledge_(knowledge) {}
  std::string_view name() const override { return "quotes"; }
  Layers needs() const override { return Layer::entities | Layer::mentions; }
  Layers gives() const override { return Layer::quotes; }
  void run(Document& d) const override { QuoteFinder(d, knowledge_).run(); }

 private:
  const lang::Knowledge& knowledge_;
};

}  // namespace

std::unique_ptr<Stage> make_quotes(const lang::Knowledge& knowledge) { return std::make_unique<Quotes>(knowledge); }

}  // namespace qogam::extract
