-- Asks for the paths of a file in turn; its arguments: the file, then headers as Name=value.
-- The last line tells requests, microseconds, median and 99th percentile, faults and bytes.
local requests, turn, faults = {}, 0, 0

function init(arguments)
  for number = 2, #arguments do
    local name, value = arguments[number]:match("^([^=]+)=(.*)$")
    wrk.headers[name] = value
  end
  for path in io.lines(arguments[1]) do
    requests[#requests + 1] = wrk.format("GET", path)
  end
end

function request()
  turn = turn % #requests + 1
  return requests[turn]
end

function done(summary, latency)
  local errors = summary.errors
  local broken = errors.connect + errors.read + errors.write + errors.timeout
  io.write(string.format("RESULT %d %d %d %d %d %d\n", summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(99), errors.status + broken, summary.bytes))
end
