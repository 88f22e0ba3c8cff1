// Commitments across articles.
#include "registry/commitments.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <deque>
#include <map>
#include <optional>

#include "registry/days.h"
#include "registry/ids.h"
#include "registry/places.h"
#include "registry/telling_words.h"

namespace qogam::registry {
namespace {

// When two tellings are of one commitment. Found on corpora/story/zharkent.
constexpr double kEnough = 0.36, kEnoughInOneArticle = 0.8, kDoubt = 0.28, kClearly = 0.03;
constexpr double kOtherName = 0.4, kOtherPlace = 0.3, kOtherYear = 0.6, kYearAfter = 0.3;
constexpr std::size_t kMostCandidates = 24, kLongestPosting = 3'000;

bool is_report(const std::string& says) { return says == "done" || says == "failed"; }

// A telling with what is needed to compare it.
struct Item {
  const ArticleClauses* article = nullptr;
  const ArticleClause* clause = nullptr;
  TellingWords words;
  Places places;
  std::string actor, said_by;  // ids of bodies and people
  std::string day, deadline, place;
};

struct Track {
  std::vector<std::size_t> items;
  std::vector<std::string> reasons;  // one an item
  std::vector<double> scores;
};

struct Likeness {
  double score = 0;
  std::string why;
};

class Tracker {
 public:
  Tracker(const TrackerInput& input, const lang::Knowledge& knowledge, const Spelling& spelling, const PhraseTable& concepts, const Decisions& decisions)
      : input_(input), places_(knowledge, spelling), reader_(knowledge, spelling, concepts), decisions_(decisions) {
    for (const Person& person : input.people.people)
      for (const EntityRef& entity : person.entities) person_of_[registry::key_of(entity)] = person.id;
  }

  CommitmentsFound run() {
    collect();
    for (std::size_t i = 0; i < items_.size(); ++i) place(i);
    return result();
  }

 private:
  void collect() {
    std::map<std::int64_t, const ArticleEntities*> entities;
    for (const ArticleEntities& article : input_.entities) entities[article.number] = &article;
    for (const ArticleClauses& article : input_.clauses) {
      const auto found = entities.find(article.number);
      const Places places = found == entities.end() ? Places{} : places_.of(*found->second);
      const ArticleNames names = found == entities.end() ? ArticleNames{} : names_of(*found->second, places_);
      clauses_.push_back(merged(article.clauses));
      for (const ArticleClause& clause : clauses_.back()) {
        Item item{.article = &article, .clause = &clause, .words = reader_.read(clause, article.language, article.title, names), .places = places, .day = article.day};
        if (found != entities.end()) item.place = place_name(*found->second);
        item.deadline = clause.deadline_end.empty() ? clause.deadline_begin : clause.deadline_end;
        item.actor = id_of(article.id, clause.actor);
        item.said_by = id_of(article.id, clause.said_by);
        items_.push_back(std::move(item));
      }
    }
    for (Item& item : items_) reader_.weigh(item.words);
    // What has no day comes last.
    std::stable_sort(items_.begin(), items_.end(), [](const Item& a, const Item& b) { return std::pair(a.day.empty(), a.day) < std::pair(b.day.empty(), b.day); });
  }

  // The town that the article plays in, or the district or region where it names no town.
  std::string place_name(const ArticleEntities& article) const {
    for (const char* const kind : {"city", "district", "region"})
      if (const ArticleEntity* const place = places_.main_entity(article, kind); place != nullptr) return place->name;
    return {};
  }

