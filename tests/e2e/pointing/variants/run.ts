import type { Browser } from 'playwright-core';
import { type Variant, variants } from './list.ts';
import { type Outcome, play } from './play.ts';
import { type Kind, openTheatre } from './stage.ts';

/** Pages that are played side by side; most variants are of the first kind. */
const HOUSES: readonly Kind[] = ['top', 'top', 'same-origin-frame', 'cross-origin-frame'];

/** Plays every variant once. */
export async function playAll(browser: Browser): Promise<readonly Outcome[]> {
  const theatres = [];
  // One after the other: a new page takes the focus from the one before.
  for (const kind of HOUSES) theatres.push(await openTheatre(browser, kind));
  const all = variants();
  const played = theatres.map(async (theatre, house) => {
    const outcomes: Outcome[] = [];
    for (const variant of billOf(all, house)) outcomes.push(await play(theatre, variant));
    await theatre.close();
    return outcomes;
  });
  return (await Promise.all(played)).flat();
}

/** What one house plays: its kind, shared between the houses of that kind. */
function billOf(all: readonly Variant[], house: number): Variant[] {
  const kind = HOUSES[house];
  const peers = HOUSES.flatMap((one, nth) => (one === kind ? [nth] : []));
  const mine = all.filter(({ spec }) => kindOf(spec.structure) === kind);
  return mine.filter((_, nth) => nth % peers.length === peers.indexOf(house));
}

function kindOf(structure: string): Kind {
  return structure === 'same-origin-frame' || structure === 'cross-origin-frame'
    ? structure
    : 'top';
}
