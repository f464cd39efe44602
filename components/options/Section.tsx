import type { ComponentChildren } from 'preact';
import { words } from '@/utils/domain/words.ts';
import { Mark, type MarkName } from '../Mark.tsx';
import { useSpeech } from '../speech.ts';
import type { Health } from './model.ts';

/** The sections of the page, in order; ids are the fragments of their addresses. */
export const SECTIONS = [
  'about',
  'cloud',
  'app',
  'permissions',
  'test',
  'policy',
  'deployment',
] as const;
export type SectionId = (typeof SECTIONS)[number];

type Props = Readonly<{ id: SectionId; aside?: ComponentChildren; children: ComponentChildren }>;

/** One headed part of the page. */
export function Section({ id, aside, children }: Props) {
  const { say } = useSpeech();
  return (
    <section class="section" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        {say(words(`options.${id}.title`))}
        {aside && <span>{aside}</span>}
      </h2>
      {children}
    </section>
  );
}

const MARKS: Readonly<Record<Health, Readonly<{ name: MarkName; tone: 'ok' | 'bad' | 'quiet' }>>> =
  {
    ok: { name: 'done-graph', tone: 'ok' },
    bad: { name: 'regressed', tone: 'bad' },
    open: { name: 'not-done', tone: 'quiet' },
  };

/** The mark of a section or a test: done, wrong, or still to do. */
export function HealthMark({ health }: Readonly<{ health: Health }>) {
  return <Mark {...MARKS[health]} />;
}

type ContentsProps = Readonly<{ health: Readonly<Record<string, Health>> }>;

export function Contents({ health }: ContentsProps) {
  const { say } = useSpeech();
  return (
    <nav class="toc" aria-label={say(words('options.contents'))}>
      {SECTIONS.map((id) => {
        const own = health[id];
        return (
          <a key={id} href={`#${id}`}>
            {own ? <HealthMark health={own} /> : <Mark name="not-applicable" tone="quiet" />}
            <span>{say(words(`options.${id}.title`))}</span>
            {own && <span class="vh">{say(words(`options.health.${own}`))}</span>}
          </a>
        );
      })}
    </nav>
  );
}
