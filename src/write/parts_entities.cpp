// JSON of sentences, mentions, entities, officials and NGOs.
#include "write/parts.h"

namespace qogam::write {
namespace {

// In the order of MentionType.
constexpr const char* kMentionTypes[] = {"person", "organization", "position", "location",
                                         "date",   "money",        "law",      "event"};

void write_people(const std::vector<Representative>& people, JsonText& out) {
  out.open_list();
  for (const Representative& r : people) {
    out.open_object();
    out.key("person").id('e', r.person);
    out.key("name").text(r.name);
    out.key("role").text_or_null(r.role);
    out.close_object();
  }
  out.close_list();
}

}  // namespace

// The topics of sentences are in the order of the text as the sentences are.
void write_sentences(const Parts& parts) {
  JsonText& out = parts.out;
  auto topics = parts.document.sentence_topics.begin();
  std::uint32_t number = 0;
  out.open_list();
  for (const Sentence& s : parts.document.sentences) {
    out.open_object();
    parts.span(s.span);
    out.key("lang").text(s.language.empty() ? "und" : std::string_view(s.language));
    out.key("topics");
    if (topics != parts.document.sentence_topics.end() && topics->sentence == number) out.texts(topics++->topics);
    else out.empty_list();
    ++number;
    out.close_object();
  }
  out.close_list();
}

void write_mentions(const Parts& parts) {
  JsonText& out = parts.out;
  std::int64_t number = 0;
  out.open_list();
  for (const Mention& m : parts.document.mentions) {
    out.open_object();
    out.key("id").id('m', number++);
    out.key("type").text(kMentionTypes[static_cast<std::size_t>(m.type)]);
    parts.span_with_text(m.span);
    out.key("entity").id('e', m.entity);
    out.key("confidence").rounded(m.confidence);
    out.key("by").text(m.by);
    out.close_object();
  }
  out.close_list();
}

void write_entities(const Parts& parts) {
  JsonText& out = parts.out;
  std::int64_t number = 0;
  out.open_list();
  for (const Entity& e : parts.document.entities) {
    out.open_object();
    out.key("id").id('e', number++);
    out.key("type").text(e.type);
    out.key("kind").text(e.kind);
    out.key("name").text(e.name);
    out.key("aliases").texts(e.aliases);
    out.key("parent").id('e', e.parent);
    out.key("mentions").ids('m', e.mentions);
    out.close_object();
  }
  out.close_list();
}

void write_officials(const Parts& parts) {
  JsonText& out = parts.out;
  out.open_list();
  for (const Official& o : parts.document.officials) {
    out.open_object();
    out.key("person").id('e', o.person);
    out.key("name").text(o.name);
    out.key("position").text_or_null(o.position);
    out.key("organization").text_or_null(o.organization);
    out.key("organization_entity").id('e', o.organization_entity);
    out.key("status").text(o.status);
    out.key("mentions").ids('m', o.mentions);
    out.key("confidence").rounded(o.confidence);
    out.key("by").text(o.by);
    out.close_object();
  }
  out.close_list();
}

void write_ngos(const Parts& parts) {
  JsonText& out = parts.out;
  out.open_list();
  for (const Ngo& n : parts.document.ngos) {
    out.open_object();
    out.key("organization").id('e', n.organization);
    out.key("name").text(n.name);
    out.key("named").truth(n.named);
    out.key("representatives");
    write_people(n.representatives, out);
    out.key("mentions").ids('m', n.mentions);
    out.key("confidence").rounded(n.confidence);
    out.key("by").text(n.by);
    out.close_object();
  }
  out.close_list();
}

}  // namespace qogam::write
