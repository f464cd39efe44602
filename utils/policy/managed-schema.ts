import { SETTINGS } from './settings.ts';

/** The managed-storage schema of Chromium browsers, as `managed-schema.json` in the build. */
export function managedSchema(): object {
  const properties = Object.entries(SETTINGS).map(([name, setting]) => [
    name,
    {
      description: setting.description,
      type: setting.type,
      ...(setting.type === 'array' ? { items: { type: 'string' } } : {}),
      ...('values' in setting ? { enum: [...setting.values] } : {}),
    },
  ]);
  return { type: 'object', properties: Object.fromEntries(properties) };
}
