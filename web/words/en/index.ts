import type { Words } from '../es/index.ts';
import { frame, session } from './frame.ts';
import { checklist, decision, gate, locality } from './locality.ts';
import { offline } from './offline.ts';
import { health, parts, problems, status } from './parts.ts';
import { portfolio } from './portfolio.ts';
import { today } from './today.ts';

/** Every English word of the app. */
export const en: Words = {
  frame,
  session,
  parts,
  problems,
  status,
  health,
  offline,
  today,
  locality,
  checklist,
  gate,
  decision,
  portfolio,
};
