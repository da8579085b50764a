import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { registerServiceWorker } from './offline/register.ts';
import { prepareAhead } from './state/ahead.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/layout.css';
import './styles/list.css';
import './styles/content.css';
import './styles/results.css';
import './styles/verdict.css';
import './styles/plans.css';
import './styles/reference.css';

prepareAhead();
createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
registerServiceWorker();
