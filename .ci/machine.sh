# What ./run and ./check share: the packages they need, and steps that say how they went.
# Sourced, not run. Sets nothing but functions and arrays.

build_packages=(
  g++ cmake ninja-build pkg-config
  libsqlitecpp-dev libsqlite3-dev libsodium-dev
  libimgui-dev libglfw3-dev libgl-dev libfreetype-dev libfontconfig-dev libstb-dev
  libexpected-dev libfmt-dev libhowardhinnant-date-dev libcli11-dev nlohmann-json3-dev
  libical-dev libpango1.0-dev libglib2.0-dev
  fonts-inter fonts-noto-core fonts-fork-awesome tzdata
  libgl1-mesa-dri xvfb xauth
)
test_packages=(catch2 librapidcheck-dev python3 python3-icalendar poppler-utils)

log=build/log.txt
step_number=0

# step "Words for people" command...   Runs it with its output in the log; one line tells how it went.
step() {
  local words=$1 started=$SECONDS
  shift
  step_number=$((step_number + 1))
  if [ -t 1 ]; then printf '[%d] %s ...' "$step_number" "$words"; fi
  if "$@" >>"$log" 2>&1; then
    if [ -t 1 ]; then printf '\r'; fi
    printf '[%d] %s: done in %d s\n' "$step_number" "$words" $((SECONDS - started))
  else
    if [ -t 1 ]; then printf '\n'; fi
    tail -n 25 "$log" >&2
    printf 'failed: %s. The whole output is in %s\n' "$words" "$log" >&2
    exit 1
  fi
}

# need_packages name...   Installs those that are missing, after saying which.
need_packages() {
  local missing=() name
  for name in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || missing+=("$name")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  if ! command -v apt-get >/dev/null; then
    printf 'failed: this needs Debian 12 or 13, or these by hand: %s\n' "${missing[*]}" >&2
    exit 1
  fi
  printf 'Installing %d packages: %s\n' ${#missing[@]} "${missing[*]}"
  local as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  step "Package lists" "${as_root[@]}" apt-get update
  step "Packages" "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y --no-install-recommends "${missing[@]}"
}

start_log() {
  mkdir -p build
  : >"$log"
}
