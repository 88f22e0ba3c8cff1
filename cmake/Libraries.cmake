# The libraries from outside that the rooms from text to pipeline are linked with. The Python module, which links those
# rooms as they lie in a built tree, finds them here too.
find_package(ICU 70 REQUIRED COMPONENTS uc i18n)
find_package(TBB REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(LibArchive 3.6 REQUIRED)
find_package(LibXml2 2.9 REQUIRED)
find_package(ZLIB REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(gmime REQUIRED IMPORTED_TARGET gmime-3.0)
pkg_check_modules(xxhash REQUIRED IMPORTED_TARGET libxxhash)
