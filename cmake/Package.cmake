# Packages for Debian: `cpack --config build/release/CPackConfig.cmake -B build/release/packages`.
#
#   qogam         the program, the library, the knowledge, the man page, completions, documents
#   libqogam-dev  headers and what find_package() and pkg-config read
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME qogam)
set(CPACK_PACKAGE_VENDOR Qogam)
set(CPACK_PACKAGE_CONTACT "Qogam authors <qogam@invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "find officials, promises and topics in Russian and Kazakh civic news")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)

set(CPACK_COMPONENTS_ALL program development)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME qogam)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION "Reads articles in Russian and Kazakh and writes as JSON who in government said or promised what,
by when, to whom and about which topic; joins articles in a database, and writes reports of it.")

set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libqogam-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "qogam (= ${PROJECT_VERSION})")
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION "Headers of Qogam, for programs that embed it.")

# Debian looks for it in the folder of each package.
install(FILES cmake/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/libqogam-dev COMPONENT development)
# The linker is told of the library.
file(WRITE ${PROJECT_BINARY_DIR}/triggers "activate-noawait ldconfig\n")
set(CPACK_DEBIAN_PROGRAM_PACKAGE_CONTROL_EXTRA ${PROJECT_BINARY_DIR}/triggers)

include(CPack)
