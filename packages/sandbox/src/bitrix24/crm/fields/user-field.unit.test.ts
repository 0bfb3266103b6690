import { expect, test } from 'vitest';
import { camelUserFieldName } from './user-field.ts';

// The vendor's own table of names.
test.each([
  ['UF_CRM_3_DIGIT', 'ufCrm3Digit'],
  ['UF_CRM_3_DIGIT10', 'ufCrm_3_DIGIT10'],
  ['UF_CRM_3_1747309727', 'ufCrm3_1747309727'],
  ['UF_CRM_10_5186744711', 'ufCrm10_5186744711'],
  ['UF_CRM_1747309879', 'ufCrm_1747309879'],
  ['UF_CRM_OBJECT_NAME', 'ufCrmObjectName'],
])('%s is %s', (name, camel) => {
  expect(camelUserFieldName(name)).toBe(camel);
});
