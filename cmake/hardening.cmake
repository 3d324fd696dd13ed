# Compiler settings for every target: warnings are errors, and the release is hardened.
set(CONCORDAT_SANITIZE "" CACHE STRING "sanitizers to build with, as -fsanitize= takes them")

if(CMAKE_CXX_COMPILER_ID STREQUAL Clang)
  # Only the fuzzers are built with it; gcc says what is wrong with the code.
  add_compile_options(-w -fno-omit-frame-pointer -fconstexpr-steps=1000000000)
else()
add_compile_options(
  -Wall -Wextra -Werror -Wformat=2 -Wconversion -Wimplicit-fallthrough -Wtrampolines
  -Wbidi-chars=any -Wswitch -Wnon-virtual-dtor -Woverloaded-virtual
  # GCC 12 warns of designated initializers that rightly leave the rest to its defaults.
  -Wno-missing-field-initializers
  -fno-omit-frame-pointer -ffile-prefix-map=${CMAKE_SOURCE_DIR}/=)
endif()

if(CONCORDAT_SANITIZE)
  add_compile_options(-O1 -g1 -fsanitize=${CONCORDAT_SANITIZE} -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${CONCORDAT_SANITIZE})
  add_compile_options(-Wno-maybe-uninitialized)  # GCC 12, with what a sanitizer adds, says so of std::regex
  if(CONCORDAT_SANITIZE STREQUAL thread)
    add_compile_options(-Wno-tsan)  # Asio's fences, which that sanitizer does not see, guard nothing of ours
  endif()
else()
  set(CMAKE_CXX_FLAGS_RELEASE "-O2 -g1")
  add_compile_options(
    -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -D_GLIBCXX_ASSERTIONS -ftrivial-auto-var-init=zero
    -fzero-call-used-regs=used-gpr -fstack-protector-strong -fstack-clash-protection
    -fcf-protection=full -fno-delete-null-pointer-checks -fno-strict-overflow)
  add_link_options(-pie -Wl,-z,relro,-z,now,-z,noexecstack,-z,nodlopen,-z,separate-code)
endif()

find_program(MOLD_LINKER mold)
if(MOLD_LINKER)
  add_link_options(-fuse-ld=mold)
endif()

# For the tests of the folder in which it is called: what happens inside libraries that no sanitizer sees into.
function(know_faults_of_libraries)
  if(CONCORDAT_SANITIZE STREQUAL thread)
    set(known "TSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/tsan.supp")
  elseif(CONCORDAT_SANITIZE MATCHES address)
    set(known "LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/lsan.supp:print_suppressions=0")
  endif()
  if(known)
    get_property(tests DIRECTORY PROPERTY TESTS)
    set_property(TEST ${tests} APPEND PROPERTY ENVIRONMENT "${known}")
  endif()
endfunction()
