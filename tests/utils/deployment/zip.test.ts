import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { bytesOf } from '@/utils/deployment/artefact.ts';
import { artefactsOf } from '@/utils/deployment/artefacts.ts';
import { zipOf } from '@/utils/deployment/zip.ts';
import { EVERYTHING } from './a-deployment.ts';

const files = artefactsOf(EVERYTHING, {});

test('the zip holds every file as it is, the read-me first', () => {
  const found = unzipSync(zipOf(files));

  expect(Object.keys(found)).toEqual(files.map(({ path }) => path));
  expect(Object.keys(found)[0]).toBe('README.txt');
  for (const file of files) expect(found[file.path]).toEqual(bytesOf(file));
});

test('the same configuration makes the same bytes', () => {
  expect(zipOf(artefactsOf(EVERYTHING, {}))).toEqual(zipOf(files));
});

test('the read-me names every other file, the ids and the packages', () => {
  const readMe = strFromU8(unzipSync(zipOf(files))['README.txt'] ?? new Uint8Array());

  for (const { path } of files.slice(1)) expect(readMe).toContain(path);
  expect(readMe).toContain('waymark@waymark.example');
  expect(readMe).toContain('https://it.contoso.com/waymark/update.xml');
});
