import { expect, test } from 'vitest';
import { shapeOf } from '@/utils/diagnostics/shape-of.ts';

test.each([
  ['what the settings choose from stays', 'Collapsed', 'Collapsed'],
  ['a domain loses its letters', 'contoso.onmicrosoft.com', 'xxxxxxx.xxxxxxxxxxx.xxx'],
  ['braces and blanks that do not belong there can still be seen', ' {0F1E-2d} ', ' {0X0X-0x} '],
  ['letters of every script', 'Ünal 合同会社 Ж٣', 'Xxxx xxxx X0'],
  ['lists member by member', ['direct', 'Contoso'], ['direct', 'Xxxxxxx']],
  ['names within an object as well', { Contoso: 'Megan' }, { Xxxxxxx: 'Xxxxx' }],
  ['true, numbers and nothing tell nobody', [true, 7, null], [true, 7, null]],
])('%s', (_, value, shape) => {
  expect(shapeOf(value)).toEqual(shape);
});

test.each(['0f1e2d3c-4b5a-4678-8a9b-0c1d2e3f4a5b', 'work365@contoso.com'])(
  '%s is left to the scrubber, which gives it a pseudonym',
  (value) => {
    expect(shapeOf(value)).toBe(value);
  },
);
