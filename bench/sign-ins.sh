# shellcheck shell=bash
# Part of bench/run: how many sign-ins a second beside what two cores can check, and what a storm of them does to others.

storm=10000 # a minute
others=40   # calls a second, meanwhile

measure_sign_ins() {
  # So few a second compile what they run slowly.
  warm_up=60
  local floor rate p50 p99 errors share
  echo "Argon2id on two cores, $seconds s; load average $(uptime | sed 's/.*average[s]*: //')"
  floor=$(java_source Argon2idFloor "$seconds")
  answers 'sign in by API' 200 /api/v1/auth/login "X-Tenant: $slug" POST "$work/login.json"
  load "$warm_up" /api/v1/auth/login "X-Tenant: $slug" POST "$work/login.json" >/dev/null
  sleep "$breath"
  read -r _ rate p50 p99 errors < <(load "$seconds" /api/v1/auth/login "X-Tenant: $slug" POST "$work/login.json")
  [ "$errors" = 0 ] || failed=1
  share=$(awk -v rate="$rate" -v floor="$floor" 'BEGIN { printf "%.0f", rate * 100 / floor }')
  printf '%-26s %8s %9s %9s %8s %8s %8s\n' what req/s 'p50 ms' 'p99 ms' errors floor/s 'of floor'
  printf '%-26s %8s %9s %9s %8s %8s %8s\n' 'sign in by API' "$rate" "$p50" "$p99" "$errors" "$floor" "$share%"

  local token
  token=$(token_of customer@bench.example)
  echo
  echo "$others other calls a second, alone"
  java_source SignInStorm "$base" "$slug" "$token" "$request" "$((seconds + 5))" 0 "$others"
  echo
  echo "the same under $storm sign-ins a minute"
  java_source SignInStorm "$base" "$slug" "$token" "$request" "$((seconds * 3))" "$storm" "$others"
}
