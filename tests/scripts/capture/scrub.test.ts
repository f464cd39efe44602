import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SAVED_ACCOUNT, scrub } from '@/scripts/capture/scrub.ts';
import { steadyIds } from '@/scripts/capture/steady-ids.ts';

const TENANT = {
  account: 'work365@fabrikam.example',
  names: { Fabrikam: 'Contoso', 'Mira Berg': 'Person 1' },
  secrets: ['Kipu48213', 'abcd efgh 2345 mnop'],
};
const GUID = '5f1d7a3e-2c64-4b8e-9f70-6d1a3c5e8b21';

test.each([
  ['an address', '<td>mira.berg@fabrikam.example</td>', /mira|fabrikam/i],
  [
    'an address in a link',
    '<a href="#/users/mira.berg%40fabrikam.example">x</a>',
    /mira|fabrikam/i,
  ],
  ['the name of the tenant, however written', '<b>FABRIKAM</b><i id="fabrikam-x">', /fabrikam/i],
  ['the name of a person', '<input aria-label="Select Mira Berg">', /Mira|Berg/],
  ['an id', `<tr id="row-${GUID}">`, /5f1d7a3e/],
  ['an id in capitals', `<tr id="${GUID.toUpperCase()}">`, /5F1D7A3E/],
  ['a token', '<i data-x="eyJhbGciOiJub25lIn0.eyJzdWIiOiJtaXJhIn0.c2ln-_x">', /eyJ/],
  ['an opaque value', `<i data-s="${'a1B2'.repeat(10)}">`, /a1B2/],
  ['the query of a link', '<a href="/x?code=abc&#38;state=1#y">', /code|abc/],
  ['a one-time password', '<dd>Kipu48213</dd>', /Kipu/],
  ['the key of an app', '<dd>abcd efgh 2345 mnop</dd>', /abcd/],
])('%s does not survive', (_, html, trace) => {
  expect(scrub(html, TENANT)).not.toMatch(trace);
});

test('the integration account stays one, in any case and spelling', () => {
  const html = '<td>work365@fabrikam.example</td><a href="#Work365%40Fabrikam.example">x</a>';

  expect(scrub(html, TENANT)).toBe(`<td>${SAVED_ACCOUNT}</td><a href="#${SAVED_ACCOUNT}">x</a>`);
});

test('what was the same stays the same, and what differed still differs', () => {
  const [one, two] = [GUID, '1d2e8c37-94ab-4f60-b5d3-2a6e71c08f22'];
  const html = `<a id="${one}"><a id="${two}"><a for="${one}">a@x.org b@x.org a@x.org`;

  expect(scrub(html, TENANT)).toBe(
    '<a id="00000000-0000-0000-0000-000000000001"><a id="00000000-0000-0000-0000-000000000002">' +
      '<a for="00000000-0000-0000-0000-000000000001">user1@contoso.com user2@contoso.com user1@contoso.com',
  );
});

test('words, roles and stable attributes of the portal are left alone', () => {
  const html =
    '<button role="menuitem" data-automationid="UserNameLink">Enterprise Mobility + Security E3</button><a href="/dashboard/account/v3/usermanagement#users">x</a>';

  expect(scrub(html, TENANT)).toBe(html);
});

test('no address and no id survives wherever it stands', () => {
  const word = fc.stringMatching(/^[a-z][a-z0-9]{0,9}$/);
  const address = fc.tuple(word, word).map(([name, host]) => `${name}@${host}.example`);
  const place = fc.constantFrom('<td>', '" title="', ' (', 'mailto:');
  fc.assert(
    fc.property(fc.array(fc.tuple(place, fc.oneof(address, fc.uuid()))), (parts) => {
      const clean = scrub(parts.map(([before, text]) => `${before}${text}<`).join(''), TENANT);
      const addresses = clean.match(/[\w.+-]+@[\w.-]+/g) ?? [];
      const ids = clean.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi) ?? [];

      expect(addresses.every((each) => each.endsWith('@contoso.com'))).toBe(true);
      expect(ids.every((each) => each.startsWith('00000000-0000-0000-0000-'))).toBe(true);
    }),
  );
});

test('random ends of generated ids become numbers, the same in references', () => {
  expect(
    steadyIds('<b id="label-r1-3fa9">x-3fa9</b><i aria-labelledby="r2-00aa label-r1-3fa9">'),
  ).toBe('<b id="label-r1-r1">x-3fa9</b><i aria-labelledby="r2-r2 label-r1-r1">');
});
