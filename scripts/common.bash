# What the scripts share; sourced by them, from the root of the project.

say() { printf '\n== %s\n' "$*"; }

# packages GROUP...: the names that scripts/packages.txt lists for these groups.
packages() {
  local group name wanted
  while read -r group name; do
    for wanted in "$@"; do
      if [[ $group == "$wanted" ]]; then echo "$name"; fi
    done
  done < scripts/packages.txt
}

is_installed() {
  [[ $(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null) == installed ]]
}

as_root() {
  if ((EUID == 0)); then "$@"; else sudo "$@"; fi
}

# install_packages GROUP...: does nothing where all of them are there.
install_packages() {
  local name missing=()
  for name in $(packages "$@"); do
    is_installed "$name" || missing+=("$name")
  done
  if ((${#missing[@]} == 0)); then
    say "All packages are installed"
    return
  fi
  say "Installing ${missing[*]}"
  as_root apt-get -qq update
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get -qq install -y --no-install-recommends "${missing[@]}"
}
