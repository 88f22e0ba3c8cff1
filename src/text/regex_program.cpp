// Laying out the tree of a regular expression as steps.
#include "text/regex_program.h"

#include <algorithm>

#include "text/case_folds.h"

namespace qogam::text {
namespace {

using Node = RegexNode;
using Op = RegexStep::Op;

constexpr std::size_t kMostSteps = 50'000, kMostWritten = 4 * kMostSteps;

// Adds to `edge` what `node` may begin with or, with `last`, what it may end with; whether it may be empty.
bool add_edge(const Node& node, bool last, CharSet& edge) {
  const auto add = [&](const Node& child) { return add_edge(child, last, edge); };
  switch (node.kind) {
    case Node::Kind::literal: {
      const char32_t folded = case_folds().fold(node.literal);
      edge.add(folded, folded);
      return false;
    }
    case Node::Kind::set:
      edge.add_low(*node.set);
      return false;
    case Node::Kind::sequence:
      return last ? std::all_of(node.children.rbegin(), node.children.rend(), add) : std::all_of(node.children.begin(), node.children.end(), add);
    case Node::Kind::choice:
      return std::count_if(node.children.begin(), node.children.end(), add) > 0;
    case Node::Kind::repeat:
      return add(node.children.front()) || node.least == 0;
    case Node::Kind::atomic:
      return add(node.children.front());
    default:
      return true;
  }
}

// Repeats of anything but single characters are written out, which makes counters needless.
class Compiler {
 public:
  explicit Compiler(RegexProgram& program) : program_(program) {}

  void add(const Node& node) {
    if (++written_ > kMostWritten) throw RegexMistake("more than can be written out", 0);
    switch (node.kind) {
      case Node::Kind::literal:
      case Node::Kind::set:
        character(node, node.kind == Node::Kind::set ? Op::set : Op::literal);
        break;
      case Node::Kind::sequence:
        for (const Node& child : node.children) add(child);
        break;
      case Node::Kind::choice:
        choice(node);
        break;
      case Node::Kind::repeat:
        repeat(node);
        break;
      case Node::Kind::atomic:
        apart(Op::atomic, node.children.front());
        break;
      case Node::Kind::look:
        look(node);
        break;
      case Node::Kind::begin:
        step(Op::begin);
        break;
      case Node::Kind::end:
        step(Op::end);
        break;
      case Node::Kind::border:
        step(Op::border);
        break;
      case Node::Kind::no_border:
        step(Op::no_border);
        break;
    }
  }

  std::uint32_t step(Op op) {
    if (program_.steps.size() >= kMostSteps) throw RegexMistake("more than can be written out", 0);
    program_.steps.push_back({.op = op});
    return here() - 1;
  }

 private:
  std::uint32_t here() const { return static_cast<std::uint32_t>(program_.steps.size()); }
  RegexStep& at(std::uint32_t number) { return program_.steps[number]; }

  RegexStep& character(const Node& node, Op op) {
    RegexStep& made = at(step(op));
    made.literal = node.literal;
    made.folded = node.kind == Node::Kind::set ? node.set->folded() : node.folded;
    made.set = node.set.get();
    if (node.set && std::find(program_.sets.begin(), program_.sets.end(), node.set) == program_.sets.end()) program_.sets.push_back(node.set);
    return made;
  }

  // Many ways are not tried one by one where none of them begins with the letter.
  void guard(const Node& node) {
    constexpr std::size_t kMany = 4;
    auto first = std::make_unique<CharSet>(true);
    if (node.children.size() < kMany || add_edge(node, false, *first)) return;
    at(step(Op::guard)).follow = first.get();
    program_.follows.push_back(std::move(first));
  }

  void choice(const Node& node) {
    guard(node);
    std::vector<std::uint32_t> jumps;
    for (const Node& child : node.children) {
      const bool last = &child == &node.children.back();
      const std::uint32_t split = last ? 0 : step(Op::split);
      add(child);
      if (last) break;
      jumps.push_back(step(Op::jump));
      at(split).to = here();
    }
    for (const std::uint32_t jump : jumps) at(jump).to = here();
  }

  void repeat(const Node& node) {
    const Node& what = node.children.front();
    if (what.is_character()) {
      const Op op = node.greed == Node::Greed::greedy ? Op::greedy : node.greed == Node::Greed::lazy ? Op::lazy : Op::possessive;
      RegexStep& made = character(what, op);
      made.least = node.least;
      made.most = node.most;
      return;
    }
    const bool possessive = node.greed == Node::Greed::possessive;
    const std::uint32_t group = possessive ? step(Op::atomic) : 0;
    written_out(node, what);
    if (!possessive) return;
    step(Op::accept);
    at(group).to = here();
  }

