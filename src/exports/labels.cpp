// The labels, attributes and relations of annotation, for every format that has them.
#include "exports/sheet.h"

namespace qogam::exports {

const std::vector<Label>& labels() {
  static const std::vector<Label> all = {
      {"Person", "person", "#1f77b4"},   {"Organization", "organization", "#2ca02c"}, {"Location", "location", "#8c564b"},
      {"Position", "position", "#17becf"}, {"Law", "law", "#7f7f7f"},                 {"Event", "event", "#bcbd22"},
      {"Date", "", "#9467bd"},           {"Money", "", "#e377c2"},                    {"Quote", "", "#ffbb78"},
      {"Commitment", "", "#d62728"},     {"Report", "", "#ff7f0e"},
  };
  return all;
}

const std::vector<Attribute>& attributes() {
  static const std::vector<Attribute> all = {
      {"EntityKind", {"Person", "Organization", "Location"},
       {"official", "person", "ngo", "state_body", "housing_association", "company", "media", "party", "international", "education", "country",
        "region", "city", "district", "place", "other"}},
      {"Generic", {"Organization"}, {"yes"}, false, "generic words for NGOs, no name"},
      {"DateType", {"Date"}, {"date", "time", "duration", "set", "range"}},
      {"Approximate", {"Date"}, {"yes"}},
      {"Indirect", {"Quote"}, {"yes"}},
      {"CommitmentKind", {"Commitment"}, {"promise", "order", "plan", "obligation"}},
      {"ReportSays", {"Report"}, {"done", "moved", "failed", "repeated"}},
      {"name", {"Person", "Organization", "Location"}, {}, false, "nominative, as complete as the article gives it"},
      {"parent", {"Organization", "Location"}, {}, false, "name of what it is part of"},
      {"post", {"Person"}, {}, true, "status; position; organization"},
      {"represents", {"Person"}, {}, true, "role; name of the NGO"},
      {"value", {"Date"}, {}, false, "TIMEX3: 2024-04-19, 2016/2020, P1M, R/P2Y; nothing where it cannot be resolved"},
      {"begin", {"Date"}, {}, false, "first day, where the value does not say it"},
      {"end", {"Date"}, {}, false, "last day, where the value does not say it"},
      {"amount", {"Money"}, {}, false, "a number in units of the currency"},
      {"amount_max", {"Money"}, {}, false, "upper bound of a range"},
      {"currency", {"Money"}, {}, false, "ISO 4217, KZT"},
      {"speaker", {"Quote"}, {}, false, "name, where no relation Speaker leads to it"},
      {"cue", {"Quote", "Commitment"}, {}, false, "the verb of speech, or the words that tell the commitment"},
      {"actor", {"Commitment"}, {}, false, "name, where no relation Actor leads to it"},
      {"said_by", {"Commitment"}, {}, false, "name, where no relation SaidBy leads to it"},
      {"ordered_by", {"Commitment"}, {}, false, "name of who gave the order"},
      {"beneficiary", {"Commitment"}, {}, true, "for whom"},
      {"action", {"Commitment"}, {}, false, "what is to be done"},
      {"deadline", {"Commitment"}, {}, false, "text; value, where no relation Deadline leads to a date"},
      {"topic", {"Quote", "Commitment"}, {}, true, "an id of qogam list topics"},
  };
  return all;
}

const std::vector<RelationType>& relation_types() {
  static const std::vector<RelationType> all = {
      {"Speaker", "Quote", {"Person", "Organization"}},      {"Actor", "Commitment", {"Person", "Organization"}},
      {"SaidBy", "Commitment", {"Person", "Organization"}},  {"Deadline", "Commitment", {"Date"}},
      {"Amount", "Commitment", {"Money"}},
  };
  return all;
}

const Label* find_label(std::string_view name) {
  for (const Label& label : labels())
    if (label.name == name) return &label;
  return nullptr;
}

const Attribute* find_attribute(std::string_view name) {
  for (const Attribute& attribute : attributes())
    if (attribute.name == name) return &attribute;
  return nullptr;
}

}  // namespace qogam::exports
