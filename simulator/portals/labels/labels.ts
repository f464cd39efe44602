import { commonLabels } from './common.ts';
import { entraLabels } from './entra.ts';
import { entraPolicyLabels } from './entra-policy.ts';
import { microsoft365AdminLabels } from './microsoft-365-admin.ts';
import { mySignInsLabels } from './my-sign-ins.ts';
import { partnerCenterLabels } from './partner-center.ts';
import { partnerRoleLabels } from './partner-roles.ts';
import { type Language, type Row, spell } from './row.ts';

const rows = {
  ...commonLabels,
  ...partnerCenterLabels,
  ...partnerRoleLabels,
  ...entraLabels,
  ...entraPolicyLabels,
  ...microsoft365AdminLabels,
  ...mySignInsLabels,
};

export type LabelKey = keyof typeof rows;
export type Labels = Readonly<Record<LabelKey, string>>;

/** Every portal label in one language and generation. */
export function labelsFor(language: Language, generation: 'current' | 'older'): Labels {
  const entries = Object.entries<Row>(rows).map(([key, row]) => [
    key,
    spell(row, language, generation),
  ]);
  return Object.fromEntries(entries) as Labels;
}
