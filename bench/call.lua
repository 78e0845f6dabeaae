-- wrk: sends one call over and over. After "--": the method, a file with the body, and a prefix for Idempotency-Keys.

local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("number", threads)
end

function init(args)
  wrk.method = args[1] or "GET"
  if args[2] then
    wrk.body = assert(io.open(args[2])):read("*a")
    wrk.headers["Content-Type"] = "application/json"
  end
  prefix = args[3] and (args[3] .. "-" .. number .. "-")
  count = 0
  same = wrk.format()
end

function request()
  if not prefix then
    return same
  end
  count = count + 1
  wrk.headers["Idempotency-Key"] = prefix .. count
  return wrk.format()
end

-- One line for bench/run: calls a second, p50 and p99 in milliseconds, failed calls.
function done(summary, latency)
  local failed = summary.errors
  io.write(string.format("result %.0f %.1f %.1f %d\n",
    summary.requests * 1e6 / summary.duration,
    latency:percentile(50) / 1000,
    latency:percentile(99) / 1000,
    failed.status + failed.connect + failed.read + failed.write + failed.timeout))
end
