import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { useStudio } from '../store/studio-store.ts';
import { App } from './app.tsx';
import { startTranslation } from './i18n/start.ts';
import { ErrorBoundary } from './shell/error-boundary.tsx';
import './theme/tokens.css';
import './theme/base.css';
import './controls/controls.css';
import './controls/form.css';

startTranslation(useStudio.getState().language);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <ErrorBoundary>
      <App />
    </ErrorBoundary>
  </StrictMode>,
);
