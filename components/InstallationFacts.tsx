import type { Installation } from '@/utils/domain/installation.ts';
import { words } from '@/utils/domain/words.ts';
import { Mark } from './Mark.tsx';
import { useSpeech } from './speech.ts';

type Props = Readonly<{ found: Installation }>;

/** Rows of a `dl`: how this copy came here, who updates it, and which sites it may enter. */
export function InstallationFacts({ found }: Props) {
  const { say } = useSpeech();
  const { from, address } = found.updates;
  return (
    <>
      <Pair name="diagnostics.version">{found.version}</Pair>
      <Pair name="diagnostics.browser">{found.browser}</Pair>
      <Pair name="doctor.installed">{say(words(`doctor.installed.${found.installType}`))}</Pair>
      <Pair name="doctor.updates">
        {say(words(`doctor.updates.${from}`))}
        {address && <small class="remark mono">{address}</small>}
      </Pair>
      <Pair name="doctor.sites">
        <Sites found={found} />
      </Pair>
    </>
  );
}

function Sites({ found: { sites } }: Props) {
  const { say } = useSpeech();
  const closed = sites.filter(({ allowed }) => !allowed);
  const tone = closed.length > 0 ? 'bad' : 'ok';
  const count = sites.length - closed.length;
  return (
    <>
      <span class={`is ${tone}`}>
        <Mark name={tone === 'ok' ? 'done-graph' : 'regressed'} tone={tone} />
        {say(words('doctor.sites.count', { count, of: sites.length }))}
      </span>
      {closed.length > 0 && (
        <small class="remark">
          {say(words('doctor.sites.closed'))}{' '}
          <span class="mono">{closed.map(({ pattern }) => pattern).join(', ')}</span>
        </small>
      )}
    </>
  );
}

type PairProps = Readonly<{ name: string; children: preact.ComponentChildren }>;

function Pair({ name, children }: PairProps) {
  const { say } = useSpeech();
  return (
    <div>
      <dt>{say(words(name))}</dt>
      <dd>
        <bdi>{children}</bdi>
      </dd>
    </div>
  );
}