  void written_out(const Node& node, const Node& what) {
    for (std::uint32_t n = 0; n < node.least; ++n) add(what);
    const bool lazy = node.greed == Node::Greed::lazy;
    if (node.most == Node::kNoLimit) {
      const std::uint32_t loop = fork(lazy);
      add(what);
      at(step(Op::jump)).to = loop;
      join(loop, lazy);
      return;
    }
    std::vector<std::uint32_t> forks;
    for (std::uint32_t n = node.least; n < node.most; ++n) {
      forks.push_back(fork(lazy));
      add(what);
    }
    for (const std::uint32_t one : forks) join(one, lazy);
  }

  // A choice between what follows and what stands at the place that is told by join(); a lazy one tries that first.
  std::uint32_t fork(bool lazy) {
    const std::uint32_t split = step(Op::split);
    if (lazy) {
      step(Op::jump);
      at(split).to = here();
    }
    return split;
  }
  void join(std::uint32_t split, bool lazy) { at(lazy ? split + 1 : split).to = here(); }

  std::uint32_t apart(Op op, const Node& inside) {
    const std::uint32_t group = step(op);
    add(inside);
    step(Op::accept);
    at(group).to = here();
    return group;
  }

  // Ways to look back are taken apart, as most are of one length each.
  void look(const Node& node) {
    const Node& inside = node.children.front();
    if (!node.behind || inside.kind != Node::Kind::choice) return look_at(node);
    Node all{.kind = node.negative ? Node::Kind::sequence : Node::Kind::choice};
    for (const Node& way : inside.children) {
      all.children.push_back({.kind = Node::Kind::look, .behind = true, .negative = node.negative});
      all.children.back().children.push_back(way);
    }
    // Looks take nothing, so that which of them holds does not matter afterwards.
    add(all);
  }

  void look_at(const Node& node) {
    const std::uint32_t group = apart(node.behind ? Op::behind : Op::ahead, node.children.front());
    const RegexLength length = length_of(node.children.front());
    at(group).negative = node.negative;
    at(group).least = length.least;
    at(group).most = length.most;
    auto last = std::make_unique<CharSet>(true);
    if (!node.behind || add_edge(node.children.front(), true, *last)) return;
    at(group).follow = last.get();
    program_.follows.push_back(std::move(last));
  }

  RegexProgram& program_;
  std::size_t written_ = 0;  // nodes; what repeats an empty group many times has no steps
};

// What may come first from a step on.
class Follow {
 public:
  Follow(const RegexProgram& program, CharSet& set) : program_(program), set_(set) {}

  // False where it cannot be told.
  bool from(std::uint32_t number) {
    if (++looked_ > kMostLooked) return false;
    const RegexStep& step = program_.steps[number];
    switch (step.op) {
      case Op::literal:
      case Op::set:
        add(step);
        return true;
      case Op::greedy:
      case Op::lazy:
      case Op::possessive:
        add(step);
        return step.least > 0 || from(number + 1);
      case Op::split:
        return from(number + 1) && from(step.to);
      case Op::jump:
      case Op::ahead:
      case Op::behind:
        return from(step.to);
      case Op::border:
      case Op::no_border:
      case Op::guard:
        return from(number + 1);
      default:
        return false;
    }
  }

 private:
  static constexpr int kMostLooked = 100;

  void add(const RegexStep& step) {
    const char32_t folded = case_folds().fold(step.literal);
    if (step.set)
      set_.add_low(*step.set);
    else
      set_.add(folded, folded);
  }

  const RegexProgram& program_;
  CharSet& set_;
  int looked_ = 0;
};

void add_follows(RegexProgram& program) {
  constexpr std::uint32_t kLong = 8;
  for (std::uint32_t i = 0; i < program.steps.size(); ++i) {
    RegexStep& step = program.steps[i];
    if ((step.op != Op::greedy && step.op != Op::lazy) || step.most - step.least < kLong) continue;
    auto set = std::make_unique<CharSet>(true);
    if (!Follow(program, *set).from(i + 1)) continue;
    step.follow = set.get();
    program.follows.push_back(std::move(set));
  }
}

}  // namespace

RegexProgram compile_regex(const RegexNode& tree) {
  RegexProgram program;
  Compiler compiler(program);
  compiler.add(tree);
  compiler.step(Op::accept);
  add_follows(program);
  program.least = length_of(tree).least;
  program.any_first = add_edge(tree, false, program.first);
  return program;
}

}  // namespace qogam::text
