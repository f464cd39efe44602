import { words } from '../domain/words.ts';
import { type Read, readText, shown } from './read-values.ts';

/**
 * Characters an address may hold here. A semicolon would end the id in `ExtensionInstallForcelist`,
 * and a quote, an ampersand or a percent sign means something in one file or another.
 */
const SAFE = /^[A-Za-z0-9:/._~-]+$/;

/** Address of the folder that holds the packages, with its last slash. */
export function readAddress(given: unknown): Read<string> {
  const text = readText(given);
  if ('wrong' in text) return text;
  const url = URL.canParse(text.value) ? new URL(text.value) : undefined;
  const wrong = (id: string) => ({
    wrong: words(`deploy.problem.${id}`, { given: shown(text.value) }),
  });
  if (!url?.hostname) return wrong('not-an-address');
  if (url.protocol !== 'https:') return wrong('not-https');
  if (url.search || url.hash || url.username || url.password) return wrong('address-extra');
  if (!SAFE.test(text.value) || !SAFE.test(url.href)) return wrong('address-characters');
  return { value: url.href.endsWith('/') ? url.href : `${url.href}/` };
}
