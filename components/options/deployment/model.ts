import type { Artefact } from '@/utils/deployment/artefact.ts';
import type { Problem } from '@/utils/deployment/read-deployment.ts';
import type { Draft } from './draft.ts';

/** Everything the deployment form shows. */
export type DeploymentModel = Readonly<{
  draft: Draft;
  /** What keeps the files from being made; of the form, or of the file that was loaded. */
  problems: readonly Problem[];
  /** Empty while there are problems. */
  files: readonly Artefact[];
  guideIds: readonly string[];
  /** Set after a download. */
  downloaded?: string;
}>;

export type DeploymentAct = Readonly<{
  change: (draft: Draft) => void;
  load: (file: File) => void;
  download: () => void;
}>;
