// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { controlOf } from '@/utils/locator/control.ts';
import { says } from '@/utils/locator/states.ts';
import { foldFor } from '@/utils/locator/text.ts';

const fold = foldFor('en');
const nothingChosen = { until: 'changed', from: ['Select location'] } as const;

function comboBox(text: string) {
  document.body.innerHTML = `<label id="l">Select location</label>
    <div role="combobox" aria-labelledby="l"><span>${text}</span><i></i></div>`;
  const box = document.querySelector('[role=combobox]') as Element;
  return controlOf(box, (element) => element.shadowRoot);
}

test.each([
  ['Select location', false],
  [' select  LOCATION \uE70D', false],
  ['', false],
  ['Germany', true],
])('a list that says "%s" has been chosen from: %s', (text, chosen) => {
  expect(says(comboBox(text), nothingChosen, fold)).toBe(chosen);
});
