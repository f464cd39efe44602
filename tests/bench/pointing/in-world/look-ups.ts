import { configure, getByRole, queryByRole } from '@testing-library/dom';
import type { LocalStrategy } from '@/utils/domain/orders.ts';
import { discover, searchPage } from '@/utils/locator/cold-search.ts';
import { compile, recheck } from '@/utils/locator/queries.ts';
import { openRoots } from '@/utils/locator/roots.ts';
import { DEEP, LIGHT, NOWHERE } from './wanted.ts';

export const shadowOf = (element: Element) => element.shadowRoot;

export const roots = openRoots(shadowOf);

/** Enters all shadow roots; to be done once for each page. */
export function enterAll(): number {
  for (const _ of discover({ roots, onRoot: () => undefined }));
  return roots.all.size;
}

function coldSearch(strategy: LocalStrategy): number {
  const query = compile(strategy, 'de');
  for (const _ of searchPage([query], { roots }));
  return query.matches.size;
}

const remembered = compile(LIGHT, 'de');
const german = (strategy: LocalStrategy) => ('names' in strategy && strategy.names[1]) || '';

configure({ throwSuggestions: false });

const quietly = (work: () => unknown) => {
  try {
    return work();
  } catch {
    return undefined;
  }
};

/** Each returns something so that nothing is optimised away. */
export const lookUps: Readonly<Record<string, () => unknown>> = {
  'querySelector by attribute (light)': () => document.querySelector('[data-bench=light]'),
  'Waymark: the remembered control again': () => recheck(remembered),
  'Waymark: cold search, 4 spellings': () => coldSearch(LIGHT),
  'Waymark: cold search, 3 shadow roots deep': () => coldSearch(DEEP),
  'testing-library getByRole (light, 1 name)': () =>
    getByRole(document.body, 'button', { name: german(LIGHT) }),
  'miss: querySelector by attribute': () => document.querySelector('[data-bench=nowhere]'),
  'miss: Waymark cold search': () => coldSearch(NOWHERE),
  'miss: testing-library queryByRole': () =>
    queryByRole(document.body, 'button', { name: german(NOWHERE) }),
  'miss: testing-library getByRole (throws)': () =>
    quietly(() => getByRole(document.body, 'button', { name: german(NOWHERE) })),
};

/** What each must find: a bench of wrong answers is worth nothing. */
export function wrongAnswers(): string[] {
  const light = document.querySelector('#light');
  for (const _ of searchPage([remembered], { roots }));
  const [only, other] = [...remembered.matches.keys()].filter((at) => at.checkVisibility());
  const checks = {
    'the remembered control': only === light && !other,
    'testing-library': getByRole(document.body, 'button', { name: german(LIGHT) }) === light,
    'in the depths': coldSearch(DEEP) === 1,
    nowhere: coldSearch(NOWHERE) === 0,
  };
  return Object.entries(checks).flatMap(([what, isRight]) => (isRight ? [] : [what]));
}

/** The clock's step is 5 µs: what takes no longer is called so many times in a row. */
const QUICK_MS = 0.02;
const IN_A_ROW = 20;

/** Calls before it counts, so that the engine has had its chance to make each fast. */
const WARM = 20;
const WARM_WHEN_QUICK = 5_000;

/** So many calls, ms each, with some changes of the page before each: the mean of the middle half. */
export function time(name: string, runs: number): number {
  const work = lookUps[name] ?? (() => undefined);
  const taken: number[] = [];
  const isSlow = runs < WARM;
  const calls = !isSlow && called(work, WARM) < QUICK_MS ? IN_A_ROW : 1;
  if (calls > 1) called(work, WARM_WHEN_QUICK);
  for (let run = 0; run < runs; run += 1) {
    const rows = document.querySelectorAll('.row');
    for (let change = 0; change < 20; change += 1)
      rows[(run * 31 + change * 7) % rows.length]?.classList.toggle('x');
    // What the page owes for its own changes is nobody's.
    document.body.getBoundingClientRect();
    taken.push(called(work, calls));
  }
  const middle = taken.sort((a, b) => a - b).slice(Math.floor(runs / 4), Math.ceil((runs * 3) / 4));
  return middle.reduce((sum, one) => sum + one, 0) / middle.length;
}

/** Milliseconds a call. */
function called(work: () => unknown, times: number): number {
  const from = performance.now();
  for (let at = 0; at < times; at += 1) work();
  return (performance.now() - from) / times;
}
