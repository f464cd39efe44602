import { has, type PolicyReading } from './obstacles.ts';
import { type Gap, gapOf } from './policy-cover.ts';

/**
 * `always`: every sign-in needs MFA. `blocked`: every sign-in is refused. `sometimes`: MFA is asked
 * for under conditions, or another control will do. `unsure`: it depends on what cannot be read.
 */
export type Verdict = 'always' | 'blocked' | 'sometimes' | 'never' | 'unsure';

export type Judgement = Readonly<{
  verdict: Verdict;
  readings: readonly PolicyReading[];
  /** The policies that carry `always`, with blocks that are part of it; or those that block. */
  carriers: readonly PolicyReading[];
  /** The carriers each ask under a condition and only together always. */
  together: boolean;
  /** Every sign-in is refused, if what cannot be read of some policy is so. */
  mayBlock: boolean;
}>;

type Readings = readonly PolicyReading[];

function gap(readings: Readings): Gap {
  return gapOf(readings.map(({ conditions }) => conditions));
}

function isSure(reading: PolicyReading): boolean {
  return !has(reading, 'unsure');
}

/**
 * Those that ask always by themselves; else as few as together do, with the blocks that fill their
 * gaps.
 */
function carriersOf(demands: Readings, blocks: Readings): Pick<Judgement, 'carriers' | 'together'> {
  const alone = demands.filter(({ conditions }) => conditions.length === 0);
  if (alone.length > 0) return { carriers: alone, together: false };
  const needed = [...blocks, ...demands].reduceRight<Readings>(
    (kept, one) => {
      const others = kept.filter((other) => other !== one);
      return gap(others) === 'none' ? others : kept;
    },
    [...blocks, ...demands],
  );
  return { carriers: needed, together: true };
}

/**
 * Policies add up: a sign-in needs MFA when any policy that is about it asks, and a refused one
 * needs none. So the question is whether a sign-in remains that none of them is about.
 */
export function judgeReadings(readings: Readings): Judgement {
  const here = readings.filter((reading) => !has(reading, 'reach'));
  const allBlocks = here.filter(({ grant }) => grant === 'blocks');
  const blocks = allBlocks.filter(isSure);
  const mayBlock = allBlocks.length > 0 && gap(allBlocks) !== 'certain';
  const demands = here.filter((reading) => reading.grant === 'mfa' && isSure(reading));
  if (blocks.length > 0 && gap(blocks) === 'none') {
    return { verdict: 'blocked', readings, carriers: blocks, together: false, mayBlock };
  }
  if (demands.length > 0 && gap([...demands, ...blocks]) === 'none') {
    return { verdict: 'always', readings, mayBlock, ...carriersOf(demands, blocks) };
  }
  return { verdict: openVerdict(here), readings, carriers: [], together: false, mayBlock };
}

/** No, where a sign-in surely gets by even if all that cannot be read spoke for MFA. */
function openVerdict(here: Readings): Verdict {
  const mayDemand = here.filter(({ grant }) => grant === 'mfa' || grant === 'unsure');
  const blocks = here.filter(({ grant }) => grant === 'blocks');
  if (mayDemand.length > 0 && gap([...mayDemand, ...blocks]) !== 'certain') return 'unsure';
  return mayDemand.length > 0 || here.some(({ grant }) => grant === 'or') ? 'sometimes' : 'never';
}
