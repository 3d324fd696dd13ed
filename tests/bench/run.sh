#!/usr/bin/env bash
# `./dev bench`: every benchmark beside its neighbour in the same run; a table, and build/bench.json.
set -euo pipefail
cd "$(dirname "$0")/../.."
build=build/release
scratch=$(mktemp -d)
server=""
nginx=""
finish() {
  if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; fi
  if [ -n "$nginx" ]; then kill "$nginx" 2>/dev/null || true; wait "$nginx" 2>/dev/null || true; fi
  rm -rf "$scratch"
}
trap finish EXIT
rows="$scratch/rows"
row() { printf '{"name":"%s","value":%s,"unit":"%s","beside":"%s","neighbour":%s,"ratio":%s}\n' "$@" | tee -a "$rows"; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.3f", (b > 0 ? a / b : 0) }'; }
milliseconds() { date +%s%3N; }
resident_mb() { awk '/VmRSS/ { printf "%.1f", $2 / 1024 }' "/proc/$1/status"; }
requests_per_second() {
  wrk -t1 -c8 -d4s "$1" | awk '/Requests\/sec/ { each = $2 } /Non-2xx/ { failed = 1 } END { if (failed || !each) exit 1; print each }' ||
    { printf '%s was answered with something else than the page\n' "$1" >&2; exit 3; }
}

"$build/engine_bench" | tee -a "$rows"
"$build/store_bench" | tee -a "$rows"

"$build/concordat" demo --data "$scratch/demo" >/dev/null
began=$(milliseconds)
"$build/concordat" serve --data "$scratch/demo" --listen 127.0.0.1:18480 >"$scratch/serve.log" 2>&1 &
server=$!
until curl -fsS -o "$scratch/page.html" http://127.0.0.1:18480/health/ready 2>/dev/null; do
  kill -0 "$server" || { cat "$scratch/serve.log"; exit 3; }
  sleep 0.01
done
row "start-up to ready, demo folder" "$(( $(milliseconds) - began ))" ms "aim" 500 "$(ratio $(( $(milliseconds) - began )) 500)"
row "resident memory, idle" "$(resident_mb $server)" MB "aim" 150 "$(ratio "$(resident_mb $server)" 150)"

curl -fsS -o "$scratch/page.html" http://127.0.0.1:18480/help
cat >"$scratch/nginx.conf" <<CONF
user $(id -un) $(id -gn); daemon off; pid $scratch/nginx.pid; error_log $scratch/nginx.log; worker_processes 1;
events { worker_connections 256; }
http { access_log off; server { listen 127.0.0.1:18481; root $scratch; location / { default_type text/html; } } }
CONF
nginx -c "$scratch/nginx.conf" -p "$scratch" 2>/dev/null &
nginx=$!
sleep 0.3
ours=$(requests_per_second http://127.0.0.1:18480/help)
theirs=$(requests_per_second http://127.0.0.1:18481/page.html)
row "a page rendered, 8 connections" "$ours" req/s "nginx with the same bytes as a file" "$theirs" "$(ratio "$ours" "$theirs")"
row "resident memory, loaded" "$(resident_mb $server)" MB "aim" 150 "$(ratio "$(resident_mb $server)" 150)"

kill "$server"; wait "$server" 2>/dev/null || true
many=${CONCORDAT_BENCH_MANY:-100000}
printf '» filling a folder with %s disagreements\n' "$many" >&2
facts=$("$build/many_disagreements" "$scratch/demo" "$many" "$((many / 20))")
fact() { printf '%s' "$facts" | sed "s/.*\"$1\":\"\{0,1\}\([^\",}]*\).*/\1/"; }
token_of() {
  "$build/concordat" token add --data "$scratch/demo" --person "$1" --days 1 --scope read --scope act --scope register --json |
    sed -n 's/.*"token": *"\([^"]*\)".*/\1/p'
}
token=$(token_of "$(fact person)")
raiser=$(token_of "$(fact raiser)")
began=$(milliseconds)
"$build/concordat" serve --data "$scratch/demo" --listen 127.0.0.1:18480 >"$scratch/serve.log" 2>&1 &
server=$!
until curl -fsS -o /dev/null http://127.0.0.1:18480/health/ready 2>/dev/null; do
  kill -0 "$server" || { cat "$scratch/serve.log"; exit 3; }
  sleep 0.01
done
ready=$(( $(milliseconds) - began ))
row "start-up to ready, $many disagreements ($(fact entries) entries)" "$ready" ms "aim" 500 "$(ratio "$ready" 500)"
node tests/bench/pages.mjs http://127.0.0.1:18480 http://127.0.0.1:18481 "$scratch" "$facts" "$token" "$raiser" | tee -a "$rows"
row "resident memory, $many disagreements, loaded" "$(resident_mb $server)" MB "aim" 150 "$(ratio "$(resident_mb $server)" 150)"

{ printf '[\n'; sed '$!s/$/,/' "$rows"; printf ']\n'; } > build/bench.json
printf '\n%-48s %12s %-10s  %6s  %s\n' what value unit ratio beside
awk '
  function text(key) { return match($0, "\"" key "\":\"[^\"]*\"") ? substr($0, RSTART + length(key) + 4, RLENGTH - length(key) - 5) : "" }
  function number(key) { return match($0, "\"" key "\":[0-9.]+") ? substr($0, RSTART + length(key) + 3, RLENGTH - length(key) - 3) : "" }
  { printf "%-48s %12s %-10s  %6s  %s\n", text("name"), number("value"), text("unit"), number("ratio"), text("beside") }' "$rows"
