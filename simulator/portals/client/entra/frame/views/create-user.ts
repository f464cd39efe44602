import { post, Refused } from '../../../kit/api.ts';
import { label } from '../../../kit/boot.ts';
import { h } from '../../../kit/element.ts';
import { button, flatButton } from '../controls/button.ts';
import { messageBar } from '../controls/panel.ts';
import { assignments, basics, type Draft, review } from './create-user-tabs.ts';
import { createdUser } from './created-user.ts';

type Tab = 'basics' | 'assignments' | 'reviewCreate';
const TABS: readonly Tab[] = ['basics', 'assignments', 'reviewCreate'];

/** New user: basics, assignments, review; then its password, once. */
export async function createUserView(): Promise<HTMLElement> {
  const draft: Draft = { groups: [], generate: true, enabled: true };
  const form = basics(draft, () => update());
  const assigned = assignments(draft);
  const body = h('div', { class: 'scroller', role: 'tabpanel' });
  const problem = h('div');
  const view = h('div', { class: 'view with-footer' });
  let current: Tab = 'basics';
  const tabs = TABS.map((key) =>
    h(
      'button',
      { type: 'button', role: 'tab', class: 'fui-Tab', onclick: () => go(key) },
      label(key),
    ),
  );
  const back = button(label('previous'), {
    onclick: () => go(TABS[TABS.indexOf(current) - 1] ?? 'basics'),
  });
  const next = button(label('next'), {
    onclick: () => go(TABS[TABS.indexOf(current) + 1] ?? 'reviewCreate'),
  });
  const toReview = flatButton(label('reviewCreate'), {
    kind: 'primary',
    onclick: () => go('reviewCreate'),
  });
  const create = flatButton(label('createNow'), { kind: 'primary', onclick: () => send() });
  const complete = (): boolean => {
    const { userPrincipalName, displayName, password } = form.values();
    return Boolean(userPrincipalName && displayName && (draft.generate || password.length >= 8));
  };
  const update = (): void => {
    toReview.disabled = !complete();
    create.disabled = !complete();
  };
  const go = (tab: Tab): void => {
    current = tab;
    const content = {
      basics: form.element,
      assignments: assigned,
      reviewCreate: review(form.values(), draft),
    };
    body.replaceChildren(problem, content[tab]);
    for (const [index, element] of tabs.entries())
      element.setAttribute('aria-selected', String(TABS[index] === tab));
    toReview.hidden = tab === 'reviewCreate';
    create.hidden = tab !== 'reviewCreate';
    back.disabled = tab === 'basics';
    next.disabled = tab === 'reviewCreate';
    update();
  };
  const send = async (): Promise<void> => {
    const { password, ...names } = form.values();
    const groupIds = draft.groups.map(({ id }) => id);
    const wanted = { ...names, accountEnabled: draft.enabled, groupIds };
    try {
      const user = await post<{ displayName: string; userPrincipalName: string; password: string }>(
        '/users',
        draft.generate ? wanted : { ...wanted, password },
      );
      view.replaceChildren(createdUser(user));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      problem.replaceChildren(messageBar(error.message));
    }
  };
  go('basics');
  view.append(
    h('div', { role: 'tablist', class: 'fui-TabList' }, ...tabs),
    body,
    h('div', { class: 'footer row' }, toReview, create, back, next),
  );
  return view;
}
