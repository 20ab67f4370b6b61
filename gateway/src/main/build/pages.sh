#!/bin/sh
# Builds and tests the pages (src/main/webui) for Maven; does again only what has become stale.
#   pages.sh build              npm ci when the lock file changed, vite build when a source is newer than dist
#   pages.sh contracts [skip]   holds contracts/*.json to contracts/.spectral.yaml, unless nothing changed since
#   pages.sh test [skip]        npm test, unless Maven was told -DskipTests, or nothing changed since it was last green
set -eu
here=$(cd "$(dirname "$0")/../../.." && pwd)
cd "$here/src/main/webui" 2>/dev/null || { echo "pages: src/main/webui is not there"; exit 0; }
[ -f package.json ] || { echo "pages: there is no package.json yet"; exit 0; }
command -v npm >/dev/null || { echo "pages: npm is missing; install Node.js 20.19 or newer, or build with -Dskip.webui=true" >&2; exit 1; }

# Everything that goes into the pages; tests and formatting too, so that `test` sees their changes.
newer_than() {
  [ -e "$1" ] || return 0
  [ -n "$(find . \( -name node_modules -o -name dist -o -name components.d.ts \) -prune -o -type f -newer "$1" -print | head -n 1)" ]
}

install() {
  lock=$(cksum <package-lock.json)
  stamp=node_modules/.onegrid-lock
  if [ ! -f "$stamp" ] || [ "$lock" != "$(cat "$stamp")" ]; then
    npm ci --no-fund --no-audit --loglevel=error
    printf '%s\n' "$lock" >"$stamp"
  fi
}

case "$1" in
build)
  install
  if newer_than dist/index.html; then
    npm run build --silent
    touch dist/index.html
  else
    echo "pages: nothing changed"
  fi
  ;;
contracts)
  [ "${2:-false}" = true ] && exit 0
  install
  stamp=node_modules/.onegrid-contracts
  for file in openapi.json asyncapi.json .spectral.yaml; do
    if [ ! "$stamp" -nt "../../../../contracts/$file" ]; then
      npm run contracts --silent
      touch "$stamp"
      break
    fi
  done
  ;;
test)
  [ "${2:-false}" = true ] && exit 0
  install
  if newer_than node_modules/.onegrid-tested; then
    npm test --silent
    touch node_modules/.onegrid-tested
  fi
  ;;
esac
