// What is loaded into shells: both ask `qogam complete`, so that they know what that program knows.
#include "cli/reference.h"

namespace qogam::cli {

std::string bash_completion() {
  return R"sh(# Completion of qogam for bash; made by 'qogam help --format bash'.
_qogam() {
  # Readline parts words at '=' and ':'; the program gets them whole, and what stands before is cut from its answers.
  local -a words=()
  local word i cut='' glue=
  for ((i = 1; i <= COMP_CWORD; ++i)); do
    word=${COMP_WORDS[i]}
    if [[ ${#words[@]} -gt 0 && ( -n $glue || $word == [=:]* ) ]]; then
      if ((i == COMP_CWORD)); then
        cut=${words[-1]}
        [[ $word == [=:]* ]] && cut+=${word:0:1}
      fi
      words[-1]+=$word
    else
      words+=("$word")
    fi
    [[ $word == [=:] ]] && glue=1 || glue=
  done
  local line
  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
      :files)
        compopt -o filenames 2> /dev/null
        while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "${words[-1]#"$cut"}")
        ;;
      :goes-on) compopt -o nospace 2> /dev/null ;;
      *)
        line=${line%%$'\t'*}
        COMPREPLY+=("${line#"$cut"}")
        ;;
    esac
  done < <("$1" complete -- "${words[@]}" 2> /dev/null)
  return 0
}
complete -F _qogam qogam
)sh";
}

std::string zsh_completion() {
  return R"sh(#compdef qogam
# Completion of qogam for zsh; made by 'qogam help --format zsh'.
_qogam() {
  local line files=
  local -a found blank
  for line in "${(@f)$(command "${(Q)words[1]}" complete -- "${(@Q)words[2,CURRENT]}" 2> /dev/null)}"; do
    case $line in
      '') ;;
      :files) files=1 ;;
      :goes-on) blank=(-S '') ;;
      *$'\t') found+=("${${line%$'\t'}//:/\\:}") ;;
      *) found+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}") ;;
    esac
  done
  (( $#found )) && _describe qogam found "${(@)blank}"
  [[ -n $files ]] && _files
}
_qogam "$@"
)sh";
}

}  // namespace qogam::cli