  // Clauses of one sentence that tell of one thing: a promise that is moved, a report that a promise stands in.
  static std::vector<ArticleClause> merged(const std::vector<ArticleClause>& clauses) {
    std::vector<ArticleClause> out;
    for (const ArticleClause& clause : clauses) {
      const bool report = clause.kind.empty();
      // What a sentence calls done while it still promises is a step on the way.
      const bool step = clause.says == "done" && !clause.context.empty() &&
                        std::ranges::any_of(clauses, [&](const ArticleClause& other) { return !other.kind.empty() && other.context == clause.context; });
      if (step) continue;
      const auto same = std::ranges::find_if(out, [&](const ArticleClause& other) {
        return report && (other.kind.empty() ? other.context == clause.context : clause.start < other.end && other.start < clause.end);
      });
      if (same == out.end()) {
        out.push_back(clause);
      } else if (!same->kind.empty() && clause.says == "moved") {
        same->says = "moved";
        if (clause.deadline_end > same->deadline_end) same->deadline_end = clause.deadline_end;
      } else if (same->kind.empty() ? rank(clause.says) > rank(same->says) : is_report(clause.says)) {
        *same = clause;
      }
    }
    return out;
  }

  static int rank(const std::string& says) { return says == "moved" ? 3 : says == "failed" ? 2 : says == "done" ? 1 : 0; }

  std::string id_of(const std::string& document, const std::string& ref) const {
    if (ref.empty()) return {};
    const std::string key = registry::key_of({document, ref});
    if (const auto person = person_of_.find(key); person != person_of_.end()) return person->second;
    const auto body = input_.bodies.body_of.find(key);
    return body == input_.bodies.body_of.end() ? std::string() : input_.bodies.bodies[body->second].id;
  }

  // The track of a telling that a person has decided to be of the same commitment, or tracks_.size().
  std::size_t decided_track(const Item& item) const {
    const std::string key = key_of(item);
    for (const auto& [a, b] : decisions_.same) {
      if (a != key && b != key) continue;
      for (std::size_t t = 0; t < tracks_.size(); ++t)
        if (holds(tracks_[t], a == key ? b : a)) return t;
    }
    return tracks_.size();
  }

  bool is_apart(const Item& item, const Track& track) const {
    return !decisions_.apart.empty() && std::ranges::any_of(track.items, [&](std::size_t other) { return decisions_.are_apart(key_of(item), key_of(items_[other])); });
  }

  bool holds(const Track& track, const std::string& key) const {
    return std::ranges::any_of(track.items, [&](std::size_t other) { return key_of(items_[other]) == key; });
  }

  static std::string key_of(const Item& item) { return registry::key_of(item.article->id, item.clause->start); }

  void place(std::size_t number) {
    const Item& item = items_[number];
    if (const std::size_t decided = decided_track(item); decided < tracks_.size()) return add(number, decided, "decided in the review", 1);
    Likeness best;
    double second = 0;
    std::size_t track = tracks_.size();
    for (const std::size_t candidate : candidates(item)) {
      if (is_apart(item, tracks_[candidate])) continue;
      const Likeness likeness = likeness_to(item, tracks_[candidate]);
      if (likeness.score > best.score) {
        second = best.score;
        best = likeness;
        track = candidate;
      } else {
        second = std::max(second, likeness.score);
      }
    }
    if (track < tracks_.size() && best.score >= kEnough && best.score - second >= kClearly) {
      if (!takes_turn(number, tracks_[track], best)) add(number, track, best.why, best.score);
      return;
    }
    const std::string& says = item.clause->says;
    if (track < tracks_.size() && best.score >= kDoubt) {
      const Item& first = items_[tracks_[track].items[0]];
      doubts_.push_back({"commitment", key_of(item), key_of(first), best.why});
    }
    // That its deadline is moved says that there is a commitment, even where its first telling was not found.
    if (says != "promised" && (says != "moved" || item.deadline.empty())) return;
    tracks_.emplace_back();
    add(number, tracks_.size() - 1, {}, 1);
  }

  // An article that reports the same several times does so once: where it fits best. Gives whether it was there before.
  bool takes_turn(std::size_t number, Track& track, const Likeness& likeness) const {
    const Item& item = items_[number];
    if (!is_report(item.clause->says)) return false;
    for (std::size_t k = 0; k < track.items.size(); ++k) {
      const Item& other = items_[track.items[k]];
      if (other.article != item.article || other.clause->says != item.clause->says) continue;
      if (likeness.score > track.scores[k]) track.items[k] = number, track.reasons[k] = likeness.why, track.scores[k] = likeness.score;
      return true;
    }
    return false;
  }

