# How the targets of fuzz/ are built: with QOGAM_FUZZ as programs of libFuzzer, which clang has, else as programs that go
# over their seeds and a number of mutants by themselves.

# qogam_fuzz_target(NAME RUNS n [KNOWLEDGE] ROOMS room...): the program fuzz_NAME of targets/NAME.cpp, linked with these rooms, which
# loads the built knowledge where it says so. As a test it runs over the seeds, the inputs of tests/fuzz/NAME and n mutants.
function(qogam_fuzz_target name)
  cmake_parse_arguments(PARSE_ARGV 1 arg KNOWLEDGE RUNS ROOMS)
  set(target fuzz_${name})
  add_executable(${target} targets/${name}.cpp)
  target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
  list(TRANSFORM arg_ROOMS PREPEND qogam_)
  target_link_libraries(${target} PRIVATE ${arg_ROOMS})
  target_compile_definitions(${target} PRIVATE QOGAM_TARGET="${name}" QOGAM_MODEL="${PROJECT_BINARY_DIR}/qogam.model"
    QOGAM_SMALL_MODELS="${CMAKE_CURRENT_SOURCE_DIR}/models")
  if(arg_KNOWLEDGE)
    add_dependencies(${target} models)
  endif()
  qogam_flags(${target})
  if(QOGAM_FUZZ)
    target_link_options(${target} PRIVATE -fsanitize=fuzzer)
    add_dependencies(fuzz ${target})
    return()
  endif()
  target_sources(${target} PRIVATE smoke/main.cpp smoke/mutator.cpp)
  set(inputs ${PROJECT_BINARY_DIR}/seeds/${name})
  set(found ${PROJECT_SOURCE_DIR}/tests/fuzz/${name})
  if(EXISTS ${found})
    list(APPEND inputs ${found})
  endif()
  if(QOGAM_SANITIZE)
    math(EXPR arg_RUNS "${arg_RUNS} / 20")  # they take so much longer
  endif()
  add_test(NAME Fuzz.${name} COMMAND ${target} --runs=${arg_RUNS} ${inputs})
  set_tests_properties(Fuzz.${name} PROPERTIES TIMEOUT 900 FIXTURES_REQUIRED fuzz_seeds)
endfunction()
