import { createHash } from 'node:crypto';

type Update = Readonly<{ id: string; version: string; url: string }>;

/** Chromium's update manifest (Omaha protocol, `gupdate` 2.0). */
export function updateXml({ id, version, url }: Update): string {
  return [
    `<?xml version='1.0' encoding='UTF-8'?>`,
    `<gupdate xmlns='http://www.google.com/update2/response' protocol='2.0'>`,
    `  <app appid='${id}'>`,
    `    <updatecheck codebase='${escapeXml(url)}' version='${version}' />`,
    `  </app>`,
    `</gupdate>`,
    '',
  ].join('\n');
}

/** Firefox's update manifest; the hash ties the link to these very bytes. */
export function updatesJson({ id, version, url }: Update, xpi: Uint8Array): string {
  const update_hash = `sha256:${createHash('sha256').update(xpi).digest('hex')}`;
  const updates = [{ version, update_link: url, update_hash }];
  return `${JSON.stringify({ addons: { [id]: { updates } } }, null, 2)}\n`;
}

function escapeXml(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", '&apos;');
}
