import type { PanelView } from '@/utils/domain/view.ts';
import { type Words, words } from '@/utils/domain/words.ts';
import { nearTime } from '@/utils/i18n/times.ts';
import type { Act } from './actions.ts';
import { Button } from './Button.tsx';
import { Said } from './Said.tsx';
import { type Speech, useSpeech } from './speech.ts';

/** When Waymark looked last, or will look again, or why it does not. */
export function footerWords(view: PanelView, { locale, now }: Speech): Words {
  const time = (iso: string) => ({ time: nearTime(iso, locale, now()) });
  if (view.busy) return words('footer.busy', { done: view.busy.done, total: view.busy.total });
  if (view.signIn.status !== 'signed-in') return words('footer.signed-out');
  if (view.guard?.kind === 'wrong-tenant') return words('footer.wrong-tenant');
  if (view.offline) {
    return view.checkedAt
      ? words('footer.offline', time(view.checkedAt))
      : words('footer.offline.never');
  }
  const waiting = view.steps.some((step) => step.id === view.currentStepId && step.wait);
  if (view.nextCheckAt && (waiting || !view.checkedAt)) {
    return words('footer.next', time(view.nextCheckAt));
  }
  return view.checkedAt ? words('footer.checked', time(view.checkedAt)) : words('footer.never');
}

type Props = Readonly<{ view: PanelView; act: Act }>;

/** Never scrolls away and never changes its height. */
export function Footer({ view, act }: Props) {
  const speech = useSpeech();
  const busy = view.busy !== undefined;
  const off = busy || view.guard?.kind === 'wrong-tenant';
  return (
    <footer class="foot">
      {busy && <span class="busy" />}
      <p class="said">
        <Said words={footerWords(view, speech)} />
      </p>
      {view.signIn.status === 'signed-in' && (
        <Button
          action="check-now"
          icon="sync"
          iconClass={busy ? 'turn' : ''}
          off={off}
          onPress={() => act({ name: 'check-now' })}
        >
          {speech.say(words('check.now'))}
        </Button>
      )}
    </footer>
  );
}
