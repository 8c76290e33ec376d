# Where libgisa looks for mecab-ko-dic when nobody names a folder: first where it is installed, then where it lay at the
# build. A colon parts the two, as in a search path.
set(GISA_INSTALLED_DICTIONARY "${CMAKE_INSTALL_FULL_DATADIR}/gisa/mecab-ko-dic")
set(default_dictionaries "${GISA_INSTALLED_DICTIONARY}")

if(GISA_DICTIONARY)
    if(NOT EXISTS "${GISA_DICTIONARY}/sys.dic")
        message(FATAL_ERROR "GISA_DICTIONARY: no compiled dictionary (sys.dic) in ${GISA_DICTIONARY}")
    endif()
    string(APPEND default_dictionaries ":${GISA_DICTIONARY}")
    # model.bin serves the training of dictionaries only.
    install(
        DIRECTORY "${GISA_DICTIONARY}/"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/gisa/mecab-ko-dic"
        COMPONENT dictionary
        PATTERN model.bin EXCLUDE
    )
else()
    message(STATUS "GISA_DICTIONARY is not set: Korean is analysed without a dictionary")
endif()

if(TARGET gisa_text)
    target_compile_definitions(gisa_text PRIVATE GISA_DEFAULT_DICTIONARIES="${default_dictionaries}")
endif()
