// Stages that stand in for the real ones.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "qogam/stage.h"

namespace qogam::pipeline::test {

class FakeStage : public Stage {
 public:
  using Body = void (*)(Document&);
  FakeStage(std::string name, Layers needs, Layers gives, Body body)
      : name_(std::move(name)), needs_(needs), gives_(gives), body_(body) {}
  std::string_view name() const override { return name_; }
  Layers needs() const override { return needs_; }
  Layers gives() const override { return gives_; }
  void run(Document& document) const override {
    if (body_) body_(document);
  }

 private:
  std::string name_;
  Layers needs_, gives_;
  Body body_;
};

using Stages = std::vector<std::unique_ptr<Stage>>;

inline void add(Stages& stages, std::string name, Layers needs, Layers gives,
                FakeStage::Body body = nullptr) {
  stages.push_back(std::make_unique<FakeStage>(std::move(name), needs, gives, body));
}

}  // namespace qogam::pipeline::test
