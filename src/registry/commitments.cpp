// Commitments across articles.
#include "registry/commitments.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <deque>
#include <map>
#include <optional>
#include <unordered_map>

#include "registry/days.h"
#include "registry/ids.h"
#include "registry/merged_clauses.h"
#include "registry/places.h"
#include "registry/telling_words.h"

namespace qogam::registry {
namespace {

// When two tellings are of one commitment. Found on corpora/story/zharkent.
constexpr double kEnough = 0.36, kEnoughWithoutSign = 0.45, kLeastOfReports = 0.25, kEnoughInOneArticle = 0.8, kDoubt = 0.28, kClearly = 0.03;
constexpr double kOtherName = 0.4, kOtherPlace = 0.3, kOtherYear = 0.6, kYearAfter = 0.3;
// So that a telling is compared with few: by so many features, with so many tellings that had each last, so many of a track.
constexpr std::size_t kMostCandidates = 16, kRarest = 12, kLongestPosting = 100, kMostCompared = 8;

// A telling with what is needed to compare it.
struct Item {
  const ArticleClauses* article = nullptr;
  const ArticleClause* clause = nullptr;
  TellingWords words;
  Places places;
  std::string actor, said_by;  // ids of bodies and people
  std::string day, deadline, place;
  std::optional<long> day_number, deadline_day;  // registry::day_number()
};

struct Track {
  std::vector<std::size_t> items;
  std::vector<std::string> reasons;  // one an item
  std::vector<double> scores;
  std::optional<long> deadline, last;  // the last deadline told, and the last day of a telling
  std::string done;              // the first day on which it was told to be done
};

struct Likeness {
  double score = 0;
  bool sign = false;      // a name, a number, the deadline or who is to act is the same
  std::size_t item = 0;  // the telling of the track that is most alike
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
    if (!decisions_.same.empty()) place_decided();
    return result();
  }

