import { describe, expect, test } from 'vitest';
import { apiError, connectionLost, createFakeBitrix24, type FakeRequest } from '../../testing/index.ts';

interface StoredField {
  ID: string;
  FIELD_NAME: string;
  USER_TYPE_ID: string;
  LIST?: object[];
}

/** A portal that keeps user fields of contacts, and refuses a name twice without a code (facts §7.4). */
function portal(...names: string[]) {
  const fake = createFakeBitrix24();
  const fields: StoredField[] = names.map((name, at) => ({
    ID: String(at + 1),
    FIELD_NAME: name,
    USER_TYPE_ID: 'string',
  }));
  fake.answer('crm.contact.userfield.list', () => fields.map((field) => ({ ...field, LIST: undefined })));
  fake.answer('crm.contact.userfield.get', ({ params }: FakeRequest) =>
    fields.find(({ ID }) => ID === String(params['id'])),
  );
  fake.answer('crm.contact.userfield.add', ({ params }: FakeRequest) => {
    const { FIELD_NAME, USER_TYPE_ID, LIST } = params['fields'] as StoredField;
    if (fields.some((field) => field.FIELD_NAME === FIELD_NAME)) return apiError(400, '', 'It exists');
    const choices = LIST && { LIST: LIST.map((one, at) => ({ ...one, ID: String(100 + at) })) };
    fields.push({ ID: String(fields.length + 1), FIELD_NAME, USER_TYPE_ID, ...choices });
    return fields.length;
  });
  return { ...fake, fields };
}
const label = { ru: 'Поле', en: 'Field' };
const flat = { name: 'UF_CRM_FLAT', type: 'string', label };
const kind = {
  name: 'UF_CRM_KIND',
  type: 'enumeration',
  label,
  choices: [
    { value: 'Дом', xmlId: 'house' },
    { value: 'Квартира', xmlId: 'flat' },
  ],
};

test('the missing ones are created, and the ids of choices are known by our names for them', async () => {
  const { client, requests } = portal('UF_CRM_FLAT');
  const [first, second] = await client.userFields.ensure({ entity: 'contact', fields: [flat, kind] });
  expect(first).toMatchObject({ name: 'UF_CRM_FLAT', id: 1, isNew: false });
  expect(second).toMatchObject({ name: 'UF_CRM_KIND', id: 2, isNew: true, type: 'enumeration' });
  expect(second?.choices).toEqual(
    new Map([
      ['house', 100],
      ['flat', 101],
    ]),
  );
  expect(requests.filter(({ method }) => method.endsWith('.add'))).toHaveLength(1);
});

test('a second time nothing is added', async () => {
  const { client, requests, fields } = portal();
  await client.userFields.ensure({ entity: 'contact', fields: [flat, kind] });
  const before = requests.length;
  const again = await client.userFields.ensure({ entity: 'contact', fields: [flat, kind] });
  expect(again.map(({ isNew }) => isNew)).toEqual([false, false]);
  expect(requests.slice(before).some(({ method }) => method.endsWith('.add'))).toBe(false);
  expect(fields).toHaveLength(2);
});

describe('a refusal', () => {
  test('is none when somebody else was quicker', async () => {
    const { client, answer, fields } = portal();
    answer('crm.contact.userfield.add', () => {
      fields.push({ ID: '7', FIELD_NAME: 'UF_CRM_FLAT', USER_TYPE_ID: 'string' });
      return apiError(400, 'ERROR_CORE', 'Field UF_CRM_FLAT exists');
    });
    const [known] = await client.userFields.ensure({ entity: 'contact', fields: [flat] });
    expect(known).toMatchObject({ id: 7, isNew: false });
  });

  test('and an answer that got lost are none when the field is there', async () => {
    const { client, answer, fields } = portal();
    answer('crm.contact.userfield.add', () => {
      fields.push({ ID: '7', FIELD_NAME: 'UF_CRM_FLAT', USER_TYPE_ID: 'string' });
      return connectionLost({ isSent: true });
    });
    expect(await client.userFields.ensure({ entity: 'contact', fields: [flat] })).toMatchObject([{ id: 7 }]);
  });

  test('is the error that it was when the field is not there', async () => {
    const { client, answer } = portal();
    answer('crm.contact.userfield.add', apiError(400, 'ERROR_CORE', 'The type is unknown'));
    await expect(client.userFields.ensure({ entity: 'contact', fields: [flat] })).rejects.toMatchObject({
      code: 'BITRIX24_API',
      reason: 'The type is unknown',
    });
  });

  test('for lack of rights ends it', async () => {
    const { client, answer, requests } = portal();
    answer('crm.contact.userfield.add', apiError(400, '', 'Access denied'));
    await expect(client.userFields.ensure({ entity: 'contact', fields: [flat, kind] })).rejects.toMatchObject(
      {
        code: 'BITRIX24_FORBIDDEN',
      },
    );
    expect(requests.filter(({ method }) => method.endsWith('.add'))).toHaveLength(1);
  });
});

test.each(['FLAT', 'UF_CRM_flat', `UF_CRM_${'X'.repeat(44)}`])(
  'a field cannot be called %s',
  async (name) => {
    const { client, requests } = portal();
    await expect(
      client.userFields.ensure({ entity: 'contact', fields: [{ ...flat, name }] }),
    ).rejects.toMatchObject({ code: 'BITRIX24_CONFIGURATION' });
    expect(requests).toEqual([]);
  },
);
