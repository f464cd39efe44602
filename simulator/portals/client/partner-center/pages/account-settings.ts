import type { LabelKey } from '../../../labels/labels.ts';
import { get } from '../../kit/api.ts';
import { boot, label } from '../../kit/boot.ts';
import { h, pause } from '../../kit/element.ts';
import { frontend } from '../frontend.ts';
import type { Route } from '../route.ts';
import { settingsFrame } from './settings-frame.ts';

const { control, page } = frontend('acctsettings');

type Requirement = Readonly<{
  requirementType?: string;
  complianceStatus?: string;
  score?: number;
  maxScore?: number;
}>;
type Section = Readonly<{ title: LabelKey; fill: (into: HTMLElement) => void | Promise<void> }>;

const organization = (into: HTMLElement): void => {
  into.replaceChildren(
    facts([
      [label('companyName'), boot.tenant.name],
      [label('microsoftId'), boot.tenant.id],
      [label('defaultDomain'), boot.tenant.domain],
    ]),
    h('div', { class: 'buttons' }, control('button', {}, label('update'))),
  );
};

const legal = (into: HTMLElement): void => {
  const partnerId = String(Number.parseInt(boot.tenant.id.slice(0, 6), 16)).padStart(7, '0');
  into.replaceChildren(
    facts([
      [label('companyName'), boot.tenant.name],
      [label('partnerId'), partnerId.slice(0, 7)],
    ]),
  );
};

async function requirements(into: HTMLElement): Promise<void> {
  const rows = await get<Requirement[]>('/security-requirements');
  const points = (of: 'score' | 'maxScore') => rows.reduce((sum, row) => sum + (row[of] ?? 0), 0);
  into.replaceChildren(
    h('p', { class: 'big' }, `${points('score')} / ${points('maxScore')}`),
    facts(rows.map((row) => [row.requirementType ?? '', row.complianceStatus ?? ''])),
  );
}

const sections: readonly (readonly [RegExp, Section])[] = [
  [/azureadprofile/i, { title: 'entraProfile', fill: organization }],
  [/legalinfo|identifiers/i, { title: 'legalInfo', fill: legal }],
  [/securityrequirements/i, { title: 'securityRequirements', fill: requirements }],
  [/^/, { title: 'accountSettings', fill: organization }],
];

/** Overview, organisation profile, security requirements: facts of the account. */
export function accountSettingsPage(route: Route): HTMLElement {
  const section = sections.find(([pattern]) => pattern.test(route.rest))?.[1];
  const title = section?.title ?? 'accountSettings';
  const body = h('div', { class: 'bones' }, ...[1, 2, 3].map(() => h('div', { class: 'bone' })));
  void pause(boot.contentDelayMs).then(() => section?.fill(body));
  const crumbs: LabelKey[] =
    title === 'accountSettings' ? ['accountSettings'] : ['accountSettings', title];
  return page(...settingsFrame(route, label(title), crumbs, body));
}

function facts(rows: readonly (readonly [string, string])[]): HTMLElement {
  return h('dl', {}, ...rows.flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, value)]));
}
