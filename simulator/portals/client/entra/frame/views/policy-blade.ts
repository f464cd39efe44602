import { call, get, post, Refused } from '../../../kit/api.ts';
import { label } from '../../../kit/boot.ts';
import { h } from '../../../kit/element.ts';
import { hashes } from '../../shell/routes.ts';
import { button } from '../controls/button.ts';
import { optionPicker } from '../controls/choices.ts';
import { textField } from '../controls/fields.ts';
import { messageBar } from '../controls/panel.ts';
import { notify, openBlade, parameter, tellShell } from '../shell-link.ts';
import { grantPane, sessionPane, targetsPane } from './policy/control-panes.ts';
import {
  emptyForm,
  formOf,
  isComplete,
  type PolicyForm,
  type PolicyState,
  summaries,
} from './policy/form.ts';
import { section, showDraft, showPane } from './policy/section.ts';
import { usersPane } from './policy/users-pane.ts';

/** New policy, or one that exists: then only its name and state can be changed. */
export async function policyBladeView(): Promise<HTMLElement> {
  const policyId = parameter('policyId');
  const form = policyId ? formOf(await get(`/policies/${policyId}`)) : emptyForm();
  const { securityDefaults } = await get<{ securityDefaults: boolean }>('/properties');
  if (policyId) tellShell({ kind: 'title', text: form.displayName });
  const problem = h('div');
  const name = textField(label('name'), true);
  name.input.value = form.displayName;
  name.input.addEventListener('input', () => {
    form.displayName = name.input.value;
    update();
  });
  const save = button(label(policyId ? 'save' : 'createNow'), {
    kind: 'primary',
    onclick: () => send(form, policyId, problem),
  });
  const fixed = policyId !== null;
  const users = section(
    label('assignUsers'),
    () => showPane(label('assignUsers'), usersPane(form, update), []),
    fixed,
  );
  const targets = section(
    label('targetResources'),
    () => showPane(label('targetResources'), targetsPane(form, update), []),
    fixed,
  );
  const conditions = section(label('conditions'), () => undefined, true);
  const grant = section(
    label('grant'),
    () => showDraft(label('grant'), form, grantPane, update),
    fixed,
  );
  const session = section(
    label('session'),
    () => showDraft(label('session'), form, sessionPane, update),
    fixed,
  );
  conditions.show(label('noConditions'));
  function update(): void {
    users.show(summaries.users(form));
    targets.show(summaries.targets(form));
    grant.show(summaries.grant(form));
    session.show(summaries.session(form));
    save.disabled = fixed ? !form.displayName.trim() : !isComplete(form);
  }
  update();
  return h(
    'div',
    { class: 'view with-footer' },
    h(
      'div',
      { class: 'scroller form narrow' },
      problem,
      h(
        'p',
        {},
        label('policyIntro'),
        ' ',
        h('a', { class: 'ms-Link', href: '#' }, label('learnMore')),
      ),
      name.element,
      h('h3', {}, label('assignments')),
      users.element,
      targets.element,
      conditions.element,
      h('h3', {}, label('accessControls')),
      grant.element,
      session.element,
    ),
    h(
      'div',
      { class: 'footer' },
      securityDefaults && messageBar(label('defaultsOn'), 'warning'),
      statePicker(form),
      save,
    ),
  );
}

function statePicker(form: PolicyForm): HTMLElement {
  return optionPicker(
    label('enablePolicy'),
    [
      { value: 'enabledForReportingButNotEnforced', text: label('stateReport') },
      { value: 'enabled', text: label('stateOn') },
      { value: 'disabled', text: label('stateOff') },
    ],
    form.state,
    (value) => {
      form.state = value as PolicyState;
    },
  );
}

async function send(
  form: PolicyForm,
  policyId: string | null,
  problem: HTMLElement,
): Promise<void> {
  const { displayName, state } = form;
  try {
    if (policyId) await call('PATCH', `/policies/${policyId}`, { displayName, state });
    else await post('/policies', form);
    notify(label(policyId ? 'policyUpdated' : 'policyCreated').replace('{name}', displayName));
    openBlade(hashes.policies);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    problem.replaceChildren(messageBar(error.message));
    problem.scrollIntoView();
  }
}
