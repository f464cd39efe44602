import { describe, expect, test } from 'vitest';
import { code, files, findings, read, SHIPPED } from './repository.ts';

/** Commands the options page offers to copy: an administrator runs them in a shell of their own. */
const COMMANDS_TO_COPY = 'components/options/snippets.ts';

const sources = files(/\.tsx?$/, SHIPPED);
const running = sources.filter((file) => file !== COMMANDS_TO_COPY);

test('there is something to look at', () => {
  expect(sources.length).toBeGreaterThan(100);
});

describe('one place for each address', () => {
  test('Graph’s hosts are named with the clouds and in the manifest’s list, nowhere else', () => {
    const elsewhere = findings(
      sources,
      /(?:dod-)?graph\.microsoft\.(?:com|us)|microsoftgraph\.chinacloudapi\.cn/,
    ).filter((hit) => !/^(utils\/domain\/cloud|portals\/hosts)\.ts/.test(hit));

    expect(elsewhere).toEqual([]);
  });

  test('sign-in hosts are named with the clouds, nowhere else', () => {
    const elsewhere = findings(sources, /login\.(?:partner\.)?microsoftonline\.\w+/).filter(
      (hit) => !hit.startsWith('utils/domain/cloud.ts'),
    );

    expect(elsewhere).toEqual([]);
  });
});

describe('reads only', () => {
  test('no permission to write, or to act as the user everywhere, is named', () => {
    const scopes = findings(running, /\b[A-Z][A-Za-z]+(?:\.[A-Z][A-Za-z]+)+\b/);
    const writing = scopes.filter(
      (hit) =>
        /\.(ReadWrite|Write|AccessAsUser|FullControl|Manage)/.test(hit) ||
        (/\.All$/.test(hit) && !/\.Read(Basic)?\.All$/.test(hit)),
    );

    expect(scopes.length).toBeGreaterThan(10);
    expect(writing).toEqual([]);
  });

  test('no request is made with a verb that changes something', () => {
    expect(findings(running, /\b(?:PATCH|PUT|DELETE)\b/)).toEqual([]);
  });

  test('the only requests with a body are Graph’s own queries and the batch that carries reads', () => {
    const posting = findings(running, /['"]POST['"]/).map((hit) => hit.split(':')[0] ?? '');
    const inOtherRooms = posting.filter((file) => !/^utils\/(?:domain\/read|graph\/)/.test(file));

    expect(inOtherRooms.toSorted()).toEqual([
      'utils/checks/reads/membership.ts',
      'utils/checks/reads/what-if.ts',
    ]);
    expect(findings(files(/\.ts$/, ['utils/graph']), /method: 'POST', [^}]*/)).toEqual([
      "utils/graph/batch.ts: method: 'POST', version, path: '/$batch', body: { requests ",
    ]);
    expect(code('utils/checks/reads/membership.ts')).toContain('/checkMemberGroups');
    expect(code('utils/checks/reads/what-if.ts')).toContain('/conditionalAccess/evaluate');
  });
});

describe('no code but our own, and no markup from text', () => {
  test.each([
    ['code from a text', /\beval\s*\(|\bnew Function\b|setTimeout\(\s*['"`]/],
    ['markup from a text', /\.(?:inner|outer)HTML\s*=[^=]|insertAdjacentHTML|document\.write\b/],
    ['markup from a text in a view', /dangerouslySetInnerHTML/],
    ['a script from elsewhere', /import\(\s*['"`]https?:|importScripts|createElement\(['"]script/],
  ])('%s', (_, pattern) => {
    expect(findings(sources, pattern)).toEqual([]);
  });
});

describe('the host page stays untouched and unheard', () => {
  const inPage = sources.filter((file) =>
    /^(entrypoints\/(beacon|dock)|utils\/(locator|ring|panel-host)\/)/.test(file),
  );

  test('frames talk through the browser, never by messages a page could forge or read', () => {
    expect(inPage.length).toBeGreaterThan(10);
    expect(findings(inPage, /\b(?:window|parent|top|self)\.postMessage/)).toEqual([]);
    expect(findings(inPage, /addEventListener\(\s*['"]message['"]/)).toEqual([]);
  });

  test('nothing is clicked, typed or submitted for the administrator', () => {
    expect(
      findings(
        inPage,
        /\.click\(\)|\.submit\(\)|requestSubmit|dispatchEvent\(|\.value\s*=[^=]|execCommand/,
      ),
    ).toEqual([]);
  });

  test('no token, no store and no network is reached for from a page', () => {
    expect(findings(inPage, /\bfetch\(|XMLHttpRequest|sendBeacon|WebSocket|storage\./)).toEqual([]);
  });
});

test('nothing is sent to anybody but Microsoft: no other address is called', () => {
  const called = findings(sources, /\bfetch\(|XMLHttpRequest|sendBeacon|WebSocket|EventSource/).map(
    (hit) => hit.split(':')[0] ?? '',
  );

  expect(
    [...new Set(called)].filter((file) => !/^utils\/(graph|background\/clock)/.test(file)),
  ).toEqual([]);
});

test('a file has one job: none in the extension is longer than 260 lines', () => {
  const long = sources.filter((file) => read(file).split('\n').length > 260);

  expect(long).toEqual([]);
});

test('no type is waved through', () => {
  expect(findings(sources, /:\s*any\b|\bas any\b|<any>/)).toEqual([]);
  expect(findings(sources, /@ts-(?:ignore|nocheck|expect-error)/, read)).toEqual([]);
});
