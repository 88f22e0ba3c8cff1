// JSON of sentences, mentions, entities, officials and NGOs.
#include "write/parts.h"

namespace qogam::write {
namespace {

// In the order of MentionType.
constexpr const char* kMentionTypes[] = {"person", "organization", "position", "location",
                                         "date",   "money",        "law",      "event"};

}  // namespace

Json sentences_json(const Parts& parts) {
  Json out = Json::array();
  for (const Sentence& s : parts.document.sentences) {
    Json one = parts.span(s.span);
    one["lang"] = s.language.empty() ? "und" : s.language;
    one["topics"] = Json::array();
    out.push_back(std::move(one));
  }
  for (const SentenceTopics& s : parts.document.sentence_topics) out[s.sentence]["topics"] = s.topics;
  return out;
}

Json mentions_json(const Parts& parts) {
  Json out = Json::array();
  for (const Mention& m : parts.document.mentions) {
    Json one{{"id", id('m', static_cast<std::int64_t>(out.size()))},
             {"type", kMentionTypes[static_cast<std::size_t>(m.type)]}};
    one.update(parts.span_with_text(m.span));
    one["entity"] = id('e', m.entity);
    one["confidence"] = rounded(m.confidence);
    one["by"] = m.by;
    out.push_back(std::move(one));
  }
  return out;
}

Json entities_json(const Parts& parts) {
  Json out = Json::array();
  for (const Entity& e : parts.document.entities)
    out.push_back({{"id", id('e', static_cast<std::int64_t>(out.size()))},
                   {"type", e.type},
                   {"kind", e.kind},
                   {"name", e.name},
                   {"aliases", e.aliases},
                   {"parent", id('e', e.parent)},
                   {"mentions", ids('m', e.mentions)}});
  return out;
}

Json officials_json(const Parts& parts) {
  Json out = Json::array();
  for (const Official& o : parts.document.officials)
    out.push_back({{"person", id('e', o.person)},
                   {"name", o.name},
                   {"position", text_or_null(o.position)},
                   {"organization", text_or_null(o.organization)},
                   {"organization_entity", id('e', o.organization_entity)},
                   {"status", o.status},
                   {"mentions", ids('m', o.mentions)},
                   {"confidence", rounded(o.confidence)},
                   {"by", o.by}});
  return out;
}

Json ngos_json(const Parts& parts) {
  Json out = Json::array();
  for (const Ngo& n : parts.document.ngos) {
    Json people = Json::array();
    for (const Representative& r : n.representatives)
      people.push_back(
          {{"person", id('e', r.person)}, {"name", r.name}, {"role", text_or_null(r.role)}});
    out.push_back({{"organization", id('e', n.organization)},
                   {"name", n.name},
                   {"named", n.named},
                   {"representatives", std::move(people)},
                   {"mentions", ids('m', n.mentions)},
                   {"confidence", rounded(n.confidence)},
                   {"by", n.by}});
  }
  return out;
}

}  // namespace qogam::write
