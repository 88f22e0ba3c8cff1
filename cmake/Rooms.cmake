# How rooms (the folders of src/) are built.

# -Wrestrict is off because g++ 12 is wrong about std::string (GCC bug 105651). Rooms go into the program and into the
# Python module alike: position independent, and with hidden symbols, so that calls among them stay direct.
function(qogam_flags target)
  set_target_properties(${target} PROPERTIES POSITION_INDEPENDENT_CODE ON CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
  target_compile_options(${target} PRIVATE -fno-semantic-interposition -Wall -Wextra -Wpedantic -Wshadow -Wconversion
    -Wno-sign-conversion -Wno-missing-field-initializers $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict> $<$<BOOL:${QOGAM_STRICT}>:-Werror>)
  if(QOGAM_SANITIZE)
    target_compile_options(${target} PUBLIC -fsanitize=${QOGAM_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(${target} PUBLIC -fsanitize=${QOGAM_SANITIZE})
  endif()
endfunction()

# qogam_room(NAME LIBRARY...): the library qogam_NAME from src/NAME/*.cpp. Headers are included as
# "NAME/header.h"; tests/project/layering_test checks the table of src/README.md.
function(qogam_room name)
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${name}/*.cpp)
  add_library(qogam_${name} STATIC ${sources})
  target_include_directories(qogam_${name} PUBLIC ${PROJECT_SOURCE_DIR}/include PRIVATE ${PROJECT_SOURCE_DIR}/src
    INTERFACE ${PROJECT_SOURCE_DIR}/src)
  target_compile_definitions(qogam_${name} PRIVATE QOGAM_VERSION="${PROJECT_VERSION}")
  target_link_libraries(qogam_${name} PUBLIC ${ARGN})
  qogam_flags(qogam_${name})
endfunction()
