import { describe, expect, test } from 'vitest';
import { PortalOrigin, parseWebhookUrl } from './bitrix24/bitrix24-config.ts';
import { CONNECTION_TROUBLES, troubleText } from './bitrix24/connection-trouble.ts';
import { hintText } from './check/check-hints.ts';
import { canIntegrationMove, INTEGRATION_TRANSITIONS } from './integration-transitions.ts';

describe('what people are told', () => {
  test.each(Object.keys(CONNECTION_TROUBLES))('%s is told in both languages', (code) => {
    expect(troubleText(code, 'ru')).toMatch(/[а-я]{3}/);
    expect(troubleText(code, 'en')).toMatch(/^[^а-я]+\.$/);
  });

  test('hints name what is missing and where events go; an unknown one is shown as it is', () => {
    const more = { names: ['crm', 'im'], url: 'https://h.example/bitrix24/1' };
    expect(hintText('SCOPES_MISSING', { language: 'en', ...more })).toContain('crm, im');
    expect(hintText('EVENTS_BY_HAND', { language: 'ru', ...more })).toContain('https://h.example/bitrix24/1');
    expect(hintText('WEBHOOK_REVOKED', { language: 'ru', ...more })).toContain('вебхук');
    expect(hintText('LATER_CODE', { language: 'ru', ...more })).toBe('LATER_CODE');
  });
});

describe('the address of a portal', () => {
  test.each([
    ['https://p.bitrix24.ru/rest/1/abc123/', 'https://p.bitrix24.ru/rest/1/abc123/'],
    ['https://p.bitrix24.ru/rest/17/abc123', 'https://p.bitrix24.ru/rest/17/abc123/'],
    [' https://p.bitrix24.ru/rest/1/abc123/profile.json ', 'https://p.bitrix24.ru/rest/1/abc123/'],
    ['http://127.0.0.1:54332/rest/1/abc123/', 'http://127.0.0.1:54332/rest/1/abc123/'],
    ['http://p.bitrix24.ru/rest/1/abc123/', null],
    ['https://user:pw@p.bitrix24.ru/rest/1/abc123/', null],
    ['https://p.bitrix24.ru/rest/abc123/', null],
    ['https://p.bitrix24.ru/', null],
    ['text', null],
  ])('%j is %j', (given, webhookUrl) => {
    const read = parseWebhookUrl(given);
    expect(
      given.includes('@') ? (read?.webhookUrl.includes('pw') ?? false) : (read?.webhookUrl ?? null),
    ).toBe(given.includes('@') ? false : webhookUrl);
  });

  test('is its origin alone', () => {
    expect(PortalOrigin.parse('https://p.bitrix24.ru/crm/?a=1')).toBe('https://p.bitrix24.ru');
    expect(PortalOrigin.safeParse('ftp://p.example').success).toBe(false);
  });
});

test('an integration moves only as its table says; from everywhere there is a way back to active', () => {
  expect(canIntegrationMove('active', 'broken')).toBe(true);
  expect(canIntegrationMove('paused', 'shadow')).toBe(false);
  for (const next of Object.values(INTEGRATION_TRANSITIONS))
    expect(next.includes('active') || next.includes('shadow')).toBe(true);
});