  void add(std::size_t number, std::size_t track, const std::string& why, double score) {
    tracks_[track].items.push_back(number);
    tracks_[track].reasons.push_back(why);
    tracks_[track].scores.push_back(score);
    for (const auto& [feature, weight] : items_[number].words.all) {
      if (postings_.size() <= feature) postings_.resize(feature + 1);
      auto& posting = postings_[feature];
      if (posting.size() < kLongestPosting) posting.push_back({number, track});
    }
  }

  // The tracks with the most alike tellings by the features that are not everywhere.
  std::vector<std::size_t> candidates(const Item& item) {
    std::map<std::size_t, double> scores;  // by item
    std::map<std::size_t, std::size_t> tracks;
    for (const auto& [feature, weight] : item.words.all) {
      if (feature >= postings_.size()) continue;
      for (const auto& [other, track] : postings_[feature]) {
        scores[other] += weight;
        tracks[other] = track;
      }
    }
    std::vector<std::pair<double, std::size_t>> order;
    for (const auto& [other, score] : scores) order.emplace_back(-score, other);
    const std::size_t most = std::min(order.size(), 4 * kMostCandidates);
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(most), order.end());
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < most && found.size() < kMostCandidates; ++i) {
      const std::size_t track = tracks.at(order[i].second);
      if (std::ranges::find(found, track) == found.end()) found.push_back(track);
    }
    return found;
  }

  Likeness likeness_to(const Item& item, const Track& track) const {
    Likeness best;
    for (const std::size_t other : track.items) {
      Likeness one = likeness(item, items_[other]);
      const bool again = is_report(item.clause->says) && item.clause->says == items_[other].clause->says;
      if (item.article == items_[other].article && again) continue;  // see takes_turn()
      if (item.article == items_[other].article && one.score < kEnoughInOneArticle) return {};
      if (one.score > best.score) best = std::move(one);
    }
    best.score += of_time(item, track);
    return best;
  }

  Likeness likeness(const Item& a, const Item& b) const {
    double score = cosine(a.words.all, b.words.all);
    std::string why = "what they are about (" + two_digits(score) + ")";
    const auto both = [](const auto& x, const auto& y) { return !x.empty() && !y.empty(); };
    const auto share = [](const auto& x, const auto& y) { return std::ranges::any_of(x, [&](const auto& one) { return std::ranges::find(y, one) != y.end(); }); };
    const bool name = share(a.words.anchors, b.words.anchors);
    double less = 1;  // what speaks against it weakens all that speaks for it
    if (name) score += 0.08, why += ", a name";
    else if (both(a.words.anchors, b.words.anchors)) less = kOtherName;
    if (share_rare(a.words.numbers, b.words.numbers)) score += 0.08, why += ", a number";
    else if (both(a.words.numbers, b.words.numbers) && !share(a.words.numbers, b.words.numbers)) score *= 0.8;
    if (overlap(a.places, b.places) > 0) why += ", the place";
    else if (both(a.places, b.places) && !name) less *= kOtherPlace;
    if (!a.actor.empty() && a.actor == b.actor) score += 0.05, why += ", who is to act";
    if (share(a.clause->topics, b.clause->topics)) score += 0.04, why += ", the topic";
    add_deadlines(score, why, a, b);
    return {score * less, why};
  }

  // Small numbers stand everywhere.
  bool share_rare(const std::set<std::uint32_t>& a, const std::set<std::uint32_t>& b) const {
    const std::size_t few = 4 + items_.size() / 50;
    return std::ranges::any_of(a, [&](std::uint32_t number) { return b.contains(number) && reader_.frequency(number) <= few; });
  }

  static std::string two_digits(double number) {
    char digits[16];
    std::snprintf(digits, sizeof digits, "%.2f", number);
    return digits;
  }

