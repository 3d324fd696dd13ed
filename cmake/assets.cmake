# The library `assets`: every file of assets/dist as bytes in the program, with a gzip variant, and
# http::embedded_assets() to find them. Include it after the rooms.
set(ASSETS_OUT ${CMAKE_BINARY_DIR}/assets)
file(MAKE_DIRECTORY ${ASSETS_OUT})
find_program(GZIP_PROGRAM gzip REQUIRED)

# The assembler copies the file in; the compiler would need seconds to read it as an array.
function(embed symbol path)
  set(directives ".pushsection .rodata" ".hidden ${symbol}" ".hidden ${symbol}_end" ".global ${symbol}"
      ".global ${symbol}_end" "${symbol}:" ".incbin \\\"${path}\\\"" "${symbol}_end:" ".byte 0" ".popsection")
  list(JOIN directives "\\n" directives)
  string(APPEND asset_bytes "extern \"C\" const char ${symbol}[];\nextern \"C\" const char ${symbol}_end[];\n"
         "asm(\"${directives}\");\n")
  set(asset_bytes "${asset_bytes}" PARENT_SCOPE)
endfunction()

set(ASSET_TYPE_css "text/css; charset=utf-8")
set(ASSET_TYPE_js "text/javascript; charset=utf-8")
set(ASSET_TYPE_svg "image/svg+xml")

file(GLOB asset_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/assets/dist/*)
list(SORT asset_files)
set(asset_hashes "")
set(asset_bytes "")
set(asset_names "")
set(asset_rows "")
set(asset_inputs "")
set(asset_count 0)
foreach(path IN LISTS asset_files)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${path})
  get_filename_component(name ${path} NAME)
  get_filename_component(extension ${path} LAST_EXT)
  string(SUBSTRING "${extension}" 1 -1 extension)
  if(NOT DEFINED ASSET_TYPE_${extension})
    message(FATAL_ERROR "assets/dist/${name}: add the media type of .${extension} to cmake/assets.cmake")
  endif()

  set(zipped ${ASSETS_OUT}/${name}.gz)
  execute_process(COMMAND ${GZIP_PROGRAM} -9 -n -c ${path} OUTPUT_FILE ${zipped} COMMAND_ERROR_IS_FATAL ANY)
  file(SHA256 ${path} hash)
  string(APPEND asset_hashes "${name} ${hash}\n")
  list(APPEND asset_inputs ${path} ${zipped})

  set(n ${asset_count})
  math(EXPR asset_count "${asset_count} + 1")
  embed(asset_${n} ${path})
  embed(asset_${n}_gz ${zipped})
  file(SIZE ${path} plain_size)
  file(SIZE ${zipped} zipped_size)
  if(zipped_size LESS plain_size)
    set(gzip_column "between(asset_${n}_gz, asset_${n}_gz_end)")
  else()
    set(gzip_column "{}")
  endif()
  string(APPEND asset_rows
    "    {\"${name}\", \"${ASSET_TYPE_${extension}}\", between(asset_${n}, asset_${n}_end), ${gzip_column}},\n")
endforeach()

string(SHA256 ASSET_FINGERPRINT "${asset_hashes}")
string(SUBSTRING ${ASSET_FINGERPRINT} 0 16 ASSET_FINGERPRINT)
set(ASSET_BYTES "${asset_bytes}")
set(ASSET_ROWS "${asset_rows}")
configure_file(${CMAKE_CURRENT_LIST_DIR}/assets.cpp.in ${ASSETS_OUT}/embedded.cpp @ONLY)
set_source_files_properties(${ASSETS_OUT}/embedded.cpp PROPERTIES OBJECT_DEPENDS "${asset_inputs}")

add_library(assets STATIC ${ASSETS_OUT}/embedded.cpp)
target_link_libraries(assets PUBLIC http)

add_executable(assets_tests ${CMAKE_SOURCE_DIR}/tests/assets/embedded_test.cpp)
target_link_libraries(assets_tests PRIVATE assets govuk PkgConfig::sodium testing_main)
add_test(NAME assets COMMAND assets_tests WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})

# The goldens of the components are what the packages make of the option sets beside them.
find_program(NODE node)
if(NODE AND EXISTS ${CMAKE_SOURCE_DIR}/assets/node_modules/nunjucks)
  add_test(NAME goldens COMMAND ${NODE} tests/govuk/goldens.mjs --check WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  # A rebuild of the assets gives the bytes that are committed.
  add_test(NAME assets_rebuilt COMMAND assets/build.sh --check WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  # What they look like and do in a real browser.
  add_test(NAME patterns COMMAND ${NODE} tests/assets/patterns.mjs WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  set_tests_properties(patterns PROPERTIES LABELS browser TIMEOUT 120)
endif()
