import { call, get, Refused } from '../../../kit/api.ts';
import { boot, label } from '../../../kit/boot.ts';
import { generatedId, h } from '../../../kit/element.ts';
import { button, linkButton } from '../controls/button.ts';
import { optionPicker } from '../controls/choices.ts';
import { dropdown } from '../controls/dropdown.ts';
import { messageBar, openPanel } from '../controls/panel.ts';
import { notify } from '../shell-link.ts';

type Properties = Readonly<{ countryLetterCode: string; securityDefaults: boolean }>;

function property(name: string, value: string): HTMLElement {
  const id = generatedId('PropertyField');
  return h(
    'div',
    { class: 'fui-Field property' },
    h('span', { class: 'fui-Label', id: `${id}-label` }, name),
    h(
      'span',
      { class: 'fui-Input is-readonly' },
      h('input', {
        class: 'fui-Input__input',
        readonly: true,
        value,
        'aria-labelledby': `${id}-label`,
      }),
    ),
  );
}

/** What the link at the bottom of the properties opens. */
function managePanel(enabled: boolean, onSaved: () => void): void {
  let wanted = enabled;
  const problem = h('div');
  const save = button(label('save'), {
    kind: 'primary',
    disabled: true,
    onclick: async () => {
      try {
        await call('PUT', '/properties/security-defaults', { enabled: wanted });
        panel.close();
        notify(label('saved'));
        onSaved();
      } catch (error) {
        if (error instanceof Refused) problem.replaceChildren(messageBar(error.message));
      }
    },
  });
  const choice = dropdown(
    label('securityDefaults'),
    [
      { value: 'true', text: label('defaultsEnabled') },
      { value: 'false', text: label('defaultsDisabled') },
    ],
    String(enabled),
    (value) => {
      wanted = value === 'true';
      save.disabled = wanted === enabled;
    },
  );
  const panel = openPanel({
    title: label('securityDefaults'),
    body: [problem, h('p', {}, label('defaultsExplained')), choice],
    footer: [save, button(label('cancel'), { onclick: () => panel.close() })],
  });
}

/** Properties of the tenant; the link to security defaults is at the very bottom. */
export async function tenantPropertiesView(): Promise<HTMLElement> {
  const view = h('div', { class: 'view scroller' });
  const draw = async (): Promise<void> => {
    const { countryLetterCode, securityDefaults } = await get<Properties>('/properties');
    view.replaceChildren(
      h(
        'div',
        { class: 'fui-Toolbar', role: 'toolbar' },
        button(label('save'), { kind: 'command', image: 'save', disabled: true }),
      ),
      h(
        'div',
        { class: 'form' },
        property(label('name'), boot.tenant.name),
        property(label('country'), countryLetterCode),
        property(label('primaryDomain'), boot.tenant.domain),
        property(label('tenantId'), boot.tenant.id),
        property(label('notificationLanguage'), boot.language),
        property(label('technicalContact'), boot.account.upn),
        property(label('privacyContact'), ''),
        property(label('privacyStatement'), ''),
        h('h3', {}, label('accessManagement')),
        h('p', {}, label('accessManagementText').replace('{name}', boot.account.name)),
        optionPicker(
          label('accessManagement'),
          [
            { value: 'yes', text: label('yes') },
            { value: 'no', text: label('no') },
          ],
          'no',
          () => undefined,
        ),
        h('h3', {}, label('securityDefaults')),
        h('p', {}, label('defaultsExplained')),
        messageBar(
          label(securityDefaults ? 'defaultsOn' : 'defaultsOff'),
          securityDefaults ? 'success' : 'warning',
        ),
        h('span', { hidden: true, 'aria-hidden': 'true' }, label('manageSecurityDefaults')),
        linkButton(label('manageSecurityDefaults'), () => managePanel(securityDefaults, draw), {
          role: 'link',
        }),
      ),
    );
  };
  await draw();
  return view;
}
