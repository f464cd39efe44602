import '@/components/styles/tokens.css';
import '@/components/styles/base.css';
import '@/components/styles/marks.css';
import '@/components/styles/controls.css';
import '@/components/styles/pages.css';
import { render } from 'preact';
import { App } from './App.tsx';

const root = document.getElementById('app');
if (root) render(<App />, root);