 private:
  void collect() {
    std::map<std::int64_t, const ArticleEntities*> entities;
    for (const ArticleEntities& article : input_.entities) {
      entities[article.number] = &article;
      if (const ArticleEntity* const place = main_place(article)) ++place_names_[stem_of(*place)][place->name];
    }
    for (const ArticleClauses& article : input_.clauses) {
      const auto found = entities.find(article.number);
      const Places places = found == entities.end() ? Places{} : places_.of(*found->second);
      const ArticleNames names = found == entities.end() ? ArticleNames{} : names_of(*found->second, places_);
      clauses_.push_back(merged_clauses(article.clauses));
      for (const ArticleClause& clause : clauses_.back()) {
        Item item{.article = &article, .clause = &clause, .words = reader_.read(clause, article.language, article.title, names), .places = places, .day = article.day};
        if (found != entities.end()) item.place = place_name(*found->second);
        item.deadline = clause.deadline_end.empty() ? clause.deadline_begin : clause.deadline_end;
        item.day_number = day_number(item.day);
        item.deadline_day = day_number(item.deadline);
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
  const ArticleEntity* main_place(const ArticleEntities& article) const {
    for (const char* const kind : {"city", "district", "region"})
      if (const ArticleEntity* const place = places_.main_entity(article, kind); place != nullptr) return place;
    return nullptr;
  }

  std::string stem_of(const ArticleEntity& place) const {
    const auto stems = places_.stems(place.name);
    if (stems.empty()) return place.name;
    for (const auto& [stem, names] : place_names_)
      if (same_place(stem, stems.front())) return stem;
    return stems.front();
  }

  // As most articles write it, whichever their language.
  std::string place_name(const ArticleEntities& article) const {
    const ArticleEntity* const place = main_place(article);
    if (place == nullptr) return {};
    const auto names = place_names_.find(stem_of(*place));
    if (names == place_names_.end()) return place->name;
    return std::ranges::max_element(names->second, {}, [](const auto& name) { return name.second; })->first;
  }

  std::string id_of(const std::string& document, const std::string& ref) const {
    if (ref.empty()) return {};
    const std::string key = registry::key_of({document, ref});
    if (const auto person = person_of_.find(key); person != person_of_.end()) return person->second;
    const auto body = input_.bodies.body_of.find(key);
    return body == input_.bodies.body_of.end() ? std::string() : input_.bodies.bodies[body->second].id;
  }

  static std::string key_of(const Item& item) { return registry::key_of(item.article->id, item.clause->start); }

  // The track of a telling that a person has said to be of the same commitment, if there is one; over others that are the same as both, too.
  std::optional<std::size_t> decided_track(const std::string& key) const {
    std::vector<std::string> one{key};
    for (std::size_t k = 0; k < one.size(); ++k) {
      if (const auto track = track_of_.find(one[k]); track != track_of_.end()) return track->second;
      for (const auto& [a, b] : decisions_.same)
        if (a == one[k] || b == one[k])
          if (const std::string& other = a == one[k] ? b : a; std::ranges::find(one, other) == one.end()) one.push_back(other);
    }
    return std::nullopt;
  }

  // A report that stands before the promise it is decided to be of.
  void place_decided() {
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const std::string key = key_of(items_[i]);
      if (track_of_.contains(key)) continue;
      const auto number = decided_track(key);
      if (!number) continue;
      add(i, *number, "decided in the review", 1);
      Track& track = tracks_[*number];  // its first telling stays what it is known by
      const auto later = std::upper_bound(track.items.begin() + 1, track.items.end() - 1, i) - track.items.begin();
      std::rotate(track.items.begin() + later, track.items.end() - 1, track.items.end());
      std::rotate(track.reasons.begin() + later, track.reasons.end() - 1, track.reasons.end());
      std::rotate(track.scores.begin() + later, track.scores.end() - 1, track.scores.end());
    }
  }

  bool are_apart(const std::string& key, const Track& track) const {
    return !decisions_.apart.empty() && std::ranges::any_of(track.items, [&](std::size_t other) { return decisions_.are_apart(key, key_of(items_[other])); });
  }

  void place(std::size_t number) {
    const Item& item = items_[number];
    const std::string key = key_of(item);
    if (const auto decided = decided_track(key)) return add(number, *decided, "decided in the review", 1);
    Likeness best;
    double second = 0;
    std::size_t track = tracks_.size();
    for (const std::size_t candidate : candidates(item)) {
      if (are_apart(key, tracks_[candidate])) continue;
      const Likeness likeness = likeness_to(item, tracks_[candidate]);
      if (likeness.score > best.score) {
        second = best.score;
        best = likeness, track = candidate;
      } else {
        second = std::max(second, likeness.score);
      }
    }
    if (track < tracks_.size() && best.score >= enough(item, best) && best.score - second >= kClearly) {
      if (!takes_turn(number, tracks_[track], best)) add(number, track, why(item, best), best.score);
      return;
    }
    const std::string& says = item.clause->says;
    if (track < tracks_.size() && best.score >= kDoubt) {
      const Item& first = items_[tracks_[track].items[0]];
      doubts_.push_back({"commitment", key, key_of(first), why(item, best)});
    }
    // That its deadline is moved says that there is a commitment, even where its first telling was not found.
    if (says != "promised" && (says != "moved" || item.deadline.empty())) return;
    tracks_.emplace_back();
    add(number, tracks_.size() - 1, {}, 1);
  }

  // What is only about the same is not the same yet, and what became of it must have its place in time.
  static double enough(const Item& item, const Likeness& likeness) {
    const bool told = likeness.sign && (item.day_number || !is_report(item.clause->says));
    return told ? kEnough : kEnoughWithoutSign;
  }

  // An article that reports the same several times does so once: where it fits best. Gives whether it was there before.
  bool takes_turn(std::size_t number, Track& track, const Likeness& likeness) const {
    const Item& item = items_[number];
    if (!is_report(item.clause->says)) return false;
    for (std::size_t k = 0; k < track.items.size(); ++k) {
      const Item& other = items_[track.items[k]];
      if (other.article != item.article || other.clause->says != item.clause->says) continue;
      if (likeness.score > track.scores[k]) track.items[k] = number, track.reasons[k] = why(item, likeness), track.scores[k] = likeness.score;
      return true;
    }
    return false;
  }

  void add(std::size_t number, std::size_t track, const std::string& why, double score) {
    tracks_[track].items.push_back(number);
    tracks_[track].reasons.push_back(why);
    tracks_[track].scores.push_back(score);
    track_of_[key_of(items_[number])] = track;
    if (items_[number].day_number) tracks_[track].last = items_[number].day_number;
    if (items_[number].deadline_day) tracks_[track].deadline = items_[number].deadline_day;
    if (items_[number].clause->says == "done" && tracks_[track].done.empty()) tracks_[track].done = items_[number].day;
    for (const auto& [feature, weight] : items_[number].words.all) {
      if (postings_.size() <= feature) postings_.resize(feature + 1);
      auto& posting = postings_[feature];
      if (posting.empty() || posting.back() != track) posting.push_back(track);
    }
  }

  // The tracks with the most alike tellings by the rarest features.
  std::vector<std::size_t> candidates(const Item& item) {
    FeatureVector rarest = item.words.all;
    const std::size_t few = std::min(rarest.size(), kRarest);
    std::partial_sort(rarest.begin(), rarest.begin() + static_cast<std::ptrdiff_t>(few), rarest.end(), [](const auto& a, const auto& b) { return std::pair(-a.second, a.first) < std::pair(-b.second, b.first); });
    rarest.resize(few);
    std::unordered_map<std::size_t, double> scores;  // by track
    for (const auto& [feature, weight] : rarest) {
      if (feature >= postings_.size()) continue;
      const auto& posting = postings_[feature];
      for (std::size_t i = posting.size() > kLongestPosting ? posting.size() - kLongestPosting : 0; i < posting.size(); ++i) scores[posting[i]] += weight;
    }
    std::vector<std::pair<double, std::size_t>> order;
    for (const auto& [track, score] : scores) order.emplace_back(-score, track);
    const std::size_t most = std::min(order.size(), kMostCandidates);
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(most), order.end());
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < most; ++i) found.push_back(order[i].second);
    return found;
  }

