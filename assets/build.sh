#!/bin/sh
# Makes assets/dist from the sources beside this script, or another folder that is named. The result is
# committed, so that building the program needs no Node; with --check a rebuild has to give the same bytes.
set -eu
cd "$(dirname "$0")"
out=${1:-dist}
if [ "$out" = --check ]; then
    out=$(mktemp -d)
    trap 'rm -rf "$out"' EXIT
fi
if [ ! -d node_modules/@ministryofjustice/frontend ]; then
    npm ci --ignore-scripts
fi
moj=node_modules/@ministryofjustice/frontend/moj
npx --no-install sass --load-path=. --load-path=node_modules --quiet-deps --style=compressed --no-source-map scss/app.scss "$out/app.css"
cp node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.js "$moj/moj-frontend.min.js" "$out"
# The maps that they name are not served.
sed -i 's|//# sourceMappingURL=.*||' "$out/govuk-frontend.min.js" "$out/moj-frontend.min.js"
# The pictures that the style sheet names.
for picture in $(grep -o 'url([^)]*)' "$out/app.css" | tr -d '"' | sed 's/url(\(.*\))/\1/' | sort -u); do
    cp "$moj/assets/images/$picture" "$out"
done
cp js/init.js icons/favicon.svg "$out"
if [ "${1:-}" = --check ]; then diff -r "$out" dist; fi
