// Scores as text for people.
#include <iomanip>
#include <locale>
#include <sstream>

#include "learn/score.h"

namespace qogam::learn {
namespace {

constexpr int kName = 24, kCount = 10, kShare = 11;

// "-" where there is nothing to divide by.
void put_share(std::ostream& out, double value, std::size_t of) {
  if (of == 0)
    out << std::setw(kShare) << "-";
  else
    out << std::setw(kShare) << value;
}

void put_figure(std::ostream& out, const Figure& f) {
  out << std::left << std::setw(kName) << f.finding << std::right << std::setw(kCount) << f.gold
      << std::setw(kCount) << f.predicted << std::setw(kCount) << f.right;
  put_share(out, f.precision(), f.predicted);
  put_share(out, f.recall(), f.gold);
  put_share(out, f.f1(), f.gold + f.predicted);
  out << "\n";
}

void put_accuracy(std::ostream& out, const Accuracy& a) {
  out << std::left << std::setw(kName) << a.name << std::right << std::setw(kCount) << a.of
      << std::setw(kCount) << "" << std::setw(kCount) << a.right;
  put_share(out, a.of == 0 ? 0 : static_cast<double>(a.right) / static_cast<double>(a.of), a.of);
  out << "\n";
}

}  // namespace

std::string format_table(const Scores& scores) {
  std::ostringstream out;
  out.imbue(std::locale::classic());
  out << std::fixed << std::setprecision(3) << std::left << std::setw(kName) << "finding"
      << std::right << std::setw(kCount) << "gold" << std::setw(kCount) << "predicted"
      << std::setw(kCount) << "right" << std::setw(kShare) << "precision" << std::setw(kShare)
      << "recall" << std::setw(kShare) << "F1"
      << "\n";
  for (const Figure& f : scores.figures) put_figure(out, f);
  out << "\n"
      << std::left << std::setw(kName) << "asked" << std::right << std::setw(kCount) << "of"
      << std::setw(kCount) << "" << std::setw(kCount) << "right" << std::setw(kShare) << "accuracy"
      << "\n";
  for (const Accuracy& a : scores.accuracies) put_accuracy(out, a);
  out << "\n" << scores.documents << " documents";
  if (!scores.missing_documents.empty()) {
    out << ", " << scores.missing_documents.size() << " without a prediction:";
    for (const std::string& id : scores.missing_documents) out << " " << id;
  }
  out << "\n";
  for (const std::string& generator : scores.generators) out << "made by " << generator << "\n";
  return out.str();
}

std::string format_misses(const Scores& scores, std::string_view finding) {
  std::string out;
  for (const Miss& miss : scores.misses) {
    if (!finding.empty() && miss.finding != finding) continue;
    out += miss.side + "\t" + miss.document + "\t";
    if (finding.empty()) out += miss.finding + "\t";
    // An item is one line whatever line breaks its text has.
    for (char c : miss.what) out += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    out += "\n";
  }
  return out;
}

}  // namespace qogam::learn
