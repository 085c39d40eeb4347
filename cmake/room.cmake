# How rooms, programs and tests are built. The table of who may include whom stands in CMakeLists.txt.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()
set(CMAKE_CXX_FLAGS_RELEASE "-O2")
set(CMAKE_C_FLAGS_RELEASE "-O2")

option(SANITIZE "address and undefined-behaviour sanitizers" OFF)
option(EXCEPTIONS "compile with exceptions and RTTI, which our rooms never use" OFF)
set(DEPENDENCIES ${CMAKE_SOURCE_DIR}/.deps CACHE PATH "where scripts/setup put fetched sources")

set(IMGUI_SOURCE ${DEPENDENCIES}/imgui)
set(SQLITE_SOURCE ${CMAKE_SOURCE_DIR}/node_modules/better-sqlite3/deps/sqlite3)

# GCC 12 warns falsely of overlapping copies inside std::string when it inlines (its bug 105651).
set(HOUSE_FLAGS -Wall -Wextra -Wshadow -Wconversion -Wno-sign-conversion $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict> -Werror)
set(LANGUAGE_FLAGS)
if(NOT EXCEPTIONS)
  set(LANGUAGE_FLAGS -fno-exceptions -fno-rtti)
endif()
if(SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer -g1)
  add_link_options(-fsanitize=address,undefined)
endif()

# Header-only libraries are linked into folders of their own: the system's include path must never reach emcc,
# and a room sees only the libraries it names.
function(link_into folder name target)
  file(MAKE_DIRECTORY ${folder})
  if(NOT EXISTS ${target})
    message(FATAL_ERROR "${target} is missing: run scripts/setup")
  endif()
  file(CREATE_LINK ${target} ${folder}/${name} SYMBOLIC)
endfunction()

link_into(${CMAKE_BINARY_DIR}/external/nlohmann nlohmann /usr/include/nlohmann)
link_into(${CMAKE_BINARY_DIR}/external/doctest doctest /usr/include/doctest)
link_into(${CMAKE_BINARY_DIR}/external/boost boost /usr/include/boost)

add_library(external_nlohmann INTERFACE)
target_include_directories(external_nlohmann SYSTEM INTERFACE ${CMAKE_BINARY_DIR}/external/nlohmann)
# nlohmann decides for itself whether to throw from the compiler's flags.
target_compile_definitions(external_nlohmann INTERFACE JSON_DIAGNOSTICS=0)

add_library(external_boost INTERFACE)
target_include_directories(external_boost SYSTEM INTERFACE ${CMAKE_BINARY_DIR}/external/boost)
if(NOT EXCEPTIONS)
  target_compile_definitions(external_boost INTERFACE BOOST_NO_EXCEPTIONS BOOST_MATH_STANDALONE)
endif()

add_library(external_doctest INTERFACE)
target_include_directories(external_doctest SYSTEM INTERFACE ${CMAKE_BINARY_DIR}/external/doctest)
if(NOT EXCEPTIONS)
  target_compile_definitions(external_doctest INTERFACE DOCTEST_CONFIG_NO_EXCEPTIONS_BUT_WITH_ALL_ASSERTS)
endif()

# The options SQLite recommends, less what the engine needs: memory status for the heap limit, progress handler.
# No operating system layer: databases live in memory, and sql/no_files_vfs.cpp says the time.
add_library(external_sqlite STATIC ${SQLITE_SOURCE}/sqlite3.c)
target_include_directories(external_sqlite SYSTEM PUBLIC ${SQLITE_SOURCE})
target_compile_definitions(external_sqlite
  PUBLIC SQLITE_DQS=0 SQLITE_OMIT_DEPRECATED SQLITE_OMIT_LOAD_EXTENSION
  PRIVATE SQLITE_THREADSAFE=0 SQLITE_LIKE_DOESNT_MATCH_BLOBS SQLITE_MAX_EXPR_DEPTH=1000 SQLITE_OMIT_SHARED_CACHE
          SQLITE_USE_ALLOCA SQLITE_STRICT_SUBTYPE=1 SQLITE_DEFAULT_MEMSTATUS=1 SQLITE_ENABLE_MATH_FUNCTIONS
          SQLITE_ENABLE_COLUMN_METADATA SQLITE_TEMP_STORE=3 SQLITE_OMIT_AUTOINIT SQLITE_ENABLE_PERCENTILE
          SQLITE_OMIT_UTF16 SQLITE_OS_OTHER=1 SQLITE_OMIT_WAL SQLITE_OMIT_TRACE 
          SQLITE_OMIT_INCRBLOB SQLITE_OMIT_GET_TABLE SQLITE_OMIT_TCL_VARIABLE SQLITE_OMIT_AUTORESET
          SQLITE_OMIT_COMPILEOPTION_DIAGS SQLITE_OMIT_INTROSPECTION_PRAGMAS SQLITE_OMIT_INTEGRITY_CHECK
          SQLITE_OMIT_AUTOVACUUM SQLITE_OMIT_COMPLETE SQLITE_OMIT_SCHEMA_VERSION_PRAGMAS SQLITE_OMIT_LOCALTIME
          SQLITE_UNTESTABLE)
