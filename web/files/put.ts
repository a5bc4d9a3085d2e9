import { NoConnection } from '../api/problem.ts';

/** The request by which a file is sent, as the interface has signed it. */
export interface SignedRequest {
  method: 'PUT';
  url: string;
  headers: Record<string, string | undefined>;
}

interface Watching {
  signal: AbortSignal;
  /** Hears how many bytes have gone. */
  onProgress: (sent: number) => void;
}

/** On a poor signal a file takes its time; one of which nothing goes for so long is stuck. */
const patience = 60_000;

/**
 * Sends a file straight to where files lie, and answers the status it is met with. A request of the older kind: the
 * newer one does not tell how far it is.
 * @throws NoConnection when nothing answers; the signal's reason when it is called off
 */
export function put(
  { method, url, headers }: SignedRequest,
  content: Blob,
  { signal, onProgress }: Watching,
): Promise<number> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = () => reject(new NoConnection('the file was not taken'));
    let stuck = setTimeout(() => request.abort(), patience);
    const moved = () => {
      clearTimeout(stuck);
      stuck = setTimeout(() => request.abort(), patience);
    };
    const callOff = () => {
      reject(signal.reason);
      request.abort();
    };
    signal.addEventListener('abort', callOff);
    request.upload.onprogress = ({ loaded }) => {
      moved();
      onProgress(loaded);
    };
    request.onload = () => resolve(request.status);
    request.onerror = request.onabort = fail;
    request.onloadend = () => {
      clearTimeout(stuck);
      signal.removeEventListener('abort', callOff);
    };
    request.open(method, url);
    for (const [name, value] of Object.entries(headers))
      if (value !== undefined) request.setRequestHeader(name, value);
    request.send(content);
  });
}
