# shellcheck shell=bash disable=SC2154
# What staff wait for when one business has a great many requests: sourced by bench/run, whose functions it uses.

lay_in_many() {
  [ -x "$psql" ] || fail "needs psql beside $pgbench"
  local begun=$SECONDS
  PGPASSWORD=$(sed -n 's/^gm_owner=//p' "$work/data/postgres.properties") \
    "$psql" -q -v ON_ERROR_STOP=1 -v tenant="$tenant" -v rows="$rows" -f bench/many.sql \
    -h 127.0.0.1 -p "$(sed -n 's/^port=//p' "$work/data/postgres.properties")" -U gm_owner gm >"$work/many.log" 2>&1 ||
    fail "the requests are not laid in: $(tail -n 5 "$work/many.log")"
  echo "$rows requests laid in within $((SECONDS - begun)) s"
}

# WHAT PATH, as staff see it.
wait_for() {
  measure "$1" - 200 "/t/$slug$2" "$cookie"
}

measure_many() {
  connections=2
  # Each of these warms the others: they are one list, asked for different things.
  warm_up=10
  echo "$connections connections, $seconds s each after $warm_up s; load average $(uptime | sed 's/.*average[s]*: //')"
  printf '%-26s %8s %9s %9s %8s %8s %8s\n' what req/s 'p50 ms' 'p99 ms' errors floor/s 'of floor'
  wait_for 'board' /board
  wait_for 'my day' /day
  wait_for 'list' /requests
  wait_for 'list: open' '/requests?status=pending&status=confirmed&status=in_progress'
  wait_for 'list: rare status' '/requests?status=on_hold'
  wait_for 'list: late' '/requests?late=true'
  wait_for 'list: due today' '/requests?today=true'
  wait_for 'list: nobody does it' '/requests?provider=none'
  wait_for 'list: of a provider' '/requests?provider=00000000-0000-7000-8001-000000000007'
  wait_for 'list: to be paid' '/requests?paid=false'
  wait_for 'list: paid and urgent' '/requests?paid=true&priority=urgent'
  wait_for 'list: type, year ago' "/requests?type=maintenance_repair&to=$(date -d '1 year ago' +%F)"
  wait_for 'list: by due' '/requests?sort=due'
  wait_for 'list: by status' '/requests?sort=status'
  wait_for 'list: by customer' '/requests?sort=customer'
  wait_for 'list: by price' '/requests?sort=price'
  wait_for 'search: rare word' '/requests?q=flugelhorn'
  wait_for 'search: common word' '/requests?q=brakes'
  wait_for 'search: common, filtered' '/requests?q=brakes&status=on_hold'
  wait_for 'search: common, by price' '/requests?q=brakes&sort=price'
  wait_for 'search: slip' '/requests?q=flugelhron'
  wait_for 'search: telephone' '/requests?q=0803%20033%203333'
  wait_for 'search: number' '/requests?q=000123'
  wait_for 'search: nothing' '/requests?q=zeppelin'
  sign_in owner
  wait_for 'overview' /overview
  echo
  local p99 what
  read -r p99 what < <(slowest 'search')
  aim "p99 of board, day, lists, overview: $what" "$p99" most 100 ms
  read -r p99 what < <(slowest '^[^s]')
  aim "p99 of searches: $what" "$p99" most 50 ms
}
