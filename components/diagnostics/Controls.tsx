import type { ControlHealth, FrameHealth } from '@/utils/domain/diagnostics.ts';
import { words } from '@/utils/domain/words.ts';
import { Grid } from '../Grid.tsx';
import { Mark } from '../Mark.tsx';
import { useSpeech } from '../speech.ts';

const COLUMNS = [
  'diagnostics.control',
  'options.policy.result',
  'diagnostics.nearest',
  'diagnostics.frame',
];

/** How the controls of the open step are seen on the portal page, frame by frame. */
export function Controls({ frames }: Readonly<{ frames: readonly FrameHealth[] }>) {
  const { say } = useSpeech();
  if (frames.length === 0) return <p>{say(words('diagnostics.no-page'))}</p>;
  const rows = frames.flatMap((frame) => frame.controls.map((control) => ({ frame, control })));
  const pages = [...new Set(frames.flatMap((frame) => frame.pages))];
  return (
    <>
      {pages.length > 0 && <p class="mono">{pages.join(', ')}</p>}
      <Grid columns={COLUMNS} empty="diagnostics.no-controls">
        {rows.map(({ frame, control }) => (
          <tr key={`${frame.frameId}/${control.actionId}`} data-action-id={control.actionId}>
            <th scope="row" class="mono">
              {control.actionId}
            </th>
            <td>
              <Seen control={control} />
            </td>
            <td>{control.nearest.join(', ')}</td>
            <td>
              {frame.frameId} <small lang="en">{frame.language}</small>
            </td>
          </tr>
        ))}
      </Grid>
    </>
  );
}

function Seen({ control: { seen } }: Readonly<{ control: ControlHealth }>) {
  const { say } = useSpeech();
  const good = seen === 'pointing' || seen === 'found';
  if (!good) return <span data-refusal={seen}>{say(words(`pointing.${seen}`))}</span>;
  return (
    <span class="is ok">
      <Mark name="done-graph" tone="ok" />
      {say(words(`diagnostics.seen.${seen}`))}
    </span>
  );
}
