# gisa_embed(TARGET NAMESPACE NAME FILE): FILE's bytes as `NAMESPACE::NAME`, a std::string_view.
function(gisa_embed target namespace name file)
    set(source "${CMAKE_CURRENT_SOURCE_DIR}/${file}")
    set(output "${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${source}")
    file(READ "${source}" content)
    # A string literal holds at most 64 KiB in the standard's guarantee; pieces are joined by the compiler.
    string(REPLACE "\n" "\n)__\" R\"__(" content "${content}")
    file(CONFIGURE OUTPUT "${output}" @ONLY
         CONTENT "#include <string_view>\nnamespace @namespace@ {\nextern const std::string_view @name@;\nconst std::string_view @name@ = R\"__(@content@)__\";\n}\n"
    )
    target_sources(${target} PRIVATE "${output}")
endfunction()