# -Os would be 60 kB gzip smaller and 7 % slower.
target_compile_options(external_sqlite PRIVATE -w $<$<BOOL:${EMSCRIPTEN}>:-O2>)

add_library(external_imgui STATIC
  ${IMGUI_SOURCE}/imgui.cpp ${IMGUI_SOURCE}/imgui_draw.cpp ${IMGUI_SOURCE}/imgui_tables.cpp ${IMGUI_SOURCE}/imgui_widgets.cpp)
target_include_directories(external_imgui SYSTEM PUBLIC ${IMGUI_SOURCE})
target_compile_definitions(external_imgui PUBLIC
  IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_DEBUG_TOOLS IMGUI_DISABLE_OBSOLETE_FUNCTIONS IMGUI_DISABLE_FILE_FUNCTIONS
  IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS IMGUI_DISABLE_DEFAULT_FONT IMGUI_USE_WCHAR32)
target_compile_options(external_imgui PRIVATE -w -fno-exceptions -fno-rtti $<$<BOOL:${SANITIZE}>:-fno-sanitize=all>)

function(externals target)
  foreach(name IN LISTS ARGN)
    target_link_libraries(${target} PUBLIC external_${name})
  endforeach()
endfunction()

# A folder that holds links to the named rooms and nothing else: the include path of whoever may see just these.
function(window_onto target)
  set(window ${CMAKE_BINARY_DIR}/windows/${target})
  file(REMOVE_RECURSE ${window})
  foreach(room IN LISTS ARGN)
    get_filename_component(above ${window}/${room} DIRECTORY)
    file(MAKE_DIRECTORY ${above})
    file(CREATE_LINK ${CMAKE_SOURCE_DIR}/src/${room} ${window}/${room} SYMBOLIC)
  endforeach()
  target_include_directories(${target} PRIVATE ${window})
  target_compile_options(${target} PRIVATE ${HOUSE_FLAGS} $<$<COMPILE_LANGUAGE:CXX>:${LANGUAGE_FLAGS}>)
endfunction()

function(room_target room result)
  string(REPLACE "/" "_" flat ${room})
  set(${result} room_${flat} PARENT_SCOPE)
endfunction()

