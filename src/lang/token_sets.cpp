// Where ways meet, and choices among single tokens.
#include "lang/token_sets.h"

#include <algorithm>

namespace qogam::lang {
namespace {

constexpr std::uint32_t kUntold = 0xFFFFFFFF, kSeveral = 0xFFFFFFFE;

bool looks(const Instruction& in) { return in.op == Op::look || in.op == Op::look_not; }

// What takes an entry or a mention may come to one token in several ways, as these have several lengths.
void find_joins(std::span<Instruction> program) {
  std::vector<std::uint8_t> ways(program.size() + 1, 0);
  const auto add = [&](std::uint32_t pc, int number) {
    if (pc < program.size()) ways[pc] = static_cast<std::uint8_t>(std::min(2, ways[pc] + number));
  };
  for (const Instruction& in : program) {
    if (in.op != Op::accept) add(in.next, in.op == Op::lexicon || in.op == Op::mention ? 2 : 1);
    if (in.op == Op::split || looks(in)) add(in.other, 1);
  }
  for (std::size_t pc = 0; pc < program.size(); ++pc) program[pc].joins = ways[pc] > 1 ? 1 : 0;
}

class Finder {
 public:
  explicit Finder(std::span<Instruction> program) : program_(program), ends_(program.size(), kUntold), looks_(program.size(), kUntold) {}

  // Alternatives are told from their ends, so that each instruction is looked at once; a split within alternatives needs no set of its own.
  TokenSets find() {
    std::vector<bool> inner(program_.size(), false);
    for (std::uint32_t pc = 0; pc < program_.size(); ++pc)
      if (program_[pc].op == Op::split && end_of(pc, false, ends_) != kSeveral) inner[program_[pc].next] = inner[program_[pc].other] = true;
    for (std::uint32_t pc = 0; pc < program_.size(); ++pc)
      if (looks(program_[pc]) || (program_[pc].op == Op::split && !inner[pc])) add_set(pc);
    return std::move(found_);
  }

 private:
  void add_set(std::uint32_t pc) {
    Instruction& in = program_[pc];
    const bool look = looks(in);
    const std::uint32_t end = look ? end_of(in.other, true, looks_) : end_of(pc, false, ends_);
    if (end == kSeveral || (look && program_[end].op != Op::accept)) return;
    std::vector<std::uint32_t> numbered, others;
    collect(look ? in.other : pc, numbered, others);
    TokenSetRecord set{static_cast<std::uint32_t>(found_.alternatives.size()), static_cast<std::uint32_t>(numbered.size()),
                       static_cast<std::uint32_t>(others.size()), end, {}};
    for (const std::uint32_t one : numbered) set.add(program_[one].a);
    found_.alternatives.insert(found_.alternatives.end(), numbered.begin(), numbered.end());
    found_.alternatives.insert(found_.alternatives.end(), others.begin(), others.end());
    found_.sets.push_back(set);
    in.a = static_cast<std::uint32_t>(found_.sets.size());
  }

  // Where all alternatives lead: kSeveral where that differs, or where something but one token may stand there, or in a look ahead an entry or
  // a mention.
  std::uint32_t end_of(std::uint32_t pc, bool look, std::vector<std::uint32_t>& known) const {
    std::vector<std::uint32_t> splits;  // thousands of alternatives are as many of them in a row
    for (; known[pc] == kUntold && program_[pc].op == Op::split; pc = program_[pc].other) {
      known[pc] = kSeveral;  // also of what leads back to itself
      splits.push_back(pc);
    }
    if (known[pc] == kUntold) known[pc] = end_of_one(program_[pc], look);
    std::uint32_t end = known[pc];
    for (auto split = splits.rbegin(); split != splits.rend() && end != kSeveral; ++split) {
      if (end_of(program_[*split].next, look, known) != end) end = kSeveral;
      known[*split] = end;
    }
    return end;
  }

  static std::uint32_t end_of_one(const Instruction& in, bool look) {
    const bool one_token = in.op == Op::word || in.op == Op::form || in.op == Op::any;
    return one_token || (look && (in.op == Op::lexicon || in.op == Op::mention)) ? in.next : kSeveral;
  }

  void collect(std::uint32_t pc, std::vector<std::uint32_t>& numbered, std::vector<std::uint32_t>& others) const {
    for (; program_[pc].op == Op::split; pc = program_[pc].other) collect(program_[pc].next, numbered, others);
    const bool is_numbered = program_[pc].op == Op::word || program_[pc].op == Op::form;
    (is_numbered ? numbered : others).push_back(pc);
  }

  std::span<Instruction> program_;
  std::vector<std::uint32_t> ends_, looks_;
  TokenSets found_;
};

}  // namespace

TokenSets find_token_sets(std::span<Instruction> program) {
  find_joins(program);
  return Finder(program).find();
}

}  // namespace qogam::lang
