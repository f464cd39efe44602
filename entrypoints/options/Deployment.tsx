import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '@/components/Button.tsx';
import { useSpeech } from '@/components/speech.ts';
import { words } from '@/utils/domain/words.ts';

type Props = Readonly<{ settings: Readonly<Record<string, unknown>> }>;

/** The way to the deployment form, which is loaded when somebody wants it. */
export function Deployment({ settings }: Props) {
  const { say } = useSpeech();
  const [Host, setHost] = useState<ComponentType<Props>>();
  const start = () =>
    void import('./DeploymentHost.tsx').then(({ DeploymentHost }) => setHost(() => DeploymentHost));
  if (Host) return <Host settings={settings} />;
  return (
    <div class="actions">
      <Button action="deploy-start" icon="document" onPress={start}>
        {say(words('options.deployment.start'))}
      </Button>
    </div>
  );
}
