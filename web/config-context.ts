import { createContext, useContext } from 'react';
import type { Config } from './config.ts';

export const ConfigContext = createContext<Config | undefined>(undefined);

/** Where the app is. */
export function useConfig(): Config {
  const config = useContext(ConfigContext);
  if (!config) throw new Error('the configuration is asked for outside the app');
  return config;
}
