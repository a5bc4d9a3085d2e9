import type { CriteriaMessages } from '../criteria-messages.ts';

/** All that is said of the criteria of a gate: in the app, in mails and in the dossier. */
export const criteria: CriteriaMessages = {
  'required-activities': {
    name: 'required activities',
    toDo: 'Complete the required activities',
    standing: ({ have, needed }) => `Required activities complete: ${have} of ${needed}`,
    missing: {
      'activity-open': ({ name }) => `"${name}" is still to be completed`,
      'evidence-missing': ({ name }) => `Evidence of "${name}" is still to be attached`,
    },
  },
  'meeting-held': {
    name: 'meetings',
    toDo: 'Hold the planned meetings',
    standing: ({ name, have, needed }) => `Meetings held at "${name}": ${have} (at least ${needed})`,
    missing: {
      'too-few-meetings': ({ name, have, needed }) =>
        `Too few meetings at "${name}": ${have} of ${needed} (record the figure or attach the minutes)`,
    },
  },
  'people-trained': {
    name: 'people trained',
    toDo: 'Train the planned number of people',
    standing: ({ name, have, needed }) => `People trained at "${name}": ${have} (at least ${needed})`,
    missing: {
      'too-few-people': ({ name, have, needed }) =>
        `Too few people trained at "${name}": ${have} of ${needed} (record the figure or attach the list)`,
    },
  },
  sessions: {
    name: 'sessions held',
    toDo: 'Hold the sessions that are planned',
    standing: ({ name, have, needed }) => `Sessions held (${name}): ${have} (at least ${needed})`,
    missing: {
      'too-few-sessions': ({ name, have, needed }) => `Too few sessions (${name}): ${have} of ${needed}`,
    },
  },
  'group-formed': {
    name: 'group formed',
    toDo: 'Form the group that is planned',
    standing: ({ name, have, needed }) => `Members (${name}): ${have} (at least ${needed})`,
    missing: {
      'group-absent': ({ name }) => `A group has still to be formed (${name})`,
      'not-formalised': ({ name }) => `The group has still to be formalised (${name})`,
      'too-few-members': ({ name, have, needed }) =>
        `Too few members of the group (${name}): ${have} of ${needed}`,
    },
  },
  'line-reached': {
    name: 'progress of a plan line',
    toDo: 'Reach what is planned of the line',
    standing: ({ name, have, needed }) => `Done of “${name}”: ${have}% of the target (at least ${needed}%)`,
    missing: {
      'line-absent': ({ name }) => `The plan of the locality has no line “${name}”`,
      'line-without-target': ({ name }) => `The line “${name}” has no target`,
      'too-little-done': ({ name, have, needed }) => `Too little done of “${name}”: ${have}% of ${needed}%`,
    },
  },
  commitments: {
    name: 'commitments with somebody responsible and a date',
    toDo: 'Gather the commitments needed, each with an owner and a due date',
    standing: ({ have, needed }) => `Commitments in the matrix: ${have} (at least ${needed})`,
    missing: {
      'too-few-commitments': ({ have, needed }) => `Too few commitments: ${have} of ${needed}`,
      'commitments-blank': ({ have, needed }) => `${needed - have} commitments have no owner or no due date`,
      'sector-missing': ({ name }) => `No commitment of the ${name} sector yet`,
    },
  },
  'commitments-fulfilled': {
    name: 'commitments fulfilled',
    toDo: 'Fulfil the planned share of the commitments',
    standing: ({ have, needed }) => `Commitments fulfilled: ${have} % (at least ${needed} %)`,
    missing: {
      'too-few-fulfilled': ({ have, needed }) => `Commitments fulfilled: ${have} % of ${needed} %`,
    },
  },
  'targeting-decided': {
    name: 'targeting',
    toDo: 'Decide the territorial targeting',
    standing: ({ have }) => `Targeting: ${have ? 'ranking frozen' : 'no ranking frozen yet'}`,
    missing: {
      'targeting-undecided': () => 'Freeze a ranking of places that this locality is among',
    },
  },
  'survey-wave': {
    name: 'survey',
    toDo: 'Complete the survey',
    standing: ({ name, have, needed }) => `Respondents of the ${name} survey: ${have} (at least ${needed})`,
    missing: {
      'too-few-respondents': ({ name, have, needed }) =>
        have === 0
          ? `Import the ${name} survey during this visit (at least ${needed} respondents)`
          : `Too few respondents in the ${name} survey: ${have} of ${needed}`,
    },
  },
  'baseline-compared': {
    name: 'comparison with the baseline',
    toDo: 'Compare the results with the baseline',
    standing: ({ have }) =>
      have ? `Compared with the baseline by ${have} questions` : 'Not compared with the baseline yet',
    missing: {
      'not-compared': () =>
        'Import a follow-up survey whose questions are those of the baseline, so that they can be compared',
    },
  },
};
