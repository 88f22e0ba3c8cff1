// The build step: qogam-compile-models FOLDER OUT turns models/ into one file.
#include <cstdio>
#include <fstream>
#include <iostream>

#include "lang/compiler.h"
#include "lang/knowledge.h"
#include "model/source.h"
#include "qogam/error.h"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: qogam-compile-models FOLDER OUT\n";
    return 2;
  }
  try {
    const std::string out = argv[2], part = out + ".part";
    std::ofstream(part, std::ios::binary) << qogam::lang::compile_models(qogam::model::read_sources(argv[1]));
    // What cannot be loaded again must not replace what could.
    qogam::lang::load_knowledge(part);
    if (std::rename(part.c_str(), out.c_str()) != 0) throw qogam::Error(qogam::Cause::input, out + ": cannot be written");
  } catch (const qogam::Error& e) {
    std::cerr << "qogam-compile-models: error: " << e.what() << '\n';
    return 4;
  }
  return 0;
}
