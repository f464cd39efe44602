import { label } from '../../../../kit/boot.ts';

type SignInFrequency =
  | Readonly<{ interval: 'everyTime' }>
  | Readonly<{ interval: 'timeBased'; value: number; type: 'hours' | 'days' }>;
export type PolicyState = 'enabled' | 'disabled' | 'enabledForReportingButNotEnforced';

/** What the blade collects before it is sent. */
export type PolicyForm = {
  displayName: string;
  state: PolicyState;
  includeUsers: readonly string[];
  includeGroups: readonly string[];
  includeRoles: readonly string[];
  includeApplications: readonly string[];
  builtInControls: readonly string[];
  signInFrequency: SignInFrequency | null;
};

export const emptyForm = (): PolicyForm => ({
  displayName: '',
  state: 'enabledForReportingButNotEnforced',
  includeUsers: [],
  includeGroups: [],
  includeRoles: [],
  includeApplications: [],
  builtInControls: [],
  signInFrequency: null,
});

type StoredPolicy = Readonly<{
  displayName: string;
  state: PolicyState;
  conditions: Readonly<{
    users?: Partial<Pick<PolicyForm, 'includeUsers' | 'includeGroups' | 'includeRoles'>>;
    applications?: Partial<Pick<PolicyForm, 'includeApplications'>>;
  }>;
  grantControls: Readonly<{ builtInControls?: readonly string[] }> | null;
  sessionControls: Readonly<{ signInFrequency?: Readonly<{ isEnabled?: boolean }> | null }> | null;
}>;

/** What the blade shows of a policy that exists. */
export function formOf(policy: StoredPolicy): PolicyForm {
  const { users, applications } = policy.conditions;
  const asksOften = policy.sessionControls?.signInFrequency?.isEnabled === true;
  return {
    ...emptyForm(),
    displayName: policy.displayName,
    state: policy.state,
    includeUsers: users?.includeUsers ?? [],
    includeGroups: users?.includeGroups ?? [],
    includeRoles: users?.includeRoles ?? [],
    includeApplications: applications?.includeApplications ?? [],
    builtInControls: policy.grantControls?.builtInControls ?? [],
    signInFrequency: asksOften ? { interval: 'everyTime' } : null,
  };
}

const chosenWho = (form: PolicyForm) => [
  ...form.includeUsers,
  ...form.includeGroups,
  ...form.includeRoles,
];

/** Whether everything the portal demands is filled in. */
export function isComplete(form: PolicyForm): boolean {
  const controlled = form.builtInControls.length > 0 || form.signInFrequency !== null;
  return (
    Boolean(form.displayName.trim()) &&
    chosenWho(form).length > 0 &&
    form.includeApplications.length > 0 &&
    controlled
  );
}

const controls = (count: number): string =>
  label('controlsSelected').replace('{count}', String(count));

/** What stands under each section's caption. */
export const summaries = {
  users: (form: PolicyForm): string => {
    if (form.includeUsers.includes('All')) return label('allUsersIncluded');
    return label(chosenWho(form).length > 0 ? 'specificUsers' : 'noUsersChosen');
  },
  targets: ({ includeApplications }: PolicyForm): string =>
    label(includeApplications.includes('All') ? 'allResources' : 'noTargets'),
  grant: ({ builtInControls }: PolicyForm): string => controls(builtInControls.length),
  session: ({ signInFrequency }: PolicyForm): string => controls(signInFrequency ? 1 : 0),
};
