# room(NAME USES rooms… LINKS libraries…): the library `NAME` from src/NAME/*.cpp and the program
# `NAME_tests` from tests/NAME/*_test.cpp. A room of headers only is an interface library.
add_library(testing_main STATIC ${CMAKE_SOURCE_DIR}/tests/main.cpp)
target_include_directories(testing_main PUBLIC ${CMAKE_SOURCE_DIR}/src ${CMAKE_SOURCE_DIR}/tests)

# The standard headers that nearly every file includes are compiled once, in `base`.
option(CONCORDAT_PRECOMPILED "precompile the common standard headers" OFF)
set(common_headers <algorithm> <chrono> <functional> <map> <memory> <optional> <set> <string> <string_view>
                   <utility> <variant> <vector>)

function(precompiled name)
  if(NOT CONCORDAT_PRECOMPILED)
    return()
  endif()
  target_compile_options(${name} PRIVATE -fpch-preprocess)  # for ccache
  if(name STREQUAL base)
    target_precompile_headers(base PRIVATE ${common_headers})
    return()
  endif()
  target_precompile_headers(${name} REUSE_FROM base)
  # Programs would be compiled -fPIE, and what was precompiled for libraries would not fit.
  set_target_properties(${name} PROPERTIES POSITION_INDEPENDENT_CODE OFF)
  target_compile_options(${name} PRIVATE -fPIC)
endfunction()

function(room name)
  cmake_parse_arguments(ROOM "" "" "USES;LINKS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cpp)
  if(sources)
    add_library(${name} STATIC ${sources})
    target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
    target_link_libraries(${name} PUBLIC ${ROOM_USES} ${ROOM_LINKS})
    precompiled(${name})
  else()
    add_library(${name} INTERFACE)
    target_include_directories(${name} INTERFACE ${CMAKE_SOURCE_DIR}/src)
    target_link_libraries(${name} INTERFACE ${ROOM_USES} ${ROOM_LINKS})
  endif()

  file(GLOB tests CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/${name}/*_test.cpp)
  if(tests)
    add_executable(${name}_tests ${tests})
    target_link_libraries(${name}_tests PRIVATE ${name} testing_main ${RAPIDCHECK_LIBRARY})
    precompiled(${name}_tests)
    add_test(NAME ${name} COMMAND ${name}_tests WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  endif()
endfunction()
