import { vi } from 'vitest';
import guide from '@/guides/work365-partner-center/guide.ts';
import { portals } from '@/portals/hosts.ts';
import type { Background } from '@/utils/background/background.ts';
import { MicrosoftClock } from '@/utils/background/clock.ts';
import { readSettings } from '@/utils/policy/read-settings.ts';
import type { Store } from '@/utils/state/store.ts';
import type { State } from '@/utils/state/stored.ts';
import { aState } from '../a-state.ts';

/** A store in memory with the promises of the real one. */
export function storeOf(initial: State): Store & { state: () => State } {
  let state = initial;
  return {
    state: () => state,
    read: async () => state,
    update: async (change) => {
      state = change(state);
      return state;
    },
  };
}

/** A background over a state in memory; `received` is what came from the organisation. */
export function aBackground(
  initial: State = aState(),
  received: Readonly<Record<string, unknown>> = {},
) {
  const store = storeOf(initial);
  const policy = vi.fn(async () => ({
    settings: readSettings(received, [guide.id]).settings,
    received,
  }));
  const background: Background = {
    store,
    guide,
    portals,
    clock: new MicrosoftClock(),
    random: () => 0.5,
    policy,
    shownPolicy: policy,
  };
  return { background, state: store.state };
}