  // The most alike telling of the track.
  Likeness likeness_to(const Item& item, const Track& track) const {
    Likeness best;
    for (std::size_t k = 0; k < track.items.size(); ++k) {
      // The first one, and the latest ones.
      if (k > 0 && k + kMostCompared < track.items.size()) continue;
      const std::size_t other = track.items[k];
      const bool again = is_report(item.clause->says) && item.clause->says == items_[other].clause->says;
      if (item.article == items_[other].article && again) continue;  // see takes_turn()
      bool sign = false;
      const double score = compare(item, items_[other], nullptr, &sign);
      if (item.article == items_[other].article && score < kEnoughInOneArticle) return {};
      if (score > best.score) best = {score, sign, other};
    }
    best.score += of_time(item, track);
    return best;
  }

  // How alike two tellings are; says in `why` by what, and in `sign` whether there is a sign that they are one, where these are not null.
  double compare(const Item& a, const Item& b, std::string* why, bool* sign) const {
    const auto say = [&](const char* what) {
      if (why != nullptr) *why += what;
    };
    const auto is_sign = [&](const char* what) {
      say(what);
      if (sign != nullptr) *sign = true;
    };
    double score = cosine(a.words.all, b.words.all);
    if (is_report(a.clause->says) && score < kLeastOfReports) return 0;
    double less = 1;  // what speaks against it weakens all that speaks for it
    if (why != nullptr) *why = "what they are about (" + two_digits(score) + ")";
    const auto both = [](const auto& x, const auto& y) { return !x.empty() && !y.empty(); };
    const auto share = [](const auto& x, const auto& y) { return std::ranges::any_of(x, [&](const auto& one) { return std::ranges::find(y, one) != y.end(); }); };
    const bool name = share(a.words.anchors, b.words.anchors);
    if (name) score += 0.08, is_sign(", a name");
    else if (both(a.words.anchors, b.words.anchors)) less = kOtherName;
    if (share_rare(a.words.numbers, b.words.numbers)) score += 0.08, is_sign(", a number");
    else if (both(a.words.numbers, b.words.numbers) && !share(a.words.numbers, b.words.numbers)) score *= 0.8;
    if (overlap(a.places, b.places) > 0) say(", the place");
    else if (both(a.places, b.places) && !name) less *= kOtherPlace;
    if (!a.actor.empty() && a.actor == b.actor) score += 0.05, is_sign(", who is to act");
    if (share(a.clause->topics, b.clause->topics)) score += 0.04, say(", the topic");
    if (!a.deadline_day || !b.deadline_day) return score * less;
    constexpr long kNextYear = 240;  // days from which on it is rather the promise of another year
    const long apart = std::abs(*a.deadline_day - *b.deadline_day);
    if (apart == 0) score += 0.14, is_sign(", the deadline");
    // What is promised again when its day is long over is the next year's, where nothing says that it was moved.
    else if (apart >= kNextYear && a.clause->says != "moved") less *= a.clause->says == "promised" && a.day > b.deadline ? kYearAfter : kOtherYear;
    return score * less;
  }

