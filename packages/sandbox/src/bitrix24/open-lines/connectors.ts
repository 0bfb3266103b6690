import type { Call } from '../portal-method.ts';
import { argumentInvalid, RestError } from '../rest-error.ts';
import { type Change, drop } from '../state/change.ts';
import type { KeptTables } from '../state/kept-tables.ts';
import { intParam, textParam } from '../transport/params.ts';
import { CONNECTORS, type Connector, LINE_CONNECTORS, LINES, type LineConnector, lineKey } from './tables.ts';

export interface ConnectorAtLine {
  connector: Connector;
  lineId: number;
  /** Null: it was never activated there. */
  at: LineConnector | null;
}

/** The connector and the line that a call names. */
export function connectorAtLine({ params, context: { state } }: Call): ConnectorAtLine {
  const code = textParam(params, 'CONNECTOR')?.toLowerCase();
  if (!code) throw missing('CONNECTOR');
  const lineId = intParam(params, 'LINE');
  if (lineId === undefined) throw missing('LINE');
  const connector = state.rows(CONNECTORS).get(code);
  if (!connector)
    throw new RestError(
      400,
      'IMCONNECTOR_NO_CORRECT_PROVIDER',
      'No suitable provider was found for the connector',
    );
  return { connector, lineId, at: state.rows(LINE_CONNECTORS).get(lineKey(code, lineId)) ?? null };
}

/** For what goes through a line: it has to be there and switched on. */
export function activeConnector(call: Call): ConnectorAtLine {
  const found = connectorAtLine(call);
  if (!isWorking(call.context.state, found))
    throw new RestError(
      400,
      'NOT_ACTIVE_LINE',
      'The line with this ID is not active or there is no such line',
    );
  return found;
}

export const isWorking = (
  state: KeptTables,
  { at, lineId }: Pick<ConnectorAtLine, 'at' | 'lineId'>,
): boolean => at?.isActive === true && state.rows(LINES).get(lineId)?.settings.ACTIVE !== 'N';

/** A connector goes, from all lines. */
export const forgottenConnector = (state: KeptTables, code: string): Change[] => [
  drop(CONNECTORS, code),
  ...state
    .rows(LINE_CONNECTORS)
    .idsBy('code', code)
    .map((key) => drop(LINE_CONNECTORS, key)),
];

/** Those of an application that is removed. */
export const forgottenConnectors = (state: KeptTables, clientId: string): Change[] =>
  state
    .rows(CONNECTORS)
    .idsBy('clientId', clientId)
    .flatMap((code) => forgottenConnector(state, String(code)));

export const missing = (name: string) => argumentInvalid(`Argument '${name}' is null or empty`);
