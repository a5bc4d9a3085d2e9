import type { Words } from './es.ts';

/** What Etapas says to people in English. */
export const en: Words = {
  problems: {
    'invalid-request': ['Invalid request', 'Check the fields named; nothing was saved.'],
    unauthorized: ['Sign in', 'A valid session is missing: sign in and try again.'],
    forbidden: ['Not allowed', 'Your role does not allow this.'],
    'not-found': ['Not found', 'It does not exist, or is not yours to see.'],
    'criteria-unmet': [
      'Criteria unmet',
      "The stage does not meet its gate's criteria yet; see what is missing.",
    ],
    'four-eyes': [
      'Somebody else decides',
      'Whoever asked for the review does not decide it; ask somebody else to.',
    ],
    'not-in-review': ['Not in review', 'Ask for a review of the stage first.'],
    'already-decided': ['Already decided', 'Somebody else has decided; load again to see the outcome.'],
    'already-in-review': ['Already in review', 'The review has been asked for and awaits a decision.'],
    'not-open': ['Stage not open', 'The stage is not open yet; try again in a few seconds.'],
    'not-on-hold': ['Not on hold', 'Only a locality on hold can be resumed.'],
    'not-active': ['Locality not active', 'The locality is on hold, completed or closed.'],
    'clears-itself': ['Clears itself', 'This task goes away when its cause does; it is not marked as done.'],
    'changed-meanwhile': ['Changed meanwhile', 'Others changed the locality at the same time; try again.'],
    erased: ['Data erased', "This person's data were erased on their request."],
    'stale-version': [
      'Stale version',
      'What you want to change has changed; load it again and repeat your change.',
    ],
    'body-too-large': ['Too large', 'What was sent is too large.'],
    'unsupported-media-type': ['Unsupported format', 'Send the content as application/json in UTF-8.'],
    'key-reused': ['Key reused', 'The Idempotency-Key was used for another request.'],
    'version-required': ['Version missing', 'Send If-Match with the version you saw.'],
    internal: ['Internal error', 'Something failed on our side; nothing was half-saved. Try again.'],
    unavailable: ['Unavailable', 'The service is busy; try again in a moment.'],
  },
  refusals: {
    unknown: 'unknown field',
    'not-json': 'is not valid JSON',
    'not-a-version': 'must be the version in quotes',
    'reason-needed': 'is needed: say why the activity does not apply',
    'nothing-to-change': 'changes nothing',
    'ring-open': 'must end where it begins',
    'too-detailed': 'has more than 5,000 points; simplify the outline',
    'ring-points': 'each point must be [longitude, latitude] in degrees',
    'web-address': 'must be a web address that begins with http or https',
    'user-name': 'must hold no blanks, quotes or < >',
    past: 'is already past',
    'return-only': 'goes with "return" only',
    'earlier-stage': 'must be this stage or an earlier one',
    'unknown-programme': 'there is no such programme',
    'unknown-stage': 'the programme has no such stage',
    'unknown-track': 'the stage has no such track',
    'track-needed': "say which of the stage's tracks is meant",
    'unknown-cursor': 'is no cursor of this list',
    'unknown-locality': 'is no locality of yours',
    'unknown-stakeholder': 'is no stakeholder',
    'control-signs': 'holds control signs or line breaks',
    'unknown-column': 'is no known column',
    'column-twice': 'the column is there twice',
    'column-missing': 'this column is missing',
    'cell-beyond-header': 'there is a cell beyond the header',
    'unknown-id': 'nothing has this id; leave the cell empty to add',
    'already-there': 'is there already, with another value; change it in its record',
    'row-twice': 'repeats another row of the file',
    'ambiguous-name': 'more than one goes by this name; use the id',
    'locality-over': 'the locality is completed or closed',
    'not-text': 'is no text file',
    'broken-quotes': 'has quotes that are not closed',
    'too-many-rows': 'has more than 20,000 rows; divide it',
    'too-many-columns': 'has more than 100 columns',
    'no-header': 'has no header in its first row',
    'not-a-workbook': 'is no Excel workbook (.xlsx) that can be read',
    'unpacked-too-large': 'is too large once unpacked',
    'not-geojson': 'is no FeatureCollection of GeoJSON',
    'too-much-to-export': 'is too much for one file',
  },
  criteria: {
    commitments: ({ have, needed }) => `Commitments in the matrix: ${have} (at least ${needed})`,
    'commitments-fulfilled': ({ have, needed }) => `Commitments fulfilled: ${have} % (at least ${needed} %)`,
    'required-activities': ({ have, needed }) => `Required activities complete: ${have} of ${needed}`,
    'meeting-held': ({ name, have, needed }) => `Meetings held at "${name}": ${have} (at least ${needed})`,
    'people-trained': ({ name, have, needed }) => `People trained at "${name}": ${have} (at least ${needed})`,
  },
  missing: {
    'too-few-commitments': ({ have, needed }) => `Too few commitments: ${have} of ${needed}`,
    'commitments-blank': ({ have, needed }) => `${needed - have} commitments have no owner or no due date`,
    'sector-missing': ({ name }) => `No commitment of the ${name} sector yet`,
    'too-few-fulfilled': ({ have, needed }) => `Commitments fulfilled: ${have} % of ${needed} %`,
    'activity-open': ({ name }) => `"${name}" is still to be completed`,
    'evidence-missing': ({ name }) => `Evidence of "${name}" is still to be attached`,
    'too-few-meetings': ({ name, have, needed }) =>
      `Too few meetings at "${name}": ${have} of ${needed} (record the figure or attach the minutes)`,
    'too-few-people': ({ name, have, needed }) =>
      `Too few people trained at "${name}": ${have} of ${needed} (record the figure or attach the list)`,
  },
  tasks: {
    cannot: {
      what: ({ subject, note, person }) =>
        `${person ?? 'The person responsible'} cannot keep "${subject}"${note ? `: ${note}` : ''}`,
      action: 'Agree on another date or find somebody else, and change the commitment.',
    },
    escalated: {
      what: ({ subject, person }) =>
        `No more reminders of "${subject}" are sent${person ? ` to ${person}` : ''}, and it is still not kept`,
      action: 'Talk to whoever is responsible; change the commitment or mark the task as done.',
    },
    bounced: {
      what: ({ subject }) => `Mail to ${subject} does not arrive`,
      action: 'Get an address that works and correct it, or tell them in person.',
    },
    'tell-in-person': {
      what: ({ subject, person }) =>
        `To be told in person, ${person ?? 'whoever is responsible'}: "${subject}"`,
      action: 'Tell them in person and mark the task as done.',
    },
    'gate-overdue': {
      what: ({ subject }) => `The stage "${subject}" is past its target date`,
      action: 'Complete what is missing and ask for the review of the stage.',
    },
    'review-waiting': {
      what: ({ subject, person }) =>
        `The review of "${subject}"${person ? `, asked for by ${person},` : ''} awaits a decision`,
      action: 'Decide the review, or ask somebody else to.',
    },
    'override-expired': {
      what: ({ subject }) => `The exception under which "${subject}" was passed has expired`,
      action: 'See to what was left open and mark the task as done.',
    },
    'missing-sectors': {
      what: ({ subject, sectors }) => `Sectors missing from the matrix of "${subject}": ${sectors}`,
      action: 'Agree on commitments with those sectors and add them to the matrix.',
    },
  },
};
