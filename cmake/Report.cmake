# The report page, composed of src/report/page/ and Debian's JavaScript libraries and put into the program.
enable_language(ASM)

set(QOGAM_JS_DIR /usr/share/javascript CACHE PATH "Where the packages libjs-* put their files")

function(qogam_report_page target)
  set(page ${PROJECT_BINARY_DIR}/report-page.html)
  set(source ${PROJECT_BINARY_DIR}/report_page.s)
  file(GLOB parts CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/report/page/*)
  add_custom_command(
    OUTPUT ${page}
    COMMAND ${CMAKE_COMMAND} -DOUT=${page} -DPAGE_DIR=${PROJECT_SOURCE_DIR}/src/report/page -DJS_DIR=${QOGAM_JS_DIR}
      -P ${PROJECT_SOURCE_DIR}/cmake/compose_report.cmake
    DEPENDS ${parts} ${PROJECT_SOURCE_DIR}/cmake/compose_report.cmake ${PROJECT_SOURCE_DIR}/models/common/report.tsv
    COMMENT "Composing the report page" VERBATIM)
  file(CONFIGURE OUTPUT ${source} CONTENT [[
    .section .rodata
    .global qogam_report_page
    .global qogam_report_page_end
qogam_report_page:
    .incbin "@page@"
qogam_report_page_end:
    .byte 0
    .section .note.GNU-stack,"",%progbits
]] @ONLY)
  set_source_files_properties(${source} PROPERTIES OBJECT_DEPENDS ${page}
    COMPILE_OPTIONS "$<$<CXX_COMPILER_ID:Clang>:-Qunused-arguments>")  # those of C++
  target_sources(${target} PRIVATE ${source})
endfunction()
