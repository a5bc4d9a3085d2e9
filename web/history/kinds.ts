/** What an entry of a history is about. */
export type Kind = 'stages' | 'decisions' | 'commitments' | 'findings' | 'mail' | 'locality';

const kinds = new Map<string, Kind>(
  Object.entries({
    'stage-opened': 'stages',
    'activity-recorded': 'stages',
    'review-requested': 'decisions',
    'gate-decided': 'decisions',
    resumed: 'decisions',
    'survey-imported': 'findings',
    'targeting-decided': 'findings',
    'task-done': 'commitments',
  }),
);

/** Commitments and mail have actions of their own each; whatever else there is concerns the locality itself. */
export function kindOf(action: string): Kind {
  if (action.startsWith('mail-')) return 'mail';
  if (action.startsWith('commitment')) return 'commitments';
  return kinds.get(action) ?? 'locality';
}
