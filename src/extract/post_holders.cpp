// Posts without names, by what the rest of the document tells.
#include "extract/post_holders.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "lang/places.h"

namespace qogam::extract {

PostHolders::PostHolders(const Document& document, const lang::Knowledge& knowledge) : d_(document), knowledge_(knowledge) {
  add_officials();
  add_told();
}

void PostHolders::add_officials() {
  std::map<std::string, std::int32_t> by_position;
  for (const Official& o : d_.officials) {
    by_position[knowledge_.fold(o.position)] = o.person;
    for (const std::uint32_t m : o.mentions)
      if (d_.mentions[m].type == MentionType::position) of_mention_[m] = o.person;
  }
  for (const Mention& m : d_.mentions) {
    if (m.type != MentionType::position) continue;
    const std::string head = head_of(m);
    const auto holder = by_position.find(knowledge_.fold(m.name));
    if (!head.empty() && holder != by_position.end()) of_head_[head] = {holder->second, lang::place_among(d_, m.tokens)};
  }
  for (const Official& o : d_.officials) {
    const std::string position = knowledge_.fold(o.position);
    const bool head_last = knowledge_.head_last(d_.language);
    const std::size_t blank = head_last ? position.rfind(' ') : position.find(' ');
    std::string head = blank == position.npos ? position : head_last ? position.substr(blank + 1) : position.substr(0, blank);
    const auto post = std::ranges::find(o.mentions, MentionType::position, [&](std::uint32_t m) { return d_.mentions[m].type; });
    of_head_.try_emplace(std::move(head), Holder{o.person, post == o.mentions.end() ? kNone : lang::place_among(d_, d_.mentions[*post].tokens)});
  }
}

// People beside a post: "the director X", "X, director of Y".
void PostHolders::add_told() {
  constexpr std::uint32_t kBeside = 2;  // tokens between
  const Mention* before = nullptr;
  for (const Mention& b : d_.mentions) {
    if (b.type != MentionType::person && b.type != MentionType::position) continue;
    const Mention* a = std::exchange(before, &b);
    if (a == nullptr || a->type == b.type || b.tokens.first < a->tokens.last || b.tokens.first - a->tokens.last > kBeside) continue;
    // Between them only marks, and what the post is of.
    const bool beside = std::all_of(d_.words.begin() + a->tokens.last, d_.words.begin() + b.tokens.first, [](const Word& w) { return !(w.features & feature::word) || (w.tag & feature::gen); });
    if (beside && a->type == MentionType::person) add_beside(*a, b);
    else if (beside) add_beside(b, *a);
  }
}

void PostHolders::add_beside(const Mention& person, const Mention& post) {
  std::string head = head_of(post);
  if (head.empty() || person.entity == kNone) return;
  const std::int32_t place = lang::place_among(d_, post.tokens);
  // "The president of X, Y. The president of Z"
  const bool same_sentence = d_.tokens[person.tokens.first].sentence == d_.tokens[post.tokens.first].sentence;
  if (!same_sentence && with_place_.contains(person.entity)) return;
  with_place_[person.entity] |= place != kNone;
  told_[std::move(head)].push_back({std::min(person.tokens.first, post.tokens.first), person.entity, knowledge_.fold(post.name), place});
}

std::string PostHolders::head_of(const Mention& post) const {
  const auto head = std::ranges::find(post.captures, "head", &Capture::name);
  return head == post.captures.end() ? std::string() : knowledge_.fold(head->text);
}

bool PostHolders::agrees(std::int32_t place, std::int32_t other) const { return lang::places_agree(d_, knowledge_, place, other); }

bool PostHolders::has_place(std::int32_t person) const {
  const auto told = with_place_.find(person);
  return told != with_place_.end() && told->second;
}

std::int32_t PostHolders::of(const Mention& post) const {
  const auto held = of_mention_.find(static_cast<std::uint32_t>(&post - d_.mentions.data()));
  if (held != of_mention_.end()) return held->second;
  const std::string head = head_of(post);
  return head.empty() ? kNone : by_head(head, post);
}

std::int32_t PostHolders::of_title(const std::string& head, const Mention& title, const std::string& kind) const {
  constexpr std::size_t kFar = 2;  // so many times as often
  const std::int32_t last = by_head(head, title, kind);
  if (last == kNone || has_place(last)) return last;
  const auto times = [&](std::int32_t person) {
    const auto& all = d_.entities[static_cast<std::size_t>(person)].mentions;
    return static_cast<std::size_t>(std::ranges::lower_bound(all, static_cast<std::uint32_t>(&title - d_.mentions.data())) - all.begin());
  };
  const std::int32_t place = lang::place_among(d_, title.tokens);
  std::int32_t most = last;
  for (auto told = told_.lower_bound(head); told != told_.end() && told->first.starts_with(head); ++told)
    for (const Told& t : before(title, told->second))
      if (t.place != kNone && fits(t, place, kind) && times(t.person) > times(most)) most = t.person;
  return times(most) >= kFar * times(last) ? most : last;
}

std::span<const PostHolders::Told> PostHolders::before(const Mention& post, const std::vector<Told>& told) {
  constexpr std::size_t kTellings = 200;
  const auto end = static_cast<std::size_t>(std::ranges::lower_bound(told, post.tokens.first, {}, &Told::token) - told.begin());
  const std::size_t begin = end - std::min(end, kTellings);
  return std::span(told).subspan(begin, end - begin);
}

bool PostHolders::fits(const Told& t, std::int32_t place, const std::string& kind) const {
  return agrees(place, t.place) && (kind.empty() || (" " + t.post).find(" " + kind) != std::string::npos);
}

std::int32_t PostHolders::by_head(const std::string& head, const Mention& post, const std::string& kind) const {
  const std::int32_t place = lang::place_among(d_, post.tokens);
  const Told* last = nullptr;
  bool last_fits = false;
  for (auto told = told_.lower_bound(head); told != told_.end() && told->first.starts_with(head); ++told) {
    const std::span<const Told> all = before(post, told->second);
    if (all.empty()) continue;
    const auto fitting = std::find_if(all.rbegin(), all.rend(), [&](const Told& t) { return fits(t, place, kind); });
    const bool here = fitting != all.rend();
    const Told& t = here ? *fitting : all.back();
    if (!agrees(place, t.place)) continue;
    if (last == nullptr || here > last_fits || (here == last_fits && t.token >= last->token)) last = &t, last_fits = here;
  }
  if (last != nullptr) return last->person;
  const auto holder = of_head_.lower_bound(head);
  const bool such = holder != of_head_.end() && holder->first.starts_with(head) && agrees(place, holder->second.place);
  return such ? holder->second.person : kNone;
}

}  // namespace qogam::extract
