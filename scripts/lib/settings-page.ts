import { declared, SETTING_NAMES, type SettingName } from '../../utils/policy/settings.ts';

/** Where the page lies, from the root of the project. */
export const SETTINGS_PAGE = 'docs/reference/settings.md';

/** The reference of the settings, made from their one declaration. */
export function settingsPage(): string {
  return `# Settings

Made by \`npm run docs\` from \`utils/policy/settings.ts\`; change it there. [How to deploy](../deployment/README.md) them.

| Setting | Type | Values | Default | What it does |
| --- | --- | --- | --- | --- |
${SETTING_NAMES.map(row).join('\n')}

A value that does not fit is ignored and named on Waymark's options page; the others apply.
`;
}

function row(name: SettingName): string {
  const { type, values, offered, default: unset, title, description, example } = declared(name);
  const known = values ?? offered;
  const cells = [
    `\`${name}\``,
    type === 'array' ? 'list of texts' : 'text',
    known ? known.map((value) => `\`${value}\``).join(', ') : `for example \`${example}\``,
    unset ? `\`${unset}\`` : '–',
    `**${title}.** ${description}`,
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
