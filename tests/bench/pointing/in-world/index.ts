import { enterAll, lookUps, time, wrongAnswers } from './look-ups.ts';
import { names, run } from './modes.ts';
import { attribute, spent } from './spent.ts';

/** What is measured, in the isolated world of the page, as a content script would run it. */

attribute();

Object.assign(globalThis, {
  bench: { enterAll, time, wrongAnswers, run, spent, lookUps: Object.keys(lookUps), modes: names },
});
