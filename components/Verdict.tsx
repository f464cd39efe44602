import type { Step } from '@/utils/domain/guide.ts';
import { isUnchecked, shownState } from '@/utils/domain/step-state.ts';
import type { StepView } from '@/utils/domain/view.ts';
import { words } from '@/utils/domain/words.ts';
import { nearTime } from '@/utils/i18n/times.ts';
import { statementOf } from './Attest.tsx';
import { Note, type Tone } from './Fact.tsx';
import type { IconName } from './icons.ts';
import { REMEDIES } from './remedies.ts';
import { Said } from './Said.tsx';
import { useSpeech } from './speech.ts';

type Look = Readonly<{ tone: Tone; icon: IconName }>;

const LOOKS: Readonly<Record<StepView['state'], Look>> = {
  done: { tone: 'good', icon: 'shield' },
  'not-done': { tone: 'plain', icon: 'info' },
  'in-progress': { tone: 'wait', icon: 'clock' },
  'cannot-tell': { tone: 'doubt', icon: 'question' },
  regressed: { tone: 'alarm', icon: 'warning' },
  'not-applicable': { tone: 'plain', icon: 'info' },
};

type Props = Readonly<{ step: Step; known: StepView; nextCheckAt: string | undefined }>;

/** What is known of the step, in one sentence, and why not more. Silent when there is nothing. */
export function Verdict({ step, known, nextCheckAt }: Props) {
  if (known.state === 'done' && known.by === 'admin')
    return <StatedByAdmin step={step} known={known} />;
  const silent = !known.summary || isUnchecked(known) || known.wait;
  if (silent) return <LastKnown known={known} />;
  const { tone, icon } = LOOKS[shownState(known)];
  return (
    <>
      <Note tone={tone} icon={icon} small={<Under known={known} nextCheckAt={nextCheckAt} />}>
        {known.summary && <Said words={known.summary} />}
      </Note>
      <LastKnown known={known} />
    </>
  );
}

/** The small line: since when it is proved, or the advice that goes with a "can't tell". */
function Under({ known, nextCheckAt }: Omit<Props, 'step'>) {
  const { locale, now } = useSpeech();
  if (known.state === 'cannot-tell' && known.reason) {
    const values = {
      scopes: known.needs?.scopes?.join(', ') ?? '',
      roles: known.needs?.roles?.join(', ') ?? '',
      time: nextCheckAt ? nearTime(nextCheckAt, locale, now()) : '',
    };
    return <Said words={words(adviceId(known, Boolean(nextCheckAt)), values)} />;
  }
  if (!known.checkedAt) return null;
  const id = known.state === 'done' ? 'verdict.proved-at' : 'verdict.looked-at';
  return <Said words={words(id, { time: nearTime(known.checkedAt, locale, now()) })} />;
}

/** The advice, in its shorter form when what it would name is not known. */
function adviceId(known: StepView, timed: boolean): string {
  const { advice } = REMEDIES[known.reason ?? 'not-measured-yet'];
  const named = {
    'consent-required': Boolean(known.needs?.scopes?.length),
    'role-missing': Boolean(known.needs?.roles?.length),
    throttled: timed,
  };
  const known_ = named[known.reason as keyof typeof named] ?? true;
  return known_ ? advice : `${advice}.unnamed`;
}

/** An administrator's word: in ink, with who gave it and when, never in Graph's green. */
function StatedByAdmin({ step, known }: Omit<Props, 'nextCheckAt'>) {
  const { locale, now } = useSpeech();
  const { attestation } = known;
  if (!attestation) return null;
  const values = { by: attestation.by, time: nearTime(attestation.at, locale, now()) };
  return (
    <Note
      tone="plain"
      icon="person"
      small={
        <Said words={words(attestation.by ? 'verdict.stated-by' : 'verdict.stated', values)} />
      }
    >
      {statementOf(step)?.statement ?? attestation.statement}
    </Note>
  );
}

function LastKnown({ known }: Readonly<{ known: StepView }>) {
  const { locale, now } = useSpeech();
  if (!known.lastKnown) return null;
  const { at, summary } = known.lastKnown;
  return (
    <p class="line">
      <Said words={words('verdict.last-known', { time: nearTime(at, locale, now()) })} />{' '}
      <Said words={summary} />
    </p>
  );
}
