import type { PortalMethod } from '../../portal-method.ts';
import { RestError } from '../../rest-error.ts';
import { put } from '../../state/change.ts';
import { intParam, listParam, type Params, recordParam, toList } from '../../transport/params.ts';
import { deleteLine } from '../delete-line.ts';
import { settingsOf } from '../lines.ts';
import { LINES, type Line } from '../tables.ts';

const scope = 'imopenlines';
const MAX_ROWS = 200;

export const listConfigs: PortalMethod = {
  name: 'imopenlines.config.list.get',
  scope,
  run({ params, context }) {
    const wish = recordParam(params, 'PARAMS');
    const filter = Object.entries(recordParam(wish, 'filter'));
    const select = listParam(wish, 'select').map(String);
    const offset = Math.max(0, intParam(wish, 'offset') ?? 0);
    const limit = Math.min(MAX_ROWS, intParam(wish, 'limit') || 50);
    const found = [...context.state.rows(LINES).values()].map(wireOf).filter((row) => isMet(row, filter));
    const page = found.slice(offset, offset + limit);
    const isAll = select.length === 0 || select.includes('*');
    return { result: page.map((row) => (isAll ? row : picked(row, ['ID', ...select]))) };
  },
};

export const getConfig: PortalMethod = {
  name: 'imopenlines.config.get',
  scope,
  run({ params, context }) {
    const line = context.state.rows(LINES).get(intParam(params, 'CONFIG_ID') ?? 0);
    return { result: line ? { ...wireOf(line), QUEUE: ['1'] } : false };
  },
};

export const addConfig: PortalMethod = {
  name: 'imopenlines.config.add',
  scope,
  run(call) {
    const id = call.context.state.takeId(LINES);
    call.context.save(
      [put(LINES, id, { id, settings: settingsOf(recordParam(call.params, 'PARAMS')) })],
      [],
      call,
    );
    return { result: id };
  },
};

export const updateConfig: PortalMethod = {
  name: 'imopenlines.config.update',
  scope,
  run(call) {
    const line = lineOf(call.context.state.rows(LINES).get(configId(call.params)));
    const settings = { ...line.settings, ...recordParam(call.params, 'PARAMS') };
    call.context.save([put(LINES, line.id, { id: line.id, settings })], [], call);
    return { result: true };
  },
};

export const deleteConfig: PortalMethod = {
  name: 'imopenlines.config.delete',
  scope,
  run(call) {
    deleteLine(call.context, lineOf(call.context.state.rows(LINES).get(configId(call.params))), call);
    return { result: true };
  },
};

const configId = (params: Params) => intParam(params, 'CONFIG_ID') ?? 0;

function lineOf(line: Line | undefined): Line {
  if (!line) throw new RestError(400, 'CONFIG_ID_EMPTY', 'There is no line with this CONFIG_ID');
  return line;
}

/** Everything is text, as classic calls answer. */
const wireOf = ({ id, settings }: Line): Record<string, unknown> => ({ ID: String(id), ...settings });

const isMet = (row: Record<string, unknown>, filter: readonly [string, unknown][]) =>
  filter.every(([key, wanted]) => {
    const [, operator, field = ''] = /^(=|!=|!)?(.*)$/.exec(key) ?? [];
    const isAmong = toList(wanted).some((one) => String(one) === String(row[field]));
    return operator?.startsWith('!') ? !isAmong : isAmong;
  });

const picked = (row: Record<string, unknown>, names: readonly string[]) =>
  Object.fromEntries(Object.entries(row).filter(([name]) => names.includes(name)));
