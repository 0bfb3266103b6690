import { parseLogLine } from './log-line.ts';
import type { Reporter, WriteLine } from './reporter.ts';

/** One JSON object per line. The line `{"event":"ready", …}` carries what endpoints.json holds. */
export function createJsonReporter(write: WriteLine): Reporter {
  const tell = (event: string, fields: object) =>
    write(JSON.stringify({ event, time: new Date().toISOString(), ...fields }));
  return {
    header: (fields) => tell('starting', fields),
    part: (line) => tell('part', line),
    note: (message) => tell('note', { message }),
    warning: (message) => tell('warning', { message }),
    childLine: (part, text) => {
      const line = parseLogLine(text);
      write(JSON.stringify(line ? { part, ...line } : { part, event: 'output', msg: text }));
    },
    ready: ({ endpoints, seconds }) => tell('ready', { seconds, ...endpoints }),
    stopping: (reason) => tell('stopping', { reason }),
    stopped: (seconds) => tell('stopped', { seconds }),
    failed: (message, details) => tell('failed', { message, details }),
  };
}
