import type { Answers } from '../domain/check.ts';
import type { Action } from '../domain/guide.ts';
import type { Strategy } from '../domain/locator.ts';
import type { LocalAction, LocalStrategy } from '../domain/orders.ts';

/** The portals' own words in one language: English label to every known spelling. */
export type PortalLabels = Readonly<Record<string, readonly string[]>>;

/** Parts of a guide that only the administrator's answers fill: `{integrationAccount}`. */
const ANSWER = /\{(\w+)\}/g;

/**
 * Turns an action of a guide into what one frame needs: names in every spelling the page may show.
 *
 * English names stay in the list, because portals fall back to English where a translation is
 * missing. A name that needs an answer which was not given drops its strategy.
 */
export function localise(
  action: Action,
  labels: PortalLabels,
  answers: Answers,
  said: Readonly<{ say: string; sayOutOfView: string }>,
): LocalAction {
  const local = (strategies: readonly Strategy[]) =>
    strategies.flatMap((strategy) => localStrategy(strategy, labels, answers));
  return {
    id: action.id,
    strategies: local(action.target.strategies),
    until: action.until,
    optional: action.optional ?? false,
    ...(action.pane ? { pane: action.pane } : {}),
    ...(action.servedBy ? { servedBy: local(action.servedBy) } : {}),
    ...(action.from ? { from: spellings(action.from, labels, answers) } : {}),
    ...said,
  };
}

function localStrategy(
  strategy: Strategy,
  labels: PortalLabels,
  answers: Answers,
): LocalStrategy[] {
  switch (strategy.by) {
    case 'role': {
      const names = spellings(strategy.names, labels, answers);
      return names.length > 0 ? [{ by: 'role', role: strategy.role, names }] : [];
    }
    case 'relation': {
      const names = spellings(strategy.names, labels, answers);
      const within = spellings(strategy.within, labels, answers);
      const whole = names.length > 0 && within.length > 0;
      return whole ? [{ by: 'relation', role: strategy.role, names, within }] : [];
    }
    case 'css':
      return [{ by: 'css', selector: strategy.selector }];
    default:
      return [strategy];
  }
}

function spellings(names: readonly string[], labels: PortalLabels, answers: Answers): string[] {
  const filled = names.map((name) => fill(name, answers)).filter((name) => name !== undefined);
  return [...new Set(filled.flatMap((name) => [...(labels[name] ?? []), name]))];
}

/** `undefined` when the name needs an answer that is missing. */
function fill(name: string, answers: Answers): string | undefined {
  const values: Record<string, string | undefined> = {
    ...answers,
    integrationAccountAlias: answers.integrationAccount?.split('@')[0],
  };
  const holes = [...name.matchAll(ANSWER)].map(([, hole = '']) => values[hole]);
  if (holes.some((value) => value === undefined)) return undefined;
  return name.replace(ANSWER, (_, hole: string) => values[hole] ?? '');
}