  static void add_deadlines(double& score, std::string& why, const Item& a, const Item& b) {
    const auto x = day_number(a.deadline), y = day_number(b.deadline);
    if (!x || !y) return;
    constexpr long kNextYear = 240;  // days from which on it is rather the promise of another year
    const long apart = std::abs(*x - *y);
    if (apart == 0) score += 0.14, why += ", the deadline";
    // What is promised again when its day is long over is the next year's, where nothing says that it was moved.
    else if (apart >= kNextYear && a.clause->says != "moved") score *= a.clause->says == "promised" && a.day > b.deadline ? kYearAfter : kOtherYear;
  }

  // A report comes soon after the deadline rather than long before or after it; what is done is not promised again.
  double of_time(const Item& item, const Track& track) const {
    std::optional<long> deadline;
    for (const std::size_t other : track.items) {
      if (const auto day = day_number(items_[other].deadline)) deadline = day;
      if (items_[other].clause->says == "done" && item.day > items_[other].day && item.clause->says != "failed") return item.clause->says == "done" ? -0.02 : -0.12;
    }
    const auto day = day_number(item.day);
    if (!is_report(item.clause->says) || !deadline || !day) return 0;
    return 0.12 * std::exp(-static_cast<double>(std::abs(*day - *deadline)) / 120.0) - 0.04;
  }

  CommitmentsFound result() const {
    CommitmentsFound out;
    for (const Track& track : tracks_) out.commitments.push_back(commitment_of(track));
    out.doubts = doubts_;
    return out;
  }

  Commitment commitment_of(const Track& track) const {
    const Item& first = items_[track.items[0]];
    Commitment c;
    c.id = make_id('c', key_of(first));
    c.text = first.clause->text;
    c.kind = first.clause->kind;
    c.actor = first.actor, c.actor_name = first.clause->actor_name;
    c.said_by = first.said_by, c.said_by_name = first.clause->said_by_name;
    c.topics = first.clause->topics;
    c.place = first.place;
    std::string deadline;
    for (std::size_t k = 0; k < track.items.size(); ++k) {
      Telling t = telling_of(items_[track.items[k]], k == 0, deadline);
      t.reason = track.reasons[k];
      c.tellings.push_back(std::move(t));
      if (const auto rating = decisions_.ratings.find(registry::key_of(c.tellings.back().document, c.tellings.back().start)); rating != decisions_.ratings.end()) c.rating = rating->second;
    }
    return c;
  }

  // `deadline`: the last one told before, which a later one moves.
  static Telling telling_of(const Item& item, bool first, std::string& deadline) {
    const ArticleClause& clause = *item.clause;
    Telling t{.document = item.article->id, .start = clause.start, .end = clause.end, .text = clause.text, .says = clause.says, .day = item.day, .by = item.said_by,
              .by_name = clause.said_by_name, .deadline = is_report(clause.says) ? std::string() : item.deadline, .deadline_text = clause.deadline_text, .confidence = clause.confidence};
    if (t.says == "repeated" && first) t.says = "promised";
    if (!first && t.says == "promised") t.says = !t.deadline.empty() && !deadline.empty() && t.deadline > deadline ? "moved" : "repeated";
    if (!t.deadline.empty()) deadline = t.deadline;
    return t;
  }

  const TrackerInput& input_;
  PlaceReader places_;
  TellingReader reader_;
  const Decisions& decisions_;
  std::map<std::string, std::string> person_of_;
  std::deque<std::vector<ArticleClause>> clauses_;  // what items point into
  std::vector<Item> items_;
  std::vector<Track> tracks_;
  std::vector<std::vector<std::pair<std::size_t, std::size_t>>> postings_;  // by feature: items and their tracks
  std::vector<Doubt> doubts_;
};

}  // namespace

CommitmentsFound track_commitments(const TrackerInput& input, const lang::Knowledge& knowledge, const Spelling& spelling, const PhraseTable& concepts,
                                   const Decisions& decisions) {
  return Tracker(input, knowledge, spelling, concepts, decisions).run();
}

}  // namespace qogam::registry
