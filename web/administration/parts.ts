import { type ComponentType, lazy } from 'react';
import type { AdministrationWords } from './words.ts';

interface Part {
  /** After `/administration`; the first one has none. */
  path: string;
  label: keyof AdministrationWords['tabs'];
  screen: ComponentType;
}

/** The parts of the administration, each on an address of its own. */
export const parts: Part[] = [
  { path: '', label: 'mail', screen: lazy(() => import('./mail-part.tsx')) },
  { path: 'reminders', label: 'reminders', screen: lazy(() => import('./reminders-part.tsx')) },
  { path: 'overrides', label: 'overrides', screen: lazy(() => import('./overrides-part.tsx')) },
  { path: 'staff', label: 'staff', screen: lazy(() => import('./staff-part.tsx')) },
  { path: 'requests', label: 'requests', screen: lazy(() => import('./requests-part.tsx')) },
  { path: 'records', label: 'records', screen: lazy(() => import('./records-part.tsx')) },
  { path: 'settings', label: 'settings', screen: lazy(() => import('./settings-part.tsx')) },
];
