import { declared, SETTING_NAMES } from './settings.ts';

/**
 * The managed-storage schema of Chromium browsers, as `managed-schema.json` in the build. A browser
 * silently leaves out what its schema refuses. So it names types alone: what reaches us can be
 * judged, and named where it does not fit. `additionalProperties` at the top would let unknown
 * names through as well, but Chromium then refuses the whole extension.
 * https://developer.chrome.com/docs/extensions/reference/manifest/storage
 */
export function managedSchema(): object {
  const properties = SETTING_NAMES.map((name) => {
    const { type } = declared(name);
    const items = type === 'array' ? { items: { type: 'string' } } : {};
    return [name, { description: descriptionOf(name), type, ...items }] as const;
  });
  return { type: 'object', properties: Object.fromEntries(properties) };
}

function descriptionOf(name: (typeof SETTING_NAMES)[number]): string {
  const { description, values, default: unset } = declared(name);
  return [
    description,
    ...(values ? [`Values: ${values.join(', ')}.`] : []),
    ...(unset ? [`Default: ${unset}.`] : []),
  ].join(' ');
}
