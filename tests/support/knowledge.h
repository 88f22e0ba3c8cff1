// Knowledge for tests: the built model, and small models written inside a test.
#pragma once

#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "lang/compiler.h"
#include "lang/knowledge.h"
#include "model/source.h"
#include "qogam/error.h"

namespace qogam::test {

using Files = std::vector<model::SourceFile>;
using KnowledgePtr = std::shared_ptr<const lang::Knowledge>;

inline std::string read_whole(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// The model that the build made, loaded once a program.
inline const KnowledgePtr& real_knowledge() {
  static const KnowledgePtr knowledge = lang::load_knowledge(QOGAM_MODEL);
  return knowledge;
}

inline KnowledgePtr knowledge_of(const Files& files) {
  return std::make_shared<const lang::Knowledge>(
      model::ModelView::own(lang::compile_models(files)));
}

// A language "xx" of Cyrillic letters, with the break rules of the real models and nothing else:
// every word of it is what the test writes into its own files.
inline Files bare_language() {
  const std::string common = std::string(QOGAM_SOURCE_DIR) + "/models/common/";
  return {{"common/sentences.rbbi", read_whole(common + "sentences.rbbi")},
          {"common/words.rbbi", read_whole(common + "words.rbbi")},
          {"xx/language.tsv",
           "code\txx\nname\tTest\nletters\tабвгдеёжзийклмнопрстуфхцчшщъыьэюя\nwords\tи\n"}};
}

inline KnowledgePtr small_knowledge(const Files& files) {
  Files all = bare_language();
  all.insert(all.end(), files.begin(), files.end());
  return knowledge_of(all);
}

// A rule file: each rule of one match line, with the examples that the compiler asks for.
inline std::string rule(const std::string& name, const std::string& pattern,
                        const std::string& gives = "thing") {
  return "rule " + name + "\n  match " + pattern + "\n  gives " + gives +
         "\n  + «а» => x=y\n  + «б» => x=y\n  - «в»\n";
}

// What the compiler says of bad sources, or an empty string where it takes them.
inline std::string compile_error(const Files& files) {
  Files all = bare_language();
  all.insert(all.end(), files.begin(), files.end());
  try {
    lang::compile_models(all);
  } catch (const Error& e) {
    return e.what();
  }
  return {};
}

}  // namespace qogam::test
