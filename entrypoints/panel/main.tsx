import '@/components/styles/tokens.css';
import '@/components/styles/base.css';
import '@/components/styles/marks.css';
import '@/components/styles/controls.css';
import '@/components/styles/panel.css';
import '@/components/styles/steps.css';
import { render } from 'preact';
import { expectReader } from '@/utils/i18n/reader.ts';
import { App } from './App.tsx';
import { askFirst } from './use-view.ts';

expectReader(navigator.languages);
const root = document.getElementById('app');
// What index.html draws stands until there is something to show, or nobody answers.
void askFirst().then((first) => root && render(<App first={first} />, root));
