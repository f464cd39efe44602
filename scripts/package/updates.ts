import { createHash } from 'node:crypto';
import { element, xmlText } from '../../utils/deployment/encode/xml.ts';

type Update = Readonly<{ id: string; version: string; url: string }>;

/** Chromium's update manifest (Omaha protocol, `gupdate` 2.0). */
export function updateXml({ id, version, url }: Update): string {
  const check = element('updatecheck', { codebase: url, version });
  const app = element('app', { appid: id }, [check]);
  const xmlns = 'http://www.google.com/update2/response';
  return xmlText(element('gupdate', { xmlns, protocol: '2.0' }, [app]));
}

/** Firefox's update manifest; the hash ties the link to these very bytes. */
export function updatesJson({ id, version, url }: Update, xpi: Uint8Array): string {
  const update_hash = `sha256:${createHash('sha256').update(xpi).digest('hex')}`;
  const updates = [{ version, update_link: url, update_hash }];
  return `${JSON.stringify({ addons: { [id]: { updates } } }, null, 2)}\n`;
}
