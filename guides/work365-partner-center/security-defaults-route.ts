import type { Action } from '../../utils/domain/guide.ts';
import { control } from './controls.ts';

/**
 * Security defaults must be off before a policy can be created. The page offers to manage them
 * whether they are on or off, so it is pointed at only while the verdict sends the reader there.
 * Until policies are on nobody in the tenant is asked for MFA, which the last label says again.
 */
export const SECURITY_DEFAULTS_OFF: readonly Action[] = [
  {
    id: 'manage-defaults',
    page: 'entra/tenant-properties',
    onlyAsFix: true,
    target: {
      strategies: [
        { by: 'role', role: 'link', names: ['Manage security defaults'] },
        { by: 'role', role: 'button', names: ['Manage security defaults'] },
      ],
      seenIn: ['entra/tenant-properties'],
    },
    say: 'Select [Manage security defaults]',
    until: 'passed',
  },
  {
    id: 'defaults-list',
    page: 'entra/tenant-properties',
    onlyAsFix: true,
    target: control('combobox', ['Security defaults'], ['entra/tenant-properties-panel']),
    say: 'Open the list [Security defaults]',
    until: 'passed',
  },
  {
    id: 'defaults-disabled',
    page: 'entra/tenant-properties',
    onlyAsFix: true,
    target: control(
      'option',
      ['Disabled (not recommended)', 'Disabled'],
      ['entra/tenant-properties-list'],
    ),
    say: 'Choose [Disabled]',
    until: 'passed',
    optional: true,
  },
  {
    id: 'defaults-save',
    page: 'entra/tenant-properties',
    onlyAsFix: true,
    target: control('button', ['Save'], ['entra/tenant-properties-chosen']),
    say: 'Select [Save], then create policies for everyone at once',
    until: 'passed',
    commits: true,
  },
];
