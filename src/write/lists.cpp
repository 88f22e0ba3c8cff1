// The table of lists.
#include "write/lists.h"

namespace qogam::write {

const std::vector<List>& lists() {
  static const std::vector<List> all = {sentences_list(), mentions_list(), entities_list(), officials_list(), ngos_list(), dates_list(),
                                        money_list(), topics_list(), quotes_list(), commitments_list(), commitment_reports_list()};
  return all;
}

}  // namespace qogam::write
