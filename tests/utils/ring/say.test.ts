// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { say } from '@/utils/ring/say.ts';

function html(words: string): string {
  const box = document.createElement('div');
  box.append(say(words));
  return box.innerHTML;
}

test('control labels stand in bold', () => {
  expect(html('Tick [Admin agent], then [Save]')).toBe('Tick <b>Admin agent</b>, then <b>Save</b>');
  expect(html('No label')).toBe('No label');
});

test('words are text, never mark-up', () => {
  expect(html('Select [<img src=x>]')).toBe('Select <b>&lt;img src=x&gt;</b>');
});
