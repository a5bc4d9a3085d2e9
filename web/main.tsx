import './without-eval.ts';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { readConfig } from './config.ts';
import { refuseStrayFiles } from './files/stray-files.ts';
import { startSession } from './session/session.ts';
import { loadLanguage, preferredLanguage } from './words/language.ts';

/** Loads a screen of a version that is no longer served: the page is loaded anew, once. */
window.addEventListener('vite:preloadError', (event) => {
  if (sessionStorage.getItem('etapas.reloaded') === location.href) return;
  sessionStorage.setItem('etapas.reloaded', location.href);
  event.preventDefault();
  location.reload();
});

async function start() {
  const place = document.getElementById('app');
  if (!place) throw new Error('the page has no place for the app');
  const config = await readConfig();
  const [isApp] = await Promise.all([
    startSession(config),
    loadLanguage(preferredLanguage(config.municipality.language)),
  ]);
  if (isApp) createRoot(place).render(<App config={config} />);
}

refuseStrayFiles();
void start();
if (import.meta.env.PROD) void navigator.serviceWorker?.register('/worker.js');
