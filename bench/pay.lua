-- wrk: pays a little of one request after the other. After "--": a file with the ids of requests, one to a line, and a
-- prefix for Idempotency-Keys. Each thread has requests of its own, for only one can be paying for one at a time.

local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("number", threads)
end

function init(args)
  ids = {}
  local line = 0
  for id in io.lines(args[1]) do
    line = line + 1
    if line % 2 == number - 1 then
      ids[#ids + 1] = id
    end
  end
  prefix = args[2] .. "-" .. number .. "-"
  count = 0
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/json"
end

function request()
  count = count + 1
  wrk.headers["Idempotency-Key"] = prefix .. count
  return wrk.format(nil, nil, nil, '{"service_request_id":"' .. ids[1 + count % #ids] ..
    '","gateway":"sandbox","payment_method":"sandbox_ok","amount":{"amount":1,"currency":"GBP"}}')
end

function done(summary, latency)
  local failed = summary.errors
  io.write(string.format("result %.0f %.1f %.1f %d\n",
    summary.requests * 1e6 / summary.duration,
    latency:percentile(50) / 1000,
    latency:percentile(99) / 1000,
    failed.status + failed.connect + failed.read + failed.write + failed.timeout))
end
