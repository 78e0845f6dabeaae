-- wrk: sends notices of a gateway, a different one every time. After "--": a file with a signature and a body to a line.

local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("number", threads)
end

function init(args)
  notices = {}
  local line = 0
  for signature, body in io.open(args[1]):read("*a"):gmatch("(%x+) ([^\n]+)\n") do
    line = line + 1
    if line % 2 == number - 1 then
      notices[#notices + 1] = { signature, body }
    end
  end
  count = 0
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/json"
end

function request()
  count = count + 1
  local notice = notices[1 + count % #notices]
  wrk.headers["X-Paystack-Signature"] = notice[1]
  return wrk.format(nil, nil, nil, notice[2])
end

function done(summary, latency)
  local failed = summary.errors
  io.write(string.format("result %.0f %.1f %.1f %d\n",
    summary.requests * 1e6 / summary.duration,
    latency:percentile(50) / 1000,
    latency:percentile(99) / 1000,
    failed.status + failed.connect + failed.read + failed.write + failed.timeout))
end