# room(engine MAY_INCLUDE base model sql EXTERNAL nlohmann)
function(room room)
  cmake_parse_arguments(ROOM "" "" "MAY_INCLUDE;EXTERNAL" ${ARGN})
  room_target(${room} target)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${room}/*.cpp)
  file(GLOB headers CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${room}/*.h)
  # Each header is compiled once by itself, so that it stands alone.
  if(SANITIZE)
    foreach(header IN LISTS headers)
      get_filename_component(name ${header} NAME_WE)
      set(alone ${CMAKE_BINARY_DIR}/alone/${room}/${name}.cpp)
      file(CONFIGURE OUTPUT ${alone} CONTENT "#include \"${room}/${name}.h\"\n")
      set_source_files_properties(${alone} PROPERTIES COMPILE_OPTIONS "-O0;-g0;-fno-sanitize=all")
      list(APPEND sources ${alone})
    endforeach()
  endif()
  if(NOT sources)  # room still empty
    file(WRITE ${CMAKE_BINARY_DIR}/alone/${room}/empty.cpp "")
    set(sources ${CMAKE_BINARY_DIR}/alone/${room}/empty.cpp)
  endif()
  add_library(${target} STATIC ${sources})
  window_onto(${target} ${room} ${ROOM_MAY_INCLUDE})
  # What the page loads first is made small; what runs queries is made quick.
  if(EMSCRIPTEN AND room MATCHES "^(stats|engine|ui/kit)$")
    target_compile_options(${target} PRIVATE -Os)
  elseif(EMSCRIPTEN AND NOT room MATCHES "^(base|sql)$")
    target_compile_options(${target} PRIVATE -Oz)
  endif()
  externals(${target} ${ROOM_EXTERNAL})
  foreach(lower IN LISTS ROOM_MAY_INCLUDE)
    room_target(${lower} lower_target)
    if(NOT TARGET ${lower_target})
      message(FATAL_ERROR "Room ${room} may not include ${lower}: it is not on a lower floor (not declared above).")
    endif()
    target_link_libraries(${target} PUBLIC ${lower_target})
  endforeach()
endfunction()

# program(loopready SOURCES ... ROOMS ... EXTERNAL ...)
function(program name)
  cmake_parse_arguments(PROGRAM "" "" "SOURCES;ROOMS;EXTERNAL" ${ARGN})
  list(TRANSFORM PROGRAM_SOURCES PREPEND ${CMAKE_SOURCE_DIR}/)
  foreach(source IN LISTS PROGRAM_SOURCES)
    if(NOT EXISTS ${source})
      message(STATUS "program ${name} waits for ${source}")
      return()
    endif()
  endforeach()
  add_executable(${name} ${PROGRAM_SOURCES})
  window_onto(${name} platform ${PROGRAM_ROOMS})
  foreach(room IN LISTS PROGRAM_ROOMS)
    room_target(${room} target)
    target_link_libraries(${name} PRIVATE ${target})
  endforeach()
  externals(${name} ${PROGRAM_EXTERNAL})
endfunction()

# web_module(app LoopreadyApp FUNCTIONS lr_frame ... FLAGS ...): an ES module that makes the named factory.
function(web_module name factory)
  if(NOT TARGET ${name})
    return()
  endif()
  cmake_parse_arguments(WEB "" "" "FUNCTIONS;FLAGS" ${ARGN})
  list(TRANSFORM WEB_FUNCTIONS PREPEND _)
  list(JOIN WEB_FUNCTIONS "," functions)
  set_target_properties(${name} PROPERTIES SUFFIX .mjs OUTPUT_NAME ${name})
  target_link_options(${name} PRIVATE --no-entry -sMODULARIZE=1 -sEXPORT_ES6=1 -sUSE_ES6_IMPORT_META=0 -sEXPORT_NAME=${factory}
    -sEXPORTED_FUNCTIONS=${functions},_malloc,_free -sEXPORTED_RUNTIME_METHODS=HEAPU8,HEAP32,UTF8ToString
    -sALLOW_MEMORY_GROWTH=1 -sFILESYSTEM=0 -sDYNAMIC_EXECUTION=0 -sTOTAL_STACK=1048576 -sMALLOC=dlmalloc ${WEB_FLAGS})
endfunction()

# tests(ROOMS base model ...): one program, one ctest entry per room.
function(tests)
  cmake_parse_arguments(TESTS "" "" "ROOMS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/tests/fuzz/")  # a program of its own
  add_executable(loopready_tests ${sources})
  window_onto(loopready_tests ${TESTS_ROOMS})
  target_include_directories(loopready_tests PRIVATE ${CMAKE_SOURCE_DIR}/tests)
  target_compile_definitions(loopready_tests PRIVATE SOURCE_DIR=".")
  externals(loopready_tests nlohmann doctest)
  if(SANITIZE)  # the rooms are under test, not the tests: a third less to compile
    target_compile_options(loopready_tests PRIVATE -fno-sanitize=undefined)
  endif()
  foreach(room IN LISTS TESTS_ROOMS)
    room_target(${room} target)
    target_link_libraries(loopready_tests PRIVATE ${target})
  endforeach()
  if(EMSCRIPTEN)
    # Tests read content and references from the disk: this program alone gets a file system, Node's.
    target_link_options(loopready_tests PRIVATE -sENVIRONMENT=node -sNODERAWFS=1 -sALLOW_MEMORY_GROWTH=1
      -sTOTAL_STACK=1048576 -sEXIT_RUNTIME=1)
    file(WRITE ${CMAKE_BINARY_DIR}/package.json "{\"type\": \"commonjs\"}\n")  # how Node takes the program's script
    set(run ${CMAKE_SOURCE_DIR}/scripts/lib/node-run $<TARGET_FILE:loopready_tests>)
  else()
    set(run $<TARGET_FILE:loopready_tests>)
  endif()
  foreach(room IN LISTS TESTS_ROOMS)
    add_test(NAME ${room} COMMAND ${run} --source-file=*tests/${room}/* --no-colors=1 WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
    set_tests_properties(${room} PROPERTIES FAIL_REGULAR_EXPRESSION "test cases: +0 ")
  endforeach()
endfunction()
