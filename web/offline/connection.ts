import { store } from '../components/store.ts';

/** Whether the interface was reached when it was last asked; the browser alone knows only of its own cable. */
export const connected = store(navigator.onLine);

const pause = 15_000;
let next: ReturnType<typeof setTimeout> | undefined;

export function reached(): void {
  clearTimeout(next);
  next = undefined;
  connected.set(true);
}

/** Asks again from time to time whether the place the app came from can be reached. */
export function unreached(): void {
  connected.set(false);
  next ??= setTimeout(async () => {
    next = undefined;
    await look();
  }, pause);
}

async function look(): Promise<void> {
  try {
    await fetch('/config.json', { cache: 'no-store', signal: AbortSignal.timeout(pause) });
    reached();
  } catch {
    // Not reached is an answer too.
    unreached();
  }
}

window.addEventListener('online', () => void look());
window.addEventListener('offline', unreached);
