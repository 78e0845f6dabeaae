-- wrk: sends one call over and over. After "--": the method, a file with the body, and a prefix for Idempotency-Keys.
-- "CAR" in the body becomes one of a fleet of 200 for each thread: one car for all would make them wait for its row.

local fleet = 200
local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("number", threads)
end

function init(args)
  wrk.method = args[1] or "GET"
  count = 0
  if args[2] then
    body = assert(io.open(args[2])):read("*a")
    varies = body:find("CAR") ~= nil
    wrk.body = body
    wrk.headers["Content-Type"] = "application/json"
  end
  prefix = args[3] and args[3] .. "-" .. number .. "-"
  same = wrk.format()
end

function request()
  if not varies and not prefix then
    return same
  end
  count = count + 1
  if prefix then
    wrk.headers["Idempotency-Key"] = prefix .. count
  end
  return wrk.format(nil, nil, nil, (body:gsub("CAR", number .. "-" .. 1 + count % fleet)))
end

-- One line for bench/run: calls a second, p50 and p99 in milliseconds, failed calls.
function done(summary, latency)
  local failed = summary.errors
  local rate = summary.requests * 1e6 / summary.duration
  io.write(string.format(rate < 100 and "result %.1f %.1f %.1f %d\n" or "result %.0f %.1f %.1f %d\n",
    rate,
    latency:percentile(50) / 1000,
    latency:percentile(99) / 1000,
    failed.status + failed.connect + failed.read + failed.write + failed.timeout))
end
