# Keeps the layers apart: reads every #include line and fails on one that its folder may not have.
# Run as a test: cmake -DROOT=<repository> -P tests/layering.cmake
set(rules   # folder | what it may not include
  "planner|^(db/|ui/|imgui|GLFW|SQLiteCpp|sqlite3|nlohmann/|backends/)"
  "planner/base|^planner/(domain|edit|curriculum|schedule|progress|careers|development|report|ports)/"
  "planner/domain|^planner/(edit|curriculum|schedule|progress|careers|development|report|ports)/"
  "planner/edit|^planner/(curriculum|progress|careers|development|report|ports)/"
  "planner/curriculum|^planner/(schedule|progress|careers|development|report|ports)/"
  "planner/report|^planner/ports/"
  "db|^(ui/|imgui|GLFW)"
  "ui/app|^(db/|imgui|GLFW|SQLiteCpp|sqlite3|ui/(models|print|widgets|views|desktop|cli))"
  "ui/models|^(db/|imgui|GLFW|SQLiteCpp|sqlite3|ui/(print|widgets|views|desktop|cli))"
  "ui/geometry|^(db/|planner/|imgui|GLFW|SQLiteCpp|sqlite3|ui/(app|models|print|widgets|views|desktop|cli))"
  "ui/print|^(db/|imgui|GLFW|SQLiteCpp|sqlite3|ui/(app|widgets|views|desktop|cli))"
  "ui/widgets|^(db/|planner/|SQLiteCpp|sqlite3|GLFW|ui/(app|models|print|views|desktop|cli))"
  "ui/views|^(db/|SQLiteCpp|sqlite3|GLFW|ui/(print|desktop|cli))"
  "ui/cli|^(imgui|GLFW|ui/(widgets|views|desktop))")

set(broken 0)
set(read 0)
foreach(rule ${rules})
  string(FIND "${rule}" "|" bar)
  string(SUBSTRING "${rule}" 0 ${bar} folder)
  math(EXPR after "${bar} + 1")
  string(SUBSTRING "${rule}" ${after} -1 forbidden)
  file(GLOB_RECURSE files ${ROOT}/${folder}/*.hpp ${ROOT}/${folder}/*.cpp)
  foreach(file ${files})
    math(EXPR read "${read} + 1")
    file(STRINGS ${file} lines REGEX "^[ \t]*#[ \t]*include")
    foreach(line ${lines})
      string(REGEX REPLACE "^[ \t]*#[ \t]*include[ \t]*[<\"]([^>\"]*)[>\"].*" "\\1" path "${line}")
      if(path MATCHES "${forbidden}")
        file(RELATIVE_PATH shown ${ROOT} ${file})
        message("${shown}: may not include ${path}")
        math(EXPR broken "${broken} + 1")
      endif()
    endforeach()
  endforeach()
endforeach()
# The time-zone library has one door.
file(GLOB_RECURSE files ${ROOT}/planner/*.hpp ${ROOT}/planner/*.cpp ${ROOT}/db/*.?pp ${ROOT}/ui/*.?pp)
foreach(file ${files})
  file(STRINGS ${file} lines REGEX "^[ \t]*#[ \t]*include[ \t]*<date/")
  if(lines AND NOT file MATCHES "planner/base/zone.cpp$")
    message("${file}: only planner/base/zone.cpp may include date/tz.h")
    math(EXPR broken "${broken} + 1")
  endif()
endforeach()
if(read LESS 20)
  message(FATAL_ERROR "layering: only ${read} files found below ${ROOT}: is ROOT right?")
endif()
if(broken GREATER 0)
  message(FATAL_ERROR "layering: ${broken} forbidden includes")
endif()
message("layering: ${read} files, no forbidden include")
