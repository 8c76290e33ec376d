# gisa_room(NAME SOURCES a.cpp ... LINKS target ...)
# One folder of the house as a static library: its tests link it alone, libgisa takes its objects.
# The rooms named cli print and read options: they belong to the programs and stay out of libgisa.
# What a room may include is checked by tests/layers, not here.
set_property(GLOBAL PROPERTY GISA_ROOMS "")

function(gisa_room name)
    cmake_parse_arguments(ROOM "" "" "SOURCES;LINKS" ${ARGN})
    add_library(gisa_${name} STATIC ${ROOM_SOURCES})
    target_include_directories(gisa_${name} PUBLIC "${PROJECT_SOURCE_DIR}/include" "${PROJECT_SOURCE_DIR}")
    target_link_libraries(gisa_${name} PUBLIC ${ROOM_LINKS} PRIVATE gisa_warnings)
    target_compile_definitions(gisa_${name} PUBLIC GISA_INSIDE)
    get_filename_component(folder "${CMAKE_CURRENT_SOURCE_DIR}" NAME)
    if(NOT folder STREQUAL "cli")
        set_property(GLOBAL APPEND PROPERTY GISA_ROOMS gisa_${name})
    endif()
endfunction()
