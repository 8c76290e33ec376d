# libgisa: the objects of every room behind the headers of include/gisa; nothing else is exported.
include(CMakePackageConfigHelpers)

get_property(rooms GLOBAL PROPERTY GISA_ROOMS)
set(objects)
foreach(room IN LISTS rooms)
    list(APPEND objects "$<TARGET_OBJECTS:${room}>")
endforeach()

add_library(gisa SHARED ${objects})
add_library(gisa::gisa ALIAS gisa)
target_sources(
    gisa
    PUBLIC FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}/include" FILES
           "${PROJECT_SOURCE_DIR}/include/gisa/archive_care.h"
           "${PROJECT_SOURCE_DIR}/include/gisa/archive_status.h"
           "${PROJECT_SOURCE_DIR}/include/gisa/article.h"
           "${PROJECT_SOURCE_DIR}/include/gisa/article_explanation.h"
           "${PROJECT_SOURCE_DIR}/include/gisa/article_versions.h"
           "${PROJECT_SOURCE_DIR}/include/gisa/error.h"
           "${PROJECT_SOURCE_DIR}/include/gisa/export.h"
           "${PROJECT_SOURCE_DIR}/include/gisa/indexer.h"
           "${PROJECT_SOURCE_DIR}/include/gisa/searcher.h"
           "${PROJECT_SOURCE_DIR}/include/gisa/text_analysis.h"
           "${PROJECT_SOURCE_DIR}/include/gisa/text_range.h"
           "${PROJECT_SOURCE_DIR}/include/gisa/user_words.h"
)
target_compile_features(gisa PUBLIC cxx_std_20)
target_link_libraries(
    gisa
    PRIVATE PkgConfig::XAPIAN PkgConfig::ZSTD PkgConfig::XXHASH ICU::uc ICU::i18n SQLite::SQLite3 ZLIB::ZLIB gisa_mecab gisa_stemmer
            Threads::Threads
)
set_target_properties(
    gisa
    PROPERTIES VERSION ${PROJECT_VERSION}
               SOVERSION ${PROJECT_VERSION_MAJOR}
               LINKER_LANGUAGE CXX
               VERIFY_INTERFACE_HEADER_SETS ON
)

# The programs lie side by side in the build folder, and find the library of their own prefix when installed.
file(RELATIVE_PATH bindir_to_libdir "${CMAKE_INSTALL_FULL_BINDIR}" "${CMAKE_INSTALL_FULL_LIBDIR}")
foreach(program IN ITEMS gisa-index gisa-search)
    if(TARGET ${program})
        add_dependencies(${program} gisa_catalogs)
        set_target_properties(
            ${program} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin"
                                  INSTALL_RPATH "\$ORIGIN/${bindir_to_libdir}"
        )
        install(TARGETS ${program} RUNTIME COMPONENT programs)
    endif()
endforeach()

install(
    TARGETS gisa
    EXPORT gisa-targets
    LIBRARY COMPONENT library NAMELINK_COMPONENT development
    FILE_SET HEADERS COMPONENT development
)
set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/gisa")
install(
    EXPORT gisa-targets
    NAMESPACE gisa::
    DESTINATION "${package_dir}"
    COMPONENT development
)
configure_package_config_file(
    "${CMAKE_CURRENT_LIST_DIR}/gisa-config.cmake.in" "${PROJECT_BINARY_DIR}/gisa-config.cmake"
    INSTALL_DESTINATION "${package_dir}"
)
# Before 1.0 a minor version may change the API.
write_basic_package_version_file("${PROJECT_BINARY_DIR}/gisa-config-version.cmake" COMPATIBILITY SameMinorVersion)
install(
    FILES "${PROJECT_BINARY_DIR}/gisa-config.cmake" "${PROJECT_BINARY_DIR}/gisa-config-version.cmake"
    DESTINATION "${package_dir}"
    COMPONENT development
)

# The prefix of gisa.pc is counted from where the file itself lies, so that an installed tree can be moved.
set(pkgconfig_dir "${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig")
file(RELATIVE_PATH pkgconfig_to_prefix "${pkgconfig_dir}" "${CMAKE_INSTALL_PREFIX}")
file(RELATIVE_PATH prefix_to_libdir "${CMAKE_INSTALL_PREFIX}" "${CMAKE_INSTALL_FULL_LIBDIR}")
file(RELATIVE_PATH prefix_to_includedir "${CMAKE_INSTALL_PREFIX}" "${CMAKE_INSTALL_FULL_INCLUDEDIR}")
configure_file("${CMAKE_CURRENT_LIST_DIR}/gisa.pc.in" "${PROJECT_BINARY_DIR}/gisa.pc" @ONLY)
install(
    FILES "${PROJECT_BINARY_DIR}/gisa.pc"
    DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig"
    COMPONENT development
)
