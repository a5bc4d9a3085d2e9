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
  },
  criteria: {
    'required-activities': ({ have, needed }) => `Required activities complete: ${have} of ${needed}`,
    'meeting-held': ({ activity, have, needed }) =>
      `Meetings held at "${activity}": ${have} (at least ${needed})`,
    'people-trained': ({ activity, have, needed }) =>
      `People trained at "${activity}": ${have} (at least ${needed})`,
  },
  missing: {
    'activity-open': ({ activity }) => `"${activity}" is still to be completed`,
    'evidence-missing': ({ activity }) => `Evidence of "${activity}" is still to be attached`,
    'too-few-meetings': ({ activity, have, needed }) =>
      `Too few meetings at "${activity}": ${have} of ${needed} (record the figure or attach the minutes)`,
    'too-few-people': ({ activity, have, needed }) =>
      `Too few people trained at "${activity}": ${have} of ${needed} (record the figure or attach the list)`,
  },
};
