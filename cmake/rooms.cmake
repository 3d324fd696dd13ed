# room(NAME USES rooms… LINKS libraries…): the library `NAME` from src/NAME/*.cpp and the program
# `NAME_tests` from tests/NAME/*_test.cpp. A room of headers only is an interface library.
add_library(testing_main STATIC ${CMAKE_SOURCE_DIR}/tests/main.cpp)
target_include_directories(testing_main PUBLIC ${CMAKE_SOURCE_DIR}/src ${CMAKE_SOURCE_DIR}/tests)

# The headers that nearly every file includes are compiled once: in `base` for the house, in `app`
# for the rooms that use it, in `testing_main` and `app_tests` for tests, which are compiled quickly
# rather than to run fast.
option(CONCORDAT_PRECOMPILED "precompile the common headers" OFF)
set(common_headers <algorithm> <chrono> <functional> <map> <memory> <optional> <set> <string> <string_view>
                   <utility> <variant> <vector>)
set(app_headers ${CMAKE_SOURCE_DIR}/src/app/dossier.h ${CMAKE_SOURCE_DIR}/src/app/transact.h
                ${CMAKE_SOURCE_DIR}/src/json/json.h ${CMAKE_SOURCE_DIR}/src/policy/describe.h)
set(rooms_over_app app api web)
set(tests_over_app app_tests api_tests web_tests)
# Rooms, and tests, whose files get along in one translation unit: most of their time is spent on headers.
# (Coroutines and anonymous namespaces do not: http stays apart.)
set(rooms_in_one html json ledger store calendar directory govuk crypto sqlite yaml web api program
                 cli app disagreement rehearsal)
set(tests_in_one calendar json ledger store policy directory govuk disagreement crypto sqlite diagram api web main
                 app cli rehearsal)

# Those with a name of their own that a neighbour has as well are compiled by themselves.
set(apart_in_cli policy_replay policy_compare scenario_commands)
set(apart_in_app api_tokens calendars drafts expiry moves notices one_time_links own_account people policy_json
                 proofs recovery_codes sessions sign_in throttle)
set(apart_in_disagreement conditions fields guard stages)
set(apart_in_app_tests invitations_test moves_test second_factor_test sessions_test)
set(apart_in_cli_tests policy_tools_test)

# in_one(NAME rooms TARGET FOLDER): the files of FOLDER, a few at a time.
function(in_one name rooms target folder)
  if(NOT name IN_LIST rooms)
    return()
  endif()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8)
  foreach(file IN LISTS apart_in_${target})
    set_source_files_properties(${folder}/${file}.cpp PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  endforeach()
endfunction()

function(precompiled name from)
  if(NOT CONCORDAT_PRECOMPILED)
    return()
  endif()
  # Programs would be compiled -fPIE, and what was precompiled for libraries would not fit.
  set_target_properties(${name} PROPERTIES POSITION_INDEPENDENT_CODE OFF)
  target_compile_options(${name} PRIVATE -fPIC -fpch-preprocess)  # the latter for ccache
  if(name STREQUAL from)
    target_precompile_headers(${name} PRIVATE ${common_headers} ${ARGN})
    return()
  endif()
  target_precompile_headers(${name} REUSE_FROM ${from})
endfunction()

function(quickly_compiled name)
  if(NOT CONCORDAT_SANITIZE)
    target_compile_options(${name} PRIVATE -O1 -g0)
  endif()
  if(name IN_LIST tests_over_app)
    precompiled(${name} app_tests <doctest/doctest.h> ${CMAKE_SOURCE_DIR}/tests/app/world.h)
  else()
    precompiled(${name} testing_main <doctest/doctest.h>)
  endif()
endfunction()

quickly_compiled(testing_main)

function(room name)
  cmake_parse_arguments(ROOM "" "" "USES;LINKS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cpp)
  if(sources)
    add_library(${name} STATIC ${sources})
    target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
    target_link_libraries(${name} PUBLIC ${ROOM_USES} ${ROOM_LINKS})
    in_one(${name} "${rooms_in_one}" ${name} ${CMAKE_SOURCE_DIR}/src/${name})
    if(name IN_LIST rooms_over_app)
      precompiled(${name} app ${app_headers})
    elseif(name STREQUAL cli)
      precompiled(cli cli ${app_headers} <CLI/CLI.hpp>)
    else()
      precompiled(${name} base)
    endif()
  else()
    add_library(${name} INTERFACE)
    target_include_directories(${name} INTERFACE ${CMAKE_SOURCE_DIR}/src)
    target_link_libraries(${name} INTERFACE ${ROOM_USES} ${ROOM_LINKS})
  endif()

  file(GLOB tests CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/${name}/*_test.cpp)
  if(tests)
    add_executable(${name}_tests ${tests})
    target_link_libraries(${name}_tests PRIVATE ${name} testing_main ${RAPIDCHECK_LIBRARY})
    quickly_compiled(${name}_tests)
    in_one(${name} "${tests_in_one}" ${name}_tests ${CMAKE_SOURCE_DIR}/tests/${name})
    add_test(NAME ${name} COMMAND ${name}_tests WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  endif()
endfunction()
