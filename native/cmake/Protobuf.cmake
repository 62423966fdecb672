# nanopb code and the bytes of the shipped target descriptions, made from backends/board and never committed.
find_program(MNEME_PROTOC protoc)
find_path(NANOPB_INCLUDE pb_decode.h PATH_SUFFIXES nanopb)
find_library(NANOPB_LIBRARY NAMES protobuf-nanopb)
find_program(NANOPB_GENERATOR NAMES nanopb_generator.py nanopb_generator)

# A Python that has google.protobuf: the first one on the PATH need not.
set(MNEME_PYTHON "" CACHE FILEPATH "a Python that has google.protobuf")
if(NOT MNEME_PYTHON)
  foreach(candidate /usr/bin/python3 python3 /usr/local/bin/python3 python)
    execute_process(COMMAND ${candidate} -c "import google.protobuf" RESULT_VARIABLE missing OUTPUT_QUIET ERROR_QUIET)
    if(missing EQUAL 0)
      set(MNEME_PYTHON ${candidate} CACHE FILEPATH "" FORCE)
      break()
    endif()
  endforeach()
endif()

set(name_of_MNEME_PROTOC "protoc")
set(name_of_NANOPB_INCLUDE "pb_decode.h of nanopb")
set(name_of_NANOPB_LIBRARY "the library of nanopb")
set(name_of_NANOPB_GENERATOR "the generator of nanopb")
set(name_of_MNEME_PYTHON "a Python with google.protobuf")
foreach(needed MNEME_PROTOC NANOPB_INCLUDE NANOPB_LIBRARY NANOPB_GENERATOR MNEME_PYTHON)
  if(NOT ${needed})
    # One line: maven/BuildNative.java repeats it.
    message(STATUS "missing: ${name_of_${needed}}")
    message(FATAL_ERROR "on Debian: apt install protobuf-compiler nanopb libnanopb-dev python3-protobuf")
  endif()
endforeach()

set(proto_dir "${MNEME_BOARD_SOURCES}/proto")
set(generated_dir "${CMAKE_BINARY_DIR}/generated")
file(MAKE_DIRECTORY "${generated_dir}")

set(generated_sources)
foreach(name target program)
  set(proto "${proto_dir}/mneme/board/${name}.proto")
  add_custom_command(
    OUTPUT "${generated_dir}/mneme/board/${name}.pb.c" "${generated_dir}/mneme/board/${name}.pb.h"
    COMMAND "${MNEME_PYTHON}" "${NANOPB_GENERATOR}" -q -s no_unions:true -I "${proto_dir}" -D "${generated_dir}" "mneme/board/${name}.proto"
    DEPENDS "${proto}"
    WORKING_DIRECTORY "${proto_dir}"
    VERBATIM)
  list(APPEND generated_sources "${generated_dir}/mneme/board/${name}.pb.c" "${generated_dir}/mneme/board/${name}.pb.h")
endforeach()

# Every description as it is sent, in an array.
file(GLOB descriptions CONFIGURE_DEPENDS "${MNEME_BOARD_SOURCES}/resources/org/mneme/board/targets/*.textproto")
add_custom_command(
  OUTPUT "${generated_dir}/shipped.c"
  COMMAND ${CMAKE_COMMAND} "-DPROTOC=${MNEME_PROTOC}" "-DPROTO_DIR=${proto_dir}" "-DOUTPUT=${generated_dir}/shipped.c"
          "-DDESCRIPTIONS=${descriptions}" -P "${CMAKE_CURRENT_LIST_DIR}/EmbedTargets.cmake"
  DEPENDS ${descriptions} "${proto_dir}/mneme/board/target.proto" "${CMAKE_CURRENT_LIST_DIR}/EmbedTargets.cmake"
  VERBATIM)
list(APPEND generated_sources "${generated_dir}/shipped.c")

add_library(mneme_generated OBJECT ${generated_sources})
target_include_directories(mneme_generated PUBLIC "${generated_dir}" "${NANOPB_INCLUDE}" "${CMAKE_CURRENT_SOURCE_DIR}/drivers/emulator")
