import { frame, session } from './frame.ts';
import { checklist, decision, gate, locality } from './locality.ts';
import { offline } from './offline.ts';
import { health, parts, problems, status } from './parts.ts';
import { portfolio } from './portfolio.ts';
import { today } from './today.ts';

/** Every Spanish word of the app, part by part. Its type is the list of what each other language must say. */
export const es = {
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
export type Words = typeof es;
