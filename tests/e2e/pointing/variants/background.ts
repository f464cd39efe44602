import { readFileSync } from 'node:fs';
import guide from '@/guides/work365-partner-center/guide.ts';
import { portals } from '@/portals/hosts.ts';
import { aFrame, aState, INTEGRATION_ACCOUNT, judged } from '@/tests/utils/a-state.ts';
import type { Action, Guide } from '@/utils/domain/guide.ts';
import type { FrameReport, Orders } from '@/utils/domain/orders.ts';
import type { Outcome } from '@/utils/domain/outcome.ts';
import type { Progress } from '@/utils/domain/progress.ts';
import type { Pointing } from '@/utils/domain/view.ts';
import type { PortalLabels } from '@/utils/guidance/localise.ts';
import { pageById } from '@/utils/guidance/match-page.ts';
import { ordersFor, type Scene } from '@/utils/guidance/orders.ts';
import { pointingOf } from '@/utils/guidance/pointing.ts';
import type { State } from '@/utils/state/stored.ts';
import { BY_KEY, type Variant } from './list.ts';

const TAB = 1;

/** What the background would say, by the shipped guidance code, of a tab in a state. */
export type Background = Readonly<{
  orders: (reports: Reports) => readonly Orders[];
  pointing: (reports: Reports) => Pointing;
}>;

/** Of each frame, by its number; absent until it has reported. */
export type Reports = readonly (FrameReport | undefined)[];

export function backgroundFor(variant: Variant, frames: number): Background {
  const { step, action } = variant.subject;
  const only = { ...step, actions: [withKey(action, variant)] };
  const cut: Guide = { ...guide, steps: [only] };
  const scene: Scene = { ...SCENE, guide: cut };
  const stateWith = (reports: Reports) => stateOf(variant, frames, reports);
  return {
    orders: (reports) =>
      Array.from({ length: frames }, (_, id) => ordersFor(stateWith(reports), TAB, id, scene)),
    pointing: (reports) =>
      pointingOf(stateWith(reports), TAB, { guide: cut, portals, guard: undefined }),
  };
}

const SCENE: Omit<Scene, 'guide'> = {
  portals,
  settings: {},
  labels: labelsIn,
  say: () => ({ say: 'Select [this]', sayOutOfView: '[This] is further away' }),
  direction: 'ltr',
  panel: () => ({
    show: 'hidden',
    side: 'right',
    chip: { label: '', text: '', mark: 'none', trail: '' },
    behind: '',
    url: '',
  }),
};

function labelsIn(language: string): PortalLabels {
  try {
    return JSON.parse(readFileSync(`locales/${language}/portal-labels.json`, 'utf8'));
  } catch {
    return {};
  }
}

function withKey(action: Action, { speech }: Variant): Action {
  if (speech.words !== 'keyed') return action;
  const [first, ...others] = action.target.strategies;
  return { ...action, target: { ...action.target, strategies: [first, ...others, BY_KEY] } };
}

/** The tab shows the action's page; the frames of a frame portal all show its view. */
function stateOf({ subject, speech, spec }: Variant, frames: number, reports: Reports): State {
  const { page } = pageById(subject.action.page, portals);
  const url =
    spec.trap === 'other-route'
      ? 'https://partner.microsoft.com/elsewhere'
      : addressOf(subject.action);
  const frameStates = Array.from({ length: frames }, (_, id) => {
    const report = reports[id];
    const more = { name: id > 0 ? (page.frame ?? '') : '', language: speech.language };
    return [
      id,
      aFrame(id === 0 ? url : 'https://blade.example/', { ...more, ...(report ? { report } : {}) }),
    ];
  });
  const answers = { partnerTier: 'direct', integrationAccount: INTEGRATION_ACCOUNT } as const;
  return aState({
    tenant: { answers, progress: sentBy(subject) },
    local: { openStepId: subject.step.id },
    session: { tabs: { [TAB]: { frames: Object.fromEntries(frameStates) } } },
  });
}

/** Where an action is for a verdict's own page only, the verdict that sends the reader there. */
function sentBy({ step, action }: Variant['subject']): Progress {
  if (!action.onlyAsFix) return {};
  const notDone = judged('not-done');
  return {
    [step.id]: { ...notDone, outcome: { ...notDone.outcome, page: action.page } as Outcome },
  };
}

/** An address that is the page: its patterns with their gaps closed. */
function addressOf({ page: id }: Action): string {
  const { portal, page } = pageById(id, portals);
  const [path = '/'] = page.paths;
  const fragment = page.fragments?.find((one) => one !== '');
  return `https://${portal.hosts[0]}${path.replaceAll('*', 'x')}${fragment ? `#${fragment.replaceAll('*', 'x')}` : ''}`;
}
