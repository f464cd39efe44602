import type { Boot } from '../../kit/portal.ts';
import type { LabelKey } from '../../labels/labels.ts';
import { get } from './api.ts';

/** The reader, the tenant and the labels, asked once per document. */
export const boot: Boot = await get<Boot>(`/boot?lng=${document.documentElement.lang}`);

export const label = (key: LabelKey): string => boot.labels[key];

/** Remembers a choice of the reader for this site; `''` forgets it. */
export function remember(name: 'portal-language' | 'portal-theme', value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in older Firefox.
  document.cookie = `${name}=${value}; path=/; secure; samesite=lax; max-age=31536000`;
}

/** A constructed sheet: shadow roots share it and the page's content policy stays strict. */
export async function styleSheet(path: string): Promise<CSSStyleSheet> {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await (await fetch(`/assets/${path}`)).text());
  return sheet;
}
