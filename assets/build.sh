#!/bin/sh
# Makes assets/dist from the sources beside this script. The result is committed, so that building
# the program needs no Node; a rebuild gives the same bytes.
set -eu
cd "$(dirname "$0")"
if [ ! -d node_modules/govuk-frontend ]; then
    npm ci
fi
npx --no-install sass --load-path=node_modules --quiet-deps --style=compressed --no-source-map scss/app.scss dist/app.css
cp node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.js dist/govuk-frontend.min.js
# The map that it names is not served.
sed -i 's|//# sourceMappingURL=.*||' dist/govuk-frontend.min.js
cp js/init.js icons/favicon.svg dist/
