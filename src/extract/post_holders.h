// Who holds the posts that a document names without a name.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "lang/knowledge.h"
#include "qogam/document.h"

namespace qogam::extract {

// The officials of a document whose entities are made, and the people told beside a post, by the head words of their posts. Where a place is told
// with both, a post of one place has no holder of another: the president of X is not who was called the president of Y. Refers to both; const
// methods are safe from any thread.
class PostHolders {
 public:
  PostHolders(const Document& document, const lang::Knowledge& knowledge);

  // The entity of the person whose post is named: as linking joined them, or who was told to be that last before it, or an official with such a post; or kNone.
  std::int32_t of(const Mention& post) const;
  // Whom a title such as "the head of state" means, by the head word and the kind of the post that it stands for (folded; `kind` may be empty): who was told
  // last to have such a post; where that was with no place, one who is told with a place and far more often.
  std::int32_t of_title(const std::string& head, const Mention& title, const std::string& kind) const;
  // Whether the person is told to have a post with a place.
  bool has_place(std::int32_t person) const;

 private:
  struct Told {
    std::uint32_t token;
    std::int32_t person;
    std::string post;    // folded
    std::int32_t place;  // entity, or kNone
  };
  struct Holder {
    std::int32_t person, place;  // entities; no place: kNone
  };

  void add_officials();
  void add_told();
  void add_beside(const Mention& person, const Mention& post);
  std::string head_of(const Mention& post) const;
  // Who was told last before `post` to have a post whose head word begins with `head`, or who holds such a post anywhere; where `kind` is not empty, one of that
  // first whose post has a word that begins so. Both are folded.
  std::int32_t by_head(const std::string& head, const Mention& post, const std::string& kind = {}) const;
  // The last of `told` before a post; so many that hostile texts take no time.
  static std::span<const Told> before(const Mention& post, const std::vector<Told>& told);
  bool agrees(std::int32_t place, std::int32_t other) const;
  bool fits(const Told& told, std::int32_t place, const std::string& kind) const;

  const Document& d_;
  const lang::Knowledge& knowledge_;
  std::map<std::uint32_t, std::int32_t> of_mention_;  // mention of a post alone -> who holds it
  std::map<std::string, Holder> of_head_;             // head word of a post, folded -> who holds it
  std::map<std::string, std::vector<Told>> told_;     // head word of what a person is told to be, folded -> where, in the order of the text
  std::map<std::int32_t, bool> with_place_;           // person who is told to have a post -> whether one has a place
};

}  // namespace qogam::extract
