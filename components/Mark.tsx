import type { ComponentChildren } from 'preact';
import { isUnchecked, shownState } from '@/utils/domain/step-state.ts';
import type { StepView } from '@/utils/domain/view.ts';

/** Every silhouette there is. Told apart by shape alone; colour only repeats it. */
export type MarkName =
  | 'done-graph'
  | 'done-admin'
  | 'not-done'
  | 'in-progress'
  | 'cannot-tell'
  | 'unchecked'
  | 'regressed'
  | 'not-applicable';

/** The mark of a step. Graph's word and an administrator's never share a shape. */
export function markOf(step: StepView): MarkName {
  const state = shownState(step);
  if (state === 'done') return step.by === 'graph' ? 'done-graph' : 'done-admin';
  return isUnchecked(step) ? 'unchecked' : state;
}

type Props = Readonly<{ name: MarkName; tone?: 'ok' | 'bad' | 'unsure' | 'quiet' }>;

export function Mark({ name, tone }: Props) {
  return (
    <svg
      class={`mark ${tone ?? ''}`}
      data-mark={name}
      width="20"
      height="20"
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
    >
      {DRAWINGS[name]}
    </svg>
  );
}

const stroke = {
  fill: 'none',
  stroke: 'currentColor',
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
} as const;

const DRAWINGS: Readonly<Record<MarkName, ComponentChildren>> = {
  'done-graph': (
    <>
      <circle cx="10" cy="10" r="9" />
      <path
        class="hole"
        d="M14.6 6.7a.8.8 0 0 1 0 1.2l-5.3 5.4a.85.85 0 0 1-1.2 0L5.5 10.7a.83.83 0 0 1 1.2-1.2l2 2 4.7-4.8a.83.83 0 0 1 1.2 0Z"
      />
    </>
  ),
  'done-admin': (
    <>
      <rect class="ground" x="2" y="2" width="16" height="16" rx="4" />
      <rect {...stroke} stroke-width="1.6" x="2" y="2" width="16" height="16" rx="4" />
      <circle cx="10" cy="7.6" r="2.2" />
      <path d="M5.9 14.3c0-2.2 1.7-3.4 4.1-3.4s4.1 1.2 4.1 3.4c0 .4-.3.7-.7.7H6.6a.7.7 0 0 1-.7-.7Z" />
    </>
  ),
  'not-done': (
    <>
      <circle class="ground" cx="10" cy="10" r="8" />
      <circle {...stroke} stroke-width="1.8" cx="10" cy="10" r="8" />
    </>
  ),
  'in-progress': (
    <>
      <circle class="ground" cx="10" cy="10" r="8" />
      <circle {...stroke} stroke-width="1.6" cx="10" cy="10" r="8" />
      <path d="M10 4.8a.6.6 0 0 1 .6-.6A5.4 5.4 0 0 1 15.8 10c0 .3-.3.5-.6.5h-4.6a.6.6 0 0 1-.6-.6V4.8Z" />
    </>
  ),
  'cannot-tell': (
    <>
      <path class="ground" d="m10 1.6 8.4 8.4-8.4 8.4L1.6 10Z" />
      <path {...stroke} stroke-width="1.6" d="m10 1.6 8.4 8.4-8.4 8.4L1.6 10Z" />
      <path {...stroke} stroke-width="1.5" d="M8.2 8.3a1.85 1.85 0 1 1 2.7 1.7c-.6.3-.9.7-.9 1.3" />
      <circle cx="10" cy="13.5" r=".95" />
    </>
  ),
  regressed: (
    <>
      <path d="M8.6 2.3a1.6 1.6 0 0 1 2.8 0l7 12.9a1.6 1.6 0 0 1-1.4 2.4H3a1.6 1.6 0 0 1-1.4-2.4Z" />
      <path class="hole" d="M9.1 7.2a.9.9 0 0 1 1.8 0v4a.9.9 0 0 1-1.8 0Z" />
      <circle class="hole" cx="10" cy="14.2" r="1.05" />
    </>
  ),
  unchecked: (
    <>
      <path class="ground" d="m10 4.5 5.5 5.5-5.5 5.5L4.5 10Z" />
      <path {...stroke} stroke-width="1.5" d="m10 4.5 5.5 5.5-5.5 5.5L4.5 10Z" />
    </>
  ),
  'not-applicable': <rect x="4" y="9" width="12" height="2" rx="1" />,
};
