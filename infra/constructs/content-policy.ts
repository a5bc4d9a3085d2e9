/**
 * What the app may do (Content Security Policy, level 3): run its own scripts, look as its own styles say, and talk to the
 * place it came from and to the origins that are named.
 */
export const contentPolicy = (beside: { images: string[]; connections: string[] }): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    ['img-src', "'self'", 'data:', ...beside.images].join(' '),
    ['connect-src', "'self'", ...beside.connections].join(' '),
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
