# Every library Gisa links, each with its reason in docs/decisions/0002-dependencies.md.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(Boost 1.74 REQUIRED COMPONENTS program_options)
find_package(ICU 70 REQUIRED COMPONENTS uc i18n)
find_package(SQLite3 3.38 REQUIRED)
find_package(ZLIB REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
pkg_check_modules(XAPIAN REQUIRED IMPORTED_TARGET xapian-core>=1.4.22)
pkg_check_modules(ZSTD REQUIRED IMPORTED_TARGET libzstd>=1.5)
pkg_check_modules(XXHASH REQUIRED IMPORTED_TARGET libxxhash>=0.8)

# Neither MeCab nor Snowball ships a pkg-config file in Debian 12.
find_path(MECAB_INCLUDE_DIR mecab.h REQUIRED)
find_library(MECAB_LIBRARY mecab REQUIRED)
add_library(gisa_mecab INTERFACE)
target_include_directories(gisa_mecab SYSTEM INTERFACE "${MECAB_INCLUDE_DIR}")
target_link_libraries(gisa_mecab INTERFACE "${MECAB_LIBRARY}")

find_path(STEMMER_INCLUDE_DIR libstemmer.h REQUIRED)
find_library(STEMMER_LIBRARY stemmer REQUIRED)
add_library(gisa_stemmer INTERFACE)
target_include_directories(gisa_stemmer SYSTEM INTERFACE "${STEMMER_INCLUDE_DIR}")
target_link_libraries(gisa_stemmer INTERFACE "${STEMMER_LIBRARY}")
