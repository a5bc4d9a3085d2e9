import { type Html, html } from '../functions/runtime/html.ts';

export { Html, html } from '../functions/runtime/html.ts';

const style = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 0 auto; padding: 1rem; }
a, button { min-height: 2.75rem; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: 0.5rem; text-align: start; vertical-align: top; border-bottom: 1px solid color-mix(in srgb, currentColor 25%, transparent); overflow-wrap: anywhere; }
button, input, select { font: inherit; padding: 0.5rem 0.75rem; }
ul.people { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0.5rem; }
iframe { width: 100%; min-height: 70vh; border: 1px solid; background: #fff; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; }
dt { font-weight: 600; } dd { margin: 0 0 0.5rem; }
label { display: block; margin-block: 0.75rem; }
`;

/** A whole page, readable without scripts. */
export const page = (language: string, title: string, content: Html): string => `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html`${title}`.text}</title><style>${style}</style></head><body><main><h1>${html`${title}`.text}</h1>${content.text}</main></body></html>`;

/** What such a page may do: show itself and the frames of its own origin. */
export const pagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
