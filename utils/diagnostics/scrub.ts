import type { Diagnostics } from '../domain/diagnostics.ts';
import type { UpdateSource } from '../domain/installation.ts';
import type { SettingHealth } from '../domain/settings-report.ts';
import { type Known, openScrubber } from '../report/pseudonyms.ts';
import { shapeOf } from './shape-of.ts';

/** Microsoft's request ids, and reasons, which are made of our own words alone. */
const AS_IT_IS: readonly string[] = ['requestId', 'because'];

/**
 * Diagnostics without personal data. Every text goes through the scrubber but those named above: what is added later is scrubbed too, unless somebody decides otherwise here. What an
 * organisation delivered may be anything, so that of it only the shape stays.
 */
export function scrub(raw: Diagnostics, known: Known): Diagnostics {
  const hide = openScrubber(known);
  const walk = (value: unknown, name = ''): unknown => {
    if (AS_IT_IS.includes(name)) return value;
    if (typeof value === 'string') return hide(value);
    if (Array.isArray(value)) return value.map((item) => walk(item, name));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item, key)]));
  };
  const { installation, settings } = raw;
  return walk({
    ...raw,
    installation: { ...installation, updates: withoutHost(installation.updates) },
    settings: settings.map(shaped),
  }) as Diagnostics;
}

/** An organisation's server is named after the organisation. */
function withoutHost({ from, address }: UpdateSource): UpdateSource {
  if (!address || from !== 'server') return { from, ...(address ? { address } : {}) };
  const [protocol] = address.split('//');
  return { from, address: `${protocol}//…/${address.slice(address.lastIndexOf('/') + 1)}` };
}

function shaped(setting: SettingHealth): SettingHealth {
  return 'received' in setting ? { ...setting, received: shapeOf(setting.received) } : setting;
}
