import { strToU8 } from 'fflate';

/** How a file is written: what its readers on each platform expect. */
export type Format = 'utf-8' | 'utf-8-crlf' | 'utf-16le-crlf';

/** One file of a deployment. */
export type Artefact = Readonly<{
  /** Path in the zip, with forward slashes. */
  path: string;
  /** What it is for; also the id of the sentence that says so. */
  kind: ArtefactKind;
  /** With line feeds alone; `bytesOf` writes the line ends the format asks for. */
  text: string;
  format: Format;
}>;

export type ArtefactKind =
  | 'readme'
  | 'configuration'
  | 'reg-install'
  | 'reg-remove'
  | 'ps-detect'
  | 'ps-install'
  | 'ps-remove'
  | 'admx'
  | 'adml'
  | 'intune'
  | 'mobileconfig'
  | 'linux-json'
  | 'linux-script'
  | 'firefox-json'
  | 'google-json'
  | 'google-guide'
  | 'rmm';

/** A file as bytes. The Registry Editor wants UTF-16 with a byte order mark. */
export function bytesOf({ text, format }: Artefact): Uint8Array<ArrayBuffer> {
  if (format === 'utf-8') return new Uint8Array(strToU8(text));
  const lines = text.replaceAll('\n', '\r\n');
  return format === 'utf-8-crlf' ? new Uint8Array(strToU8(lines)) : utf16(lines);
}

function utf16(text: string): Uint8Array<ArrayBuffer> {
  const marked = `\uFEFF${text}`;
  const view = new DataView(new ArrayBuffer(marked.length * 2));
  for (let index = 0; index < marked.length; index++) {
    view.setUint16(index * 2, marked.charCodeAt(index), true);
  }
  return new Uint8Array(view.buffer);
}
