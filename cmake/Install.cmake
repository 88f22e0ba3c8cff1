# What `cmake --install` puts where: the program, the knowledge, the library for programs that embed Qogam, the man page,
# completions and documents. Nothing installed names the folder it was built in: the whole may be moved.
include(CMakePackageConfigHelpers)

# The library is shared, so that who links it needs no other library's headers. While the version begins with 0 a new minor
# version is a new interface.
add_library(qogam_shared SHARED $<TARGET_OBJECTS:qogam_pipeline>)
target_link_libraries(qogam_shared PRIVATE qogam_pipeline)
target_include_directories(qogam_shared INTERFACE $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
target_compile_features(qogam_shared INTERFACE cxx_std_20)
target_link_options(qogam_shared PRIVATE LINKER:--exclude-libs,ALL)
set_target_properties(qogam_shared PROPERTIES OUTPUT_NAME qogam EXPORT_NAME qogam LINKER_LANGUAGE CXX
  VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})

# The man page and completions are printed by the program, from the tables that its help is made of.
find_program(QOGAM_GZIP gzip REQUIRED)
set(help_dir ${PROJECT_BINARY_DIR}/help)
file(MAKE_DIRECTORY ${help_dir})
function(qogam_help file form)
  add_custom_command(OUTPUT ${help_dir}/${file} COMMAND qogam help --format ${form} > ${help_dir}/${file}
    DEPENDS qogam COMMENT "Printing ${file}" VERBATIM)
endfunction()
qogam_help(qogam.1 man)
qogam_help(qogam bash)
qogam_help(_qogam zsh)
add_custom_command(OUTPUT ${help_dir}/qogam.1.gz COMMAND ${QOGAM_GZIP} -9nkf ${help_dir}/qogam.1 DEPENDS ${help_dir}/qogam.1 VERBATIM)
add_custom_target(help_files ALL DEPENDS ${help_dir}/qogam.1.gz ${help_dir}/qogam ${help_dir}/_qogam)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/Qogam)
configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/QogamConfig.cmake.in ${PROJECT_BINARY_DIR}/QogamConfig.cmake
  INSTALL_DESTINATION ${package_dir} PATH_VARS CMAKE_INSTALL_DATADIR NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/QogamConfigVersion.cmake COMPATIBILITY SameMinorVersion)
# From the folder of qogam.pc back to the prefix.
file(RELATIVE_PATH pc_to_prefix /prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig /prefix)
configure_file(${PROJECT_SOURCE_DIR}/cmake/qogam.pc.in ${PROJECT_BINARY_DIR}/qogam.pc @ONLY)

set(CMAKE_INSTALL_DEFAULT_COMPONENT_NAME program)
install(TARGETS qogam)
install(FILES ${PROJECT_BINARY_DIR}/qogam.model DESTINATION ${CMAKE_INSTALL_DATADIR}/qogam)
install(FILES ${help_dir}/qogam.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${help_dir}/qogam DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${help_dir}/_qogam DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
# Debian's zsh looks there below /usr/local, but not below /usr.
install(CODE "if(CMAKE_INSTALL_PREFIX STREQUAL /usr AND EXISTS /etc/debian_version)
  file(INSTALL ${help_dir}/_qogam DESTINATION /usr/share/zsh/vendor-completions)
endif()" COMPONENT program)
install(FILES README.md LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY docs DESTINATION ${CMAKE_INSTALL_DOCDIR} FILES_MATCHING PATTERN *.md)
# What the knowledge rests on, and the notices of what the report page has inside.
install(DIRECTORY models DESTINATION ${CMAKE_INSTALL_DOCDIR} FILES_MATCHING PATTERN *.md PATTERN LICENCE
  PATTERN lexicon EXCLUDE PATTERN rules EXCLUDE)
install(FILES cmake/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})
foreach(name IN ITEMS libjs-jquery libjs-jquery-datatables libjs-chart.js)
  install(FILES /usr/share/doc/${name}/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME ${name}.copyright OPTIONAL)
endforeach()

install(TARGETS qogam_shared EXPORT QogamTargets LIBRARY COMPONENT program NAMELINK_COMPONENT development)
install(EXPORT QogamTargets NAMESPACE Qogam:: DESTINATION ${package_dir} COMPONENT development)
install(FILES ${PROJECT_BINARY_DIR}/QogamConfig.cmake ${PROJECT_BINARY_DIR}/QogamConfigVersion.cmake
  DESTINATION ${package_dir} COMPONENT development)
install(FILES ${PROJECT_BINARY_DIR}/qogam.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)
install(DIRECTORY include/qogam DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)
