# shellcheck shell=bash disable=SC2154
# Read by bench/run --payments: paying through the sandbox with the ledger on, a gateway's notices, and the books when a
# million entries stand in them.

entries=1000000
notices=60000
secret=sk_test_bench

sql() {
  PGPASSWORD=$(sed -n 's/^gm_owner=//p' "$work/data/postgres.properties") \
    "$psql" -qAt -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$(sed -n 's/^port=//p' "$work/data/postgres.properties")" -U gm_owner gm "$@"
}

# WHAT SCRIPT PATH HEADER ARGUMENTS...
put_through() {
  local what=$1 script=$2 path=$3 header=$4 rate p50 p99 errors
  shift 4
  read -r _ rate p50 p99 errors < <(wrk -t 2 -c "$connections" -d "${warm_up}s" --timeout 10s -H "$header" -s "bench/$script.lua" \
    "$base$path" -- "$1" "${2:+$2-warm}" | grep '^result ')
  read -r _ rate p50 p99 errors < <(wrk -t 2 -c "$connections" -d "${seconds}s" --timeout 10s -H "$header" -s "bench/$script.lua" \
    "$base$path" -- "$1" "${2:-}" | grep '^result ')
  [ "$errors" = 0 ] || failed=1
  printf '%-26s %8s %9s %9s %8s\n' "$what" "$rate" "$p50" "$p99" "$errors"
  printf '%s\t%s\t%s\n' "$what" "$p99" "$rate" >>"$work/measured"
}

measure_payments() {
  sql -v tenant="$tenant" -v entries="$entries" -f bench/ledger.sql >"$work/ledger.log" || fail "the ledger is not laid in"
  echo "$connections connections, $seconds s each after $warm_up s, paying after 120 s; load average $(uptime | sed 's/.*average[s]*: //')"
  printf '%-26s %8s %9s %9s %8s\n' what req/s 'p50 ms' 'p99 ms' errors
  sql -c "select id from requests.request where tenant_id = '$tenant'" >"$work/payable"
  local staff
  staff="Authorization: Bearer $(token_of staff@bench.example)"
  confirm_all
  # There is much to a payment, and it is only after some thirty thousand of them that all of it is compiled.
  warm_up=120 put_through 'pay through the sandbox' pay /api/v1/payments "$staff" \
    "$work/payable" "pay-$RANDOM"
  until_told
  set_up_paystack
  java_source SignedNotices "$secret" "$notices" >"$work/notices"
  connections=8
  put_through 'notice of a gateway' notices "/api/v1/webhooks/in/paystack/$slug" 'Accept: */*' "$work/notices"
  connections=2
  warm_up=10
  local owner
  owner="Authorization: Bearer $(token_of owner@bench.example)"
  measure 'ledger: balances' - 200 '/api/v1/ledger/accounts?heading=revenue' "$owner"
  measure 'ledger: trial balance' - 200 /api/v1/ledger/trial-balance "$owner"
  sign_in owner
  measure 'ledger: statement, page' - 200 "/t/$slug/ledger/statement?account=revenue&currency=GBP" "$cookie"
  echo
  aim 'payments through the sandbox' "$(measured 'pay through the sandbox' 3)" least 400 /s
  aim 'p99 of them' "$(measured 'pay through the sandbox' 2)" most 150 ms
  aim 'p99 of a notice' "$(measured 'notice of a gateway' 2)" most 20 ms
  aim 'p99 of balances' "$(measured 'ledger: balances' 2)" most 50 ms
  aim 'p99 of the trial balance' "$(measured 'ledger: trial balance' 2)" most 50 ms
  aim 'p99 of a statement, page' "$(measured 'ledger: statement, page' 2)" most 100 ms
}

# Something is due when the business has agreed. One curl says so for all.
confirm_all() {
  local id
  while read -r id; do
    printf 'url = "%s/api/v1/service-requests/%s/accept"\nrequest = "POST"\nheader = "%s"\nheader = "X-Tenant: %s"\n' \
      "$base" "$id" "$staff" "$slug"
    printf 'output = "%s"\nfail\nsilent\nnext\n' "$work/confirmed.json"
  done <"$work/payable" | sed '$d' >"$work/confirm.curl"
  curl -K "$work/confirm.curl" || fail "a request could not be confirmed"
}

# As an administrator does, on the page.
set_up_paystack() {
  sign_in owner
  local page=$base/t/$slug/settings/gateways/paystack csrf
  csrf=$(curl -s -b "$work/cookies" -c "$work/cookies" "$page" | tr '\n' ' ' | grep -o 'name="_csrf"[^>]*value="[^"]*"' |
    sed -n '1s/.*value="\(.*\)"/\1/p')
  curl -s -o "$work/set-up" -b "$work/cookies" -c "$work/cookies" --data-urlencode "_csrf=$csrf" -d enabled=false -d live=false \
    --data-urlencode "values[secret_key]=$secret" --data-urlencode 'values[public_key]=pk_test_bench' "$page"
}
