import { expect, test } from 'vitest';
import { managedSchema } from '@/utils/policy/managed-schema.ts';
import { declared, SETTING_NAMES } from '@/utils/policy/settings.ts';

type Schema = Readonly<{
  properties: Readonly<Record<string, Readonly<{ type: string; description: string }>>>;
}>;
const schema = managedSchema() as Schema;
const { properties } = schema;

test('the managed schema declares each setting once, with its type', () => {
  expect(Object.keys(properties)).toEqual(SETTING_NAMES);
  expect(properties.cloud?.type).toBe('string');
  expect(properties.guides).toMatchObject({ type: 'array', items: { type: 'string' } });
});

test('it says which values there are, and refuses none: a refused one would never reach the doctor', () => {
  for (const name of SETTING_NAMES) {
    for (const value of declared(name).values ?? []) {
      expect(properties[name]?.description).toContain(value);
    }
    expect(properties[name]).not.toHaveProperty('enum');
  }
});

test('it holds nothing for which Chromium refuses the extension', () => {
  expect(Object.keys(schema)).toEqual(['type', 'properties']);
});
