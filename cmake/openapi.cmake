# docs/openapi.json as bytes in the program, for the API to answer with. After the rooms and assets.cmake.
set(asset_bytes "")
embed(openapi_text ${CMAKE_SOURCE_DIR}/docs/openapi.json)
set(OPENAPI_BYTES "${asset_bytes}")
configure_file(${CMAKE_CURRENT_LIST_DIR}/openapi.cpp.in ${CMAKE_BINARY_DIR}/openapi.cpp @ONLY)
# By itself, so that it is compiled again when the document changes.
set_source_files_properties(${CMAKE_BINARY_DIR}/openapi.cpp PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON OBJECT_DEPENDS ${CMAKE_SOURCE_DIR}/docs/openapi.json)
target_sources(api PRIVATE ${CMAKE_BINARY_DIR}/openapi.cpp)
