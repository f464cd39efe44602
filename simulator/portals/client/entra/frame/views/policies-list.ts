import { get } from '../../../kit/api.ts';
import { boot, label } from '../../../kit/boot.ts';
import { h } from '../../../kit/element.ts';
import { toolBar } from '../controls/command-bar.ts';
import { searchBox } from '../controls/fields.ts';
import { detailsList, type Row } from '../controls/list.ts';
import { openBlade } from '../shell-link.ts';

type Listed = Readonly<{
  id: string;
  displayName: string;
  state: 'enabled' | 'disabled' | 'enabledForReportingButNotEnforced';
  createdDateTime: string;
}>;

const POLICY = '#view/Microsoft_AAD_ConditionalAccess/PolicyBlade';
const stateLabels = {
  enabled: 'stateOn',
  disabled: 'stateOff',
  enabledForReportingButNotEnforced: 'stateReport',
} as const;

function toRow({ id, displayName, state, createdDateTime }: Listed): Row {
  const open = (event: Event): void => {
    event.preventDefault();
    openBlade(`${POLICY}/policyId/${id}`);
  };
  return {
    id,
    name: displayName,
    cells: [
      h('a', { href: `${POLICY}/policyId/${id}`, class: 'fui-Link', onclick: open }, displayName),
      h('span', { class: `state is-${state}` }, label(stateLabels[state])),
      new Date(createdDateTime).toLocaleString(boot.language),
    ],
  };
}

/** Conditional Access policies. */
export async function policiesListView(): Promise<HTMLElement> {
  let policies = await get<Listed[]>('/policies');
  let text = '';
  const empty = h('p', { class: 'soft' }, label('noPolicies'));
  const list = detailsList({
    name: label('policies'),
    columns: [
      { key: 'displayName', name: label('policyName') },
      { key: 'state', name: label('state') },
      { key: 'createdDateTime', name: label('createdOn') },
    ],
  });
  const draw = (): void => {
    const shown = policies.filter(({ displayName }) => displayName.toLowerCase().includes(text));
    empty.hidden = shown.length > 0;
    list.show(shown.map(toRow));
  };
  const refresh = async (): Promise<void> => {
    policies = await get<Listed[]>('/policies');
    draw();
  };
  const search = searchBox(label('search'), (wanted) => {
    text = wanted;
    draw();
  });
  draw();
  return h(
    'div',
    { class: 'view scroller' },
    toolBar([
      { text: label('newPolicy'), image: 'add', run: () => openBlade(POLICY) },
      { text: label('policyFromTemplate'), image: 'document', disabled: true },
      { text: label('whatIf'), image: 'person', disabled: true },
      { text: label('refresh'), image: 'arrow_clockwise', run: refresh },
    ]),
    h('div', { class: 'filters' }, search),
    list.element,
    empty,
  );
}
