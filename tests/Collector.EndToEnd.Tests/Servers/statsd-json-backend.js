// A backend for statsd that writes each flush as a line of JSON, for tests to read.
const fs = require('fs');

exports.init = function (startup, config, events) {
  events.on('flush', (stamp, metrics) =>
    fs.appendFileSync(config.jsonFile, JSON.stringify({ counters: metrics.counters, gauges: metrics.gauges }) + '\n'));
  return true;
};
