import type { RouteSpec } from '../assembly/specs.ts';

/** A route of the HTTP API, ready to be matched. */
interface Compiled {
  spec: RouteSpec;
  method: string;
  pattern: RegExp;
  /** More exact routes come first, as in API Gateway. */
  rank: number;
}

const quote = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function compile(spec: RouteSpec): Compiled {
  if (spec.key === '$default') return { spec, method: 'ANY', pattern: /^/, rank: 0 };
  const [method = 'ANY', path = '/'] = spec.key.split(' ');
  const parts = path.split('/').map((part) => {
    const [, name, greedy] = /^\{([^}+]+)(\+?)\}$/.exec(part) ?? [];
    if (!name) return quote(part);
    return greedy ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`;
  });
  const exactness = path.includes('+}') ? 1 : path.includes('{') ? 2 : 3;
  return {
    spec,
    method,
    pattern: new RegExp(`^${parts.join('/')}$`),
    rank: exactness * 10 + (method === 'ANY' ? 0 : 1),
  };
}

export interface Match {
  spec: RouteSpec;
  parameters: Record<string, string>;
}

/** Makes the function that finds the route for a method and a decoded path. */
export function routerOf(specs: RouteSpec[]) {
  const routes = specs.map(compile).sort((a, b) => b.rank - a.rank);
  return (method: string, path: string): Match | undefined => {
    for (const { spec, method: taken, pattern } of routes) {
      if (taken !== 'ANY' && taken !== method) continue;
      const match = pattern.exec(path);
      if (match) return { spec, parameters: { ...match.groups } };
    }
    return undefined;
  };
}
