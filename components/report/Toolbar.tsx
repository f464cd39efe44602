import { words } from '@/utils/domain/words.ts';
import { Button } from '../Button.tsx';
import { CopyButton } from '../CopyButton.tsx';
import { useSpeech } from '../speech.ts';

export type ToolbarProps = Readonly<{
  hidden: boolean;
  /** The report as text, as it is shown. */
  markdown: string;
  onHide: (hidden: boolean) => void;
  onJson: () => void;
  onPrint: () => void;
}>;

/** Whether people are named, and how the report leaves the page. Not printed. */
export function Toolbar({ hidden, markdown, onHide, onJson, onPrint }: ToolbarProps) {
  const { say } = useSpeech();
  return (
    <header class="toolbar">
      <label class="toggle">
        <input
          type="checkbox"
          checked={hidden}
          aria-describedby="hide-hint"
          onChange={(event) => onHide(event.currentTarget.checked)}
        />
        {say(words('report.hide'))}
      </label>
      <span class="line" id="hide-hint" role="status">
        {say(words(hidden ? 'report.hidden' : 'report.shown'))}
      </span>
      <span class="grow" />
      <Button action="export-json" icon="download" onPress={onJson}>
        JSON
      </Button>
      <CopyButton action="copy-markdown" text={markdown} label={say(words('report.markdown'))} />
      <Button action="print" icon="print" kind="primary" onPress={onPrint}>
        {say(words('report.print'))}
      </Button>
    </header>
  );
}
