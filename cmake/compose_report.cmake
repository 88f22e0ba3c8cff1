# Composes the report page: styles, libraries and scripts put into page.html.
#
#   cmake -DOUT=report.html -DPAGE_DIR=src/report/page -DJS_DIR=/usr/share/javascript -P cmake/compose_report.cmake
#
# {{data}} and {{language}} are left for the program. Scripts and styles are allowed by their hashes
# in the Content-Security-Policy, so what data might smuggle in as a script does not run.
cmake_minimum_required(VERSION 3.25)
foreach(name IN ITEMS OUT PAGE_DIR JS_DIR)
  if(NOT DEFINED ${name})
    message(FATAL_ERROR "compose_report.cmake: give -D${name}=…")
  endif()
endforeach()
if(NOT DEFINED STRINGS)
  set(STRINGS ${CMAKE_CURRENT_LIST_DIR}/../models/common/report.tsv)
endif()

# Debian: libjs-jquery, libjs-jquery-datatables, libjs-chart.js. In the order in which they run.
set(libraries jquery/jquery.min.js jquery-datatables/jquery.dataTables.min.js chart.js/chart.min.js)
# In one scope; a file may use what an earlier one makes while it is read, and everything once all are.
set(scripts data.js model.js words.js dom.js route.js search.js facts.js links.js filters.js page_buttons.js
  save_table.js table.js list_view.js charts.js overview_charts.js marks.js timeline.js view_about.js view_overview.js view_commitments.js
  view_people.js view_bodies.js view_topics.js view_articles.js view_search.js view_help.js main.js)
set(styles style.css parts.css article.css print.css)

function(read_files result folder)
  set(text "")
  foreach(name IN LISTS ARGN)
    if(NOT EXISTS "${folder}/${name}")
      message(FATAL_ERROR "compose_report.cmake: ${folder}/${name} is not there; "
        "the libraries are the packages libjs-jquery, libjs-jquery-datatables and libjs-chart.js")
    endif()
    file(READ "${folder}/${name}" content)
    string(APPEND text "${content}" "\n")
  endforeach()
  set(${result} "${text}" PARENT_SCOPE)
endfunction()

# What would end a <script> early, or make the page's parser read on behind it, in the same meaning
# to JavaScript: both can stand in texts and patterns only.
function(make_inlinable result text)
  string(REPLACE "</script" "<\\/script" text "${text}")
  string(REPLACE "<!--" "<\\!--" text "${text}")
  set(${result} "${text}" PARENT_SCOPE)
endfunction()

# 'sha256-…' of a text: CMake gives hexadecimal digits, a policy wants base64.
function(policy_hash result text)
  set(alphabet ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/)
  string(SHA256 digest "${text}")
  string(APPEND digest "00")  # 33 bytes: eleven groups of three, the last letter is the padding
  set(base64 "")
  foreach(at RANGE 0 60 6)
    string(SUBSTRING ${digest} ${at} 6 group)
    foreach(shift IN ITEMS 18 12 6 0)
      math(EXPR index "(0x${group} >> ${shift}) & 63")
      string(SUBSTRING ${alphabet} ${index} 1 letter)
      string(APPEND base64 ${letter})
    endforeach()
  endforeach()
  string(SUBSTRING ${base64} 0 43 base64)
  set(${result} "'sha256-${base64}='" PARENT_SCOPE)
endfunction()

# {{say KEY}} as a paragraph for each language: what is said before the data can be read.
function(say_strings result page)
  file(STRINGS "${STRINGS}" lines ENCODING UTF-8 REGEX "^boot_")
  foreach(line IN LISTS lines)
    string(REGEX MATCH "^([^\t]+)\t([^\t]+)\t([^\t]+)\t([^\t]+)$" row "${line}")
    string(REPLACE "{{say ${CMAKE_MATCH_1}}}"
      "<p lang=\"ru\">${CMAKE_MATCH_3}</p><p lang=\"kk\">${CMAKE_MATCH_4}</p><p lang=\"en\">${CMAKE_MATCH_2}</p>"
      page "${page}")
  endforeach()
  set(${result} "${page}" PARENT_SCOPE)
endfunction()

read_files(page "${PAGE_DIR}" page.html)
read_files(style "${PAGE_DIR}" ${styles})
read_files(boot "${PAGE_DIR}" boot.js)
read_files(library_text "${JS_DIR}" ${libraries})
read_files(app "${PAGE_DIR}" ${scripts})
string(CONCAT app "(() => {\n'use strict';\n" "${app}" "})();\n")
make_inlinable(library_text "${library_text}")
make_inlinable(app "${app}")
make_inlinable(boot "${boot}")

policy_hash(style_hash "${style}")
policy_hash(boot_hash "${boot}")
policy_hash(library_hash "${library_text}")
policy_hash(app_hash "${app}")
string(CONCAT policy "default-src 'none'; script-src ${boot_hash} ${library_hash} ${app_hash}; "
  "style-src ${style_hash}; img-src data:; base-uri 'none'; form-action 'none'")

say_strings(page "${page}")
if(page MATCHES "{{say [a-z_]+}}")
  message(FATAL_ERROR "compose_report.cmake: ${STRINGS} has no row for ${CMAKE_MATCH_0}")
endif()
# Placeholders stand once each and are looked for in what page.html itself holds, not in what goes in.
set(composed "")
foreach(part IN ITEMS policy style boot libraries app)
  string(FIND "${page}" "{{${part}}}" at)
  if(at EQUAL -1)
    message(FATAL_ERROR "compose_report.cmake: page.html has no {{${part}}}, or not in this order")
  endif()
  string(LENGTH "{{${part}}}" length)
  string(SUBSTRING "${page}" 0 ${at} before)
  math(EXPR after "${at} + ${length}")
  string(SUBSTRING "${page}" ${after} -1 page)
  if(part STREQUAL "libraries")
    string(APPEND composed "${before}" "${library_text}")
  else()
    string(APPEND composed "${before}" "${${part}}")
  endif()
endforeach()
string(APPEND composed "${page}")
file(WRITE "${OUT}" "${composed}")
