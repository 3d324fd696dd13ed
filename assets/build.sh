#!/bin/sh
# Makes assets/dist from the sources beside this script. The result is committed, so that building
# the program needs no Node; a rebuild gives the same bytes.
set -eu
cd "$(dirname "$0")"
if [ ! -d node_modules/@ministryofjustice/frontend ]; then
    npm ci --ignore-scripts
fi
npx --no-install sass --load-path=. --load-path=node_modules --quiet-deps --style=compressed --no-source-map scss/app.scss dist/app.css
moj=node_modules/@ministryofjustice/frontend/moj
cp node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.js "$moj/moj-frontend.min.js" dist/
# The maps that they name are not served.
sed -i 's|//# sourceMappingURL=.*||' dist/govuk-frontend.min.js dist/moj-frontend.min.js
# The pictures that the style sheet names.
for picture in $(grep -o 'url([^)]*)' dist/app.css | tr -d '"' | sed 's/url(\(.*\))/\1/' | sort -u); do
    cp "$moj/assets/images/$picture" dist/
done
cp js/init.js icons/favicon.svg dist/
