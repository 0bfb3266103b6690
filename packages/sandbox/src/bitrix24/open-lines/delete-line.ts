import type { PortalContext } from '../portal-context.ts';
import type { Call } from '../portal-method.ts';
import { type Change, drop, put } from '../state/change.ts';
import { CONNECTORS, LINE_CONNECTORS, LINES, type Line } from './tables.ts';

/** Applications whose connectors were at it are told: `data` is the number of the line alone (facts §8). */
export function deleteLine(context: PortalContext, { id }: Line, call: Call | null = null): void {
  const { state, events } = context;
  const places = state.rows(LINE_CONNECTORS);
  const keys = places.idsBy('lineId', id);
  const owners = keys.flatMap((key) => {
    const place = places.get(key);
    return place ? (state.rows(CONNECTORS).get(place.code)?.clientId ?? []) : [];
  });
  const changes: Change[] = [drop(LINES, id), ...keys.map((key) => drop(LINE_CONNECTORS, key))];
  const told = [...new Set(owners)].map((clientId) => ({
    name: 'ONIMCONNECTORLINEDELETE',
    data: String(id),
    userId: call?.caller.userId ?? null,
    clientId,
  }));
  events.save(changes, told, call);
}

/** An administrator takes a connector off a line. Returns whether it was there; the keys are in lower case here. */
export function disconnect(context: PortalContext, lineId: number, code: string): boolean {
  const { state, events } = context;
  const places = state.rows(LINE_CONNECTORS);
  const [key] = places.idsBy('lineId', lineId).filter((one) => places.get(one)?.code === code);
  const place = key === undefined ? undefined : places.get(key);
  const connector = state.rows(CONNECTORS).get(code);
  if (key === undefined || !place || !connector) return false;
  events.save(
    [put(LINE_CONNECTORS, key, { ...place, isActive: false })],
    [
      {
        name: 'ONIMCONNECTORSTATUSDELETE',
        data: { connector: code, line: lineId },
        userId: null,
        clientId: connector.clientId,
      },
    ],
  );
  return true;
}
