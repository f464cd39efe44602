import { call, Refused } from '../kit/api.ts';
import { boot, label } from '../kit/boot.ts';
import { dropdown } from '../kit/dropdown.ts';
import { h } from '../kit/element.ts';
import { button, checkBox } from '../kit/fluent-ui.ts';

type Licence = Readonly<{
  skuId: string;
  name: string;
  free: number;
  all: number;
  assigned: boolean;
}>;
export type Details = Readonly<{
  id: string;
  name: string;
  upn: string;
  usageLocation: string | null;
  licences: readonly Licence[];
}>;
export type PanelEvents = Readonly<{ close: () => void; saved: () => Promise<void> }>;

const COUNTRIES = ['AT', 'BE', 'CH', 'DE', 'ES', 'FR', 'GB', 'IE', 'JP', 'NL', 'SE', 'US'];

/** Location and one box for each licence the tenant owns; Save changes wakes with the first change. */
export function licencesTab(user: Details, events: PanelEvents): readonly Node[] {
  const note = h('p', { role: 'alert', class: 'problem' });
  const save = button(label('saveChanges'), () => void submit(), {
    look: 'primary',
    disabled: true,
    'data-automationid': 'SaveChangesButton',
  });
  const dirty = () => {
    save.disabled = false;
    note.textContent = '';
  };
  const location = dropdown(label('selectLocation'), countries(), user.usageLocation ?? '', dirty);
  const boxes = user.licences.map((licence) => licenceBox(licence, dirty));
  const submit = async () => {
    const skuIds = boxes.filter(({ input }) => input.checked).map(({ input }) => input.value);
    try {
      await call('PUT', `/users/${user.id}/licences`, {
        skuIds,
        usageLocation: location.value() || null,
      });
      save.disabled = true;
      note.className = 'good';
      note.textContent = label('changesSaved');
      await events.saved();
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem;
      note.className = 'problem';
      note.textContent = problem.message;
    }
  };
  const count = user.licences.filter(({ assigned }) => assigned).length;
  return [
    location.element,
    h('h3', {}, `${label('licences')} (${count})`),
    ...boxes.map(({ element }) => element),
    note,
    h('div', { class: 'panel-foot' }, save),
  ];
}

function licenceBox({ skuId, name, free, all, assigned }: Licence, onChange: () => void) {
  const { element, input } = checkBox(name, {
    value: skuId,
    checked: assigned,
    disabled: !assigned && free === 0,
  });
  input.addEventListener('change', onChange);
  const seats = label('available').replace('{free}', String(free)).replace('{all}', String(all));
  return {
    input,
    element: h('div', { class: 'licence' }, element, h('div', { class: 'soft' }, seats)),
  };
}

function countries(): readonly (readonly [string, string])[] {
  const names = new Intl.DisplayNames([boot.language], { type: 'region' });
  return COUNTRIES.map((code) => [code, names.of(code) ?? code]);
}
