import { declared, SETTING_NAMES } from './settings.ts';

/** The managed-storage schema of Chromium browsers, as `managed-schema.json` in the build. */
export function managedSchema(): object {
  const properties = SETTING_NAMES.map((name) => {
    const { description, type, values, default: unset } = declared(name);
    const property = {
      description: unset ? `${description} Default: ${unset}.` : description,
      type,
      ...(type === 'array' ? { items: { type: 'string' } } : {}),
      ...(values ? { enum: [...values] } : {}),
    };
    return [name, property] as const;
  });
  return { type: 'object', properties: Object.fromEntries(properties) };
}
