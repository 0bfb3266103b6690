import { describe, expect, test } from 'vitest';
import { DEFAULT_MAPPING } from '../mapping/crm-mapping.ts';
import { type DealWanted, dealChanges, NOTHING_TOLD } from './deal-wanted.ts';
import { stageMeaning } from './stage-rule.ts';

const wanted = (more: Partial<DealWanted> = {}): DealWanted => ({
  created: { title: 'x' },
  kept: { UF_CRM_FLAT: '47' },
  state: 'new',
  stage: 'NEW',
  rows: [],
  ...more,
});
const told = dealChanges(wanted(), NOTHING_TOLD).detail;

describe('what is written of a deal', () => {
  test('that nobody has told of: fields and stage', () => {
    expect(dealChanges(wanted(), NOTHING_TOLD)).toMatchObject({
      fields: { UF_CRM_FLAT: '47', stageId: 'NEW' },
      rows: null,
      movesStage: true,
    });
  });

  test('that is as it was told: nothing', () => {
    expect(dealChanges(wanted(), told)).toEqual({ fields: {}, rows: null, movesStage: false, detail: told });
  });

  test('whose sign-up moved on: the stage alone', () => {
    expect(dealChanges(wanted({ state: 'completed', stage: 'WON' }), told).fields).toEqual({
      stageId: 'WON',
    });
  });

  test('that people moved to a stage of their own: nothing, until the sign-up moves on', () => {
    const moved = { ...told, stage: 'CALLED_BACK' };
    expect(dealChanges(wanted(), moved).fields).toEqual({});
    expect(dealChanges(wanted({ state: 'provisioning', stage: 'EXECUTING' }), moved).fields).toEqual({
      stageId: 'EXECUTING',
    });
  });

  test('whose state has no stage of its own: it stays where it is', () => {
    expect(dealChanges(wanted({ state: 'failed', stage: null }), told)).toMatchObject({
      fields: {},
      detail: { stage: 'NEW', toldState: 'failed' },
    });
  });

  test('after a refused move: the stage is put back', () => {
    expect(dealChanges(wanted(), { ...told, stage: 'EXECUTING', toldState: null }).fields).toEqual({
      stageId: 'NEW',
    });
  });

  test('product rows go with their own content, also when the last of them goes', () => {
    const row = { productId: null, name: 'Домофон', price: '45.00' };
    const first = dealChanges(wanted({ rows: [row] }), told);
    expect(first).toMatchObject({ fields: {}, rows: [row] });
    expect(dealChanges(wanted({ rows: [row] }), first.detail).rows).toBeNull();
    expect(dealChanges(wanted(), first.detail).rows).toEqual([]);
  });
});

describe('what a stage means', () => {
  test.each([
    ['NEW', 'known'],
    ['EXECUTING', 'approve'],
    ['LOSE', 'reject'],
    ['CALLED_BACK', 'noted'],
  ])('%s: %s', (stage, meaning) => {
    expect(stageMeaning(DEFAULT_MAPPING, told, stage)).toBe(meaning);
  });

  test('our own echo means nothing, whatever the rule says of the stage', () => {
    expect(stageMeaning(DEFAULT_MAPPING, { ...told, stage: 'LOSE' }, 'LOSE')).toBe('known');
  });
});
