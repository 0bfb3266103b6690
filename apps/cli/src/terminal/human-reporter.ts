import { parseLogLine, renderLogLine, renderPlainLine, severityOf } from './log-line.ts';
import type { Palette } from './palette.ts';
import type { ReadyReport, Reporter, WriteLine } from './reporter.ts';

export function createHumanReporter(write: WriteLine, palette: Palette): Reporter {
  let isReady = false;
  let isStopping = false;
  return {
    header: ({ version, usesSandbox }) => {
      const kind = usesSandbox ? 'demo data · nothing leaves this machine' : 'events of your own Kafka';
      write(`  ${palette.bold(`domovoy ${version}`)} · node ${nodeVersion()} · ${kind}`);
    },
    part: ({ name, what, address, seconds, note }) => {
      const columns = [
        name.padEnd(10),
        what.padEnd(14),
        address.padEnd(28),
        `${seconds.toFixed(1)} s`.padEnd(8),
      ];
      write(`  ${palette.green('✓')} ${columns.join(' ')}${note ? palette.dim(note) : ''}`.trimEnd());
    },
    note: (text) => write(`  ${palette.dim('·')} ${text}`),
    warning: (text) => write(`  ${palette.yellow(`! ${text}`)}`),
    childLine: (part, text) => {
      const line = parseLogLine(text);
      // Until all is ready and while it stops, what goes on is told by the launcher; only trouble is worth a line.
      if (line && severityOf(line) === 'info' && (!isReady || isStopping)) return;
      if (line) write(renderLogLine(part, line, palette));
      else if (text.trim()) write(renderPlainLine(part, text, new Date(), palette));
    },
    ready: (report) => {
      isReady = true;
      for (const line of banner(report, palette)) write(line);
    },
    stopping: (reason) => {
      isStopping = true;
      write(`\n  ${reason}: stopping …`);
    },
    stopped: (seconds) =>
      write(`  stopped, nothing is left running (${seconds.toFixed(1)} s). The data is kept.`),
    failed: (message, details) => {
      isStopping = true;
      write(`\n  ${palette.red('✗')} ${message}`);
      for (const line of details) write(`    ${line}`);
    },
  };
}

function banner(report: ReadyReport, palette: Palette): string[] {
  const { endpoints, demoCommand, seconds } = report;
  const { control, rosdomofon, kafka, bitrix24 } = endpoints.sandbox;
  const row = (label: string, text: string, note = '') =>
    `  ${label.padEnd(11)} ${palette.cyan(text)}${note ? `   ${palette.dim(note)}` : ''}`;
  const sandbox = report.usesSandbox
    ? [
        row('Sandbox', control ?? '', 'control: POST /sign-ups, /messages, /poison'),
        row('', rosdomofon.url ?? '', `RosDomofon, user ${rosdomofon.username}`),
        row('', bitrix24.portalUrl ?? '', 'Bitrix24: open it to see what the hub did'),
        row('', kafka.brokers ?? '', `Kafka, group ${kafka.groupId}`),
      ]
    : [];
  return [
    '',
    row('GraphQL', endpoints.graphql, `key: ${endpoints.apiKey}`),
    row('', endpoints.graphqlWs, 'subscriptions (graphql-ws)'),
    ...(endpoints.owner
      ? [row('Sign in', endpoints.owner.email, `password: ${endpoints.owner.password} (POST /auth/sign-in)`)]
      : []),
    row('Explorer', explorerOf(endpoints), 'every example of docs/api; the key stays in your browser'),
    row('Health', endpoints.health.graphql),
    row('', endpoints.health.consumer),
    ...sandbox,
    row('Endpoints', report.endpointsFile, 'all of this, for programs'),
    '',
    `  ${palette.green('Ready')} in ${seconds.toFixed(1)} s. Company ${endpoints.sandbox.companyShortName}.`,
    ...(demoCommand ? [`  Try, in another terminal:  ${palette.bold(demoCommand)}`] : []),
    '  Stop with Ctrl-C. Events show below as they arrive.',
    '',
  ];
}

/** A browser keeps what is behind the `#` to itself. */
const explorerOf = ({ graphql, apiKey }: ReadyReport['endpoints']) =>
  `${new URL('/explorer/', graphql).href}#key=${apiKey}`;

function nodeVersion(): string {
  return process.versions.node.split('.').slice(0, 2).join('.');
}
