import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PanelView } from '@/utils/domain/view.ts';
import { words } from '@/utils/domain/words.ts';
import { onceLaidOut } from '@/utils/layout/once-laid-out.ts';
import type { Act } from './actions.ts';
import { isPasswordOnShow } from './card-plan.ts';
import { useGuide } from './guide-context.ts';
import { StepItem } from './StepItem.tsx';
import { useSpeech } from './speech.ts';

type Props = Readonly<{ view: PanelView; act: Act }>;

/** Every step of the guide, one of them open. The list never collapses. */
export function Steps({ view, act }: Props) {
  const { say } = useSpeech();
  const guide = useGuide();
  const list = useRef<HTMLOListElement>(null);
  const [folded, setFolded] = useState<string>();
  const { currentStepId } = view;
  const currentIndex = guide.steps.findIndex((step) => step.id === currentStepId);
  useCurrentInView(list, currentStepId, view.guard !== undefined || isPasswordOnShow(view));

  const toggle = (stepId: string) => {
    if (stepId === currentStepId) setFolded(folded === stepId ? undefined : stepId);
    else {
      setFolded(undefined);
      act({ name: 'open-step', stepId });
    }
  };
  return (
    <ol
      class="steps"
      ref={list}
      aria-label={say(words('steps.name'))}
      aria-busy={view.busy ? 'true' : 'false'}
    >
      {guide.steps.map((step, index) => {
        const known = view.steps.find((one) => one.id === step.id);
        if (!known) return null;
        return (
          <StepItem
            key={step.id}
            view={view}
            step={step}
            known={known}
            current={step.id === currentStepId}
            open={step.id === currentStepId && folded !== step.id}
            ahead={index > currentIndex}
            act={act}
            onToggle={() => toggle(step.id)}
          />
        );
      })}
    </ol>
  );
}

/**
 * Scrolls only when another step became the current one, and then no further than needed. A banner
 * about the page itself, a guard's or a password's, is what must be read first.
 */
function useCurrentInView(
  list: Readonly<{ current: HTMLElement | null }>,
  currentStepId: string | undefined,
  bannered: boolean,
): void {
  useLayoutEffect(() => {
    const body = list.current?.parentElement;
    if (!body) return;
    onceLaidOut(body, () => {
      if (bannered) body.scrollTo?.({ top: 0 });
      if (bannered || !currentStepId) return;
      const item = list.current?.querySelector<HTMLElement>(
        `[data-step="${CSS.escape(currentStepId)}"]`,
      );
      const tall = (item?.offsetHeight ?? 0) > body.clientHeight;
      item?.scrollIntoView?.({ block: tall ? 'start' : 'nearest' });
    });
  }, [list, currentStepId, bannered]);
}
