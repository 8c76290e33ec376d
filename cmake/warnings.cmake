# One INTERFACE target, linked PRIVATE by everything of ours.
option(GISA_WARNINGS_AS_ERRORS "Treat the compiler's warnings as errors" ${PROJECT_IS_TOP_LEVEL})
add_library(gisa_warnings INTERFACE)
target_compile_options(
    gisa_warnings
    INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual
              # Designated initializers leave members at their defaults on purpose.
              -Wno-missing-field-initializers
              # At -O3 gcc 12 sees overlaps inside std::string that cannot be (GCC bug 105651).
              $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
)
if(GISA_WARNINGS_AS_ERRORS)
    target_compile_options(gisa_warnings INTERFACE -Werror)
endif()
if(GISA_SANITIZE)
    add_compile_options(-fsanitize=${GISA_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${GISA_SANITIZE})
endif()
