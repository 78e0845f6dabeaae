# shellcheck shell=bash disable=SC2154,SC2034
# Read by bench/run --webhooks: services are asked for at a steady rate, first with no listener at all, then with those
# of the platform itself, then with ten fast receivers told of each while ten others hang. Whoever asks is not to wait
# for more than a tenth longer.

rate=30
receivers=10

measure_webhooks() {
  ask 0 >"$work/warm-up"
  echo "with listeners             $(ask 0)"
  stop_server
  listeners=off
  start_server
  ask 0 >"$work/warm-up"
  echo "without                    $(ask 0)"
  stop_server
  listeners=on
  start_server
  ask 0 >"$work/warm-up"
  local n
  for n in $(seq "$receivers"); do
    endpoint "fast/$n"
    endpoint "hang/$n"
  done
  echo "$receivers told, $receivers hang           $(ask "$receivers")"
}

endpoint() {
  api POST /webhooks "{\"url\":\"http://localhost:$receiver_port/$1\",\"types\":[\"service_request.created\"]}" \
    -H "Authorization: Bearer $owner_token" >/dev/null
}

ask() {
  local token
  token=$(token_of customer@bench.example)
  "${JAVA_HOME:+$JAVA_HOME/bin/}java" bench/src/Webhooks.java "$receiver_port" "$base" "$slug" "$token" \
    "$work/request.json" "$rate" "$seconds" "$1" | sed -n 's/^result //p'
}
