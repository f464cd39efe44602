import type { Diagnostics } from '@/utils/domain/diagnostics.ts';
import { words } from '@/utils/domain/words.ts';
import { exactTime } from '@/utils/i18n/times.ts';
import { Grid } from '../Grid.tsx';
import { Mark, type MarkName } from '../Mark.tsx';
import { useSpeech } from '../speech.ts';

type Props = Readonly<{ found: Diagnostics }>;

/** What was asked of Graph last, with Microsoft's ids of the requests. */
export function Reads({ found }: Props) {
  const { locale } = useSpeech();
  return (
    <Grid
      columns={['evidence.request', 'options.policy.result', 'report.time', 'evidence.id']}
      empty="diagnostics.no-reads"
    >
      {found.reads.map(({ request, result, ok, at, requestId }) => (
        <tr key={request}>
          <th scope="row" class="mono">
            <bdi dir="ltr">{request}</bdi>
          </th>
          <td>
            <span class={`is ${ok ? 'ok' : 'bad'}`} lang="en">
              <Mark name={ok ? 'done-graph' : 'regressed'} tone={ok ? 'ok' : 'bad'} />
              {result}
            </span>
          </td>
          <td>
            <time dateTime={at}>{exactTime(at, locale, 'UTC')}</time>
          </td>
          <td class="mono">
            <bdi dir="ltr">{requestId}</bdi>
          </td>
        </tr>
      ))}
    </Grid>
  );
}

/** The verdicts as codes: the same in every language. */
export function Steps({ found }: Props) {
  return (
    <Grid columns={['report.step', 'report.verdict']} empty="diagnostics.no-reads">
      {found.steps.map(({ id, state, reason }) => (
        <tr key={id} data-step={id} data-state={state}>
          <th scope="row" class="mono">
            {id}
          </th>
          <td class="mono">{[state, reason].filter(Boolean).join(', ')}</td>
        </tr>
      ))}
    </Grid>
  );
}

const LOOKS: Readonly<
  Record<
    Diagnostics['permissions'][number]['state'],
    Readonly<{ mark: MarkName; tone: 'ok' | 'bad' | 'quiet' }>
  >
> = {
  granted: { mark: 'done-graph', tone: 'ok' },
  'not-granted': { mark: 'regressed', tone: 'bad' },
  unknown: { mark: 'unchecked', tone: 'quiet' },
};

/** What the token names, beside what is asked for. */
export function Permissions({ found }: Props) {
  const { say } = useSpeech();
  return (
    <Grid
      columns={['options.permissions.name', 'options.permissions.state']}
      empty="diagnostics.no-settings"
    >
      {found.permissions.map(({ scope, state }) => (
        <tr key={scope}>
          <th scope="row" class="mono">
            {scope}
          </th>
          <td>
            <span class={`is ${LOOKS[state].tone}`}>
              <Mark name={LOOKS[state].mark} tone={LOOKS[state].tone} />
              {say(words(`permission.${state}`))}
            </span>
          </td>
        </tr>
      ))}
    </Grid>
  );
}