  std::string why(const Item& item, const Likeness& likeness) const {
    std::string reason;
    compare(item, items_[likeness.item], &reason, nullptr);
    return reason;
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

  // A report comes soon after the deadline rather than long before or after it; what is done is not promised again.
  double of_time(const Item& item, const Track& track) const {
    const std::string& says = item.clause->says;
    if (!track.done.empty() && item.day > track.done && says != "failed") return says == "done" ? -0.02 : -0.12;
    if (!is_report(says) || !item.day_number) return 0;
    // News of a promise do not come years after all else that was told of it.
    constexpr long kLongAfter = 500;  // days
    const long last = std::max(track.last.value_or(*item.day_number), track.deadline.value_or(0));
    if (*item.day_number - last > kLongAfter) return -0.25;
    if (!track.deadline) return 0;
    return 0.12 * std::exp(-static_cast<double>(std::abs(*item.day_number - *track.deadline)) / 120.0) - 0.04;
  }

  CommitmentsFound result() const {
    CommitmentsFound out;
    Ids ids('c');
    for (const Track& track : tracks_) {
      out.commitments.push_back(commitment_of(track));
      out.commitments.back().id = ids.make(key_of(items_[track.items[0]]));
    }
    out.doubts = doubts_;
    return out;
  }

  Commitment commitment_of(const Track& track) const {
    const Item& first = items_[track.items[0]];
    Commitment c;
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
      // The latest rating counts, whichever telling it was given to.
      if (const auto rating = decisions_.ratings.find(key_of(items_[track.items[k]])); rating != decisions_.ratings.end() && rating->second.on > c.rating.on) c.rating = rating->second;
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
  std::unordered_map<std::string, std::size_t> track_of_;  // by the key of a telling
  std::map<std::string, std::map<std::string, std::size_t>> place_names_;  // by stem: how often each is written
  std::vector<std::vector<std::size_t>> postings_;  // by feature: tracks that have it, the latest last
  std::vector<Doubt> doubts_;
};

}  // namespace

CommitmentsFound track_commitments(const TrackerInput& input, const lang::Knowledge& knowledge, const Spelling& spelling, const PhraseTable& concepts,
                                   const Decisions& decisions) {
  return Tracker(input, knowledge, spelling, concepts, decisions).run();
}

}  // namespace qogam::registry
