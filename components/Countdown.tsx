import { useEffect, useState } from 'preact/hooks';
import type { StepView } from '@/utils/domain/view.ts';
import { words } from '@/utils/domain/words.ts';
import { clockTime, countdown } from '@/utils/i18n/times.ts';
import { Said } from './Said.tsx';
import { useSpeech } from './speech.ts';

type Wait = NonNullable<StepView['wait']>;

/** The time of the clock, looked at once a second while somebody can see it. */
function useNow(): number {
  const { now } = useSpeech();
  const [time, setTime] = useState(now());
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') setTime(now());
    }, 1000);
    return () => clearInterval(timer);
  }, [now]);
  return time;
}

/** How far a wait is: before the usual end, between it and the latest, or past everything. */
function phaseOf(wait: Wait, nowMs: number): 'running' | 'soon' | 'late' {
  if (nowMs < Date.parse(wait.expectedBy)) return 'running';
  const latest = wait.latestBy ?? wait.expectedBy;
  return nowMs < Date.parse(latest) ? 'soon' : 'late';
}

/** A calm countdown: only its digits and a slow bar change, and nothing blinks. */
export function Countdown({ wait }: Readonly<{ wait: Wait }>) {
  const { locale, say } = useSpeech();
  const nowMs = useNow();
  const phase = phaseOf(wait, nowMs);
  const end = phase === 'running' ? wait.expectedBy : (wait.latestBy ?? wait.expectedBy);
  const usual = clockTime(wait.expectedBy, locale);
  const latest = wait.latestBy && clockTime(wait.latestBy, locale);
  return (
    <div class="count" role="timer" aria-label={say(words('wait.name'))}>
      <span class="big">{countdown(Date.parse(end) - nowMs)}</span>
      <span class="till">
        <b>
          <Said words={words(`wait.${phase}`, { time: usual })} />
        </b>
        {latest && (
          <>
            <br />
            <Said words={words('wait.latest', { time: latest })} />
          </>
        )}
      </span>
      {wait.from && <Scale wait={wait} from={wait.from} nowMs={nowMs} />}
    </div>
  );
}

function Scale({ wait, from, nowMs }: Readonly<{ wait: Wait; from: string; nowMs: number }>) {
  const { locale } = useSpeech();
  const start = Date.parse(from);
  const end = Date.parse(wait.latestBy ?? wait.expectedBy);
  const part = (ms: number) =>
    `${Math.round(Math.min(1, Math.max(0, (ms - start) / (end - start || 1))) * 1000) / 10}%`;
  return (
    <>
      <div class="span" aria-hidden="true">
        <i style={{ inlineSize: part(nowMs) }} />
        {wait.latestBy && <u style={{ insetInlineStart: part(Date.parse(wait.expectedBy)) }} />}
      </div>
      <div class="scale">
        <span>
          <Said words={words('wait.from', { time: clockTime(from, locale) })} />
        </span>
        {wait.latestBy && <span>{clockTime(wait.expectedBy, locale)}</span>}
        <span>{clockTime(wait.latestBy ?? wait.expectedBy, locale)}</span>
      </div>
    </>
  );
}
