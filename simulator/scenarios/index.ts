import { ready } from './ready.ts';
import type { Scenario } from './scenario.ts';
import { variants } from './variants.ts';
import { walk } from './walk.ts';

/** Every scenario by name. The first one is what `start` and the demonstration begin with. */
export const scenarios: Readonly<Record<string, Scenario>> = Object.fromEntries(
  [walk, ready, ...variants].map((scenario) => [scenario.name, scenario]),
);

/**
 * The scenario with this name.
 *
 * @throws Error that lists the names there are.
 */
export function findScenario(name: string): Scenario {
  const scenario = scenarios[name];
  if (scenario) return scenario;
  throw new Error(
    `There is no scenario "${name}". Choose one of: ${Object.keys(scenarios).join(', ')}`,
  );
}
