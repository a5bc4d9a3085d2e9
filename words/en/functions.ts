import type { Words } from '../es/functions.ts';
import { contactQuestions } from './contact-questions.ts';
import { privacyRequestKinds } from './privacy-requests.ts';

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
    'already-answered': ['Already answered', 'How this request was answered is on record.'],
    'already-decided': ['Already decided', 'Somebody else has decided; load again to see the outcome.'],
    'already-in-review': ['Already in review', 'The review has been asked for and awaits a decision.'],
    'not-open': ['Stage not open', 'The stage is not open yet; try again in a few seconds.'],
    'not-on-hold': ['Not on hold', 'Only a locality on hold can be resumed.'],
    'not-active': ['Locality not active', 'The locality is on hold, completed or closed.'],
    'session-state': [
      'Session in another state',
      'The session was convened, held or cancelled already; load it again.',
    ],
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
    'too-many-mails': [
      'Too many mails in an hour',
      'What you did within this hour has caused all the mails that an hour has room for; nothing was saved. Try again when the hour is over, or send less at a time.',
    ],
    internal: ['Internal error', 'Something failed on our side; nothing was half-saved. Try again.'],
    unavailable: ['Unavailable', 'The service is busy; try again in a moment.'],
    'version-missing': [
      'A version in use is missing',
      'This installation lacks a version of a programme or questionnaire that is in use; whoever runs it has to deploy it again.',
    ],
  },
  validationErrors: {
    unknown: 'unknown field',
    'not-json': 'is not valid JSON',
    'not-a-version': 'must be the version in quotes',
    'reason-needed': 'is needed: say why the activity does not apply',
    'nothing-to-change': 'changes nothing',
    'ring-open': 'must end where it begins',
    'too-detailed': 'has more than 5,000 points; simplify the outline',
    'ring-points': 'each point must be [longitude, latitude] in degrees',
    'web-address': 'must be a web address that begins with http or https',
    'address-or-file': 'has a web address or a file, and only one of the two',
    'file-type':
      'is no type of file that is taken: photos (JPEG, PNG, WebP, HEIC), PDF, spreadsheets (XLSX, ODS, CSV) or texts (DOCX, ODT)',
    'file-empty': 'the file is empty',
    'file-too-large': 'the file is larger than 15 MB',
    'unknown-file': 'there is no such file of this locality',
    'not-uploaded': 'the file has not arrived whole yet; send it and try again',
    'photo-unreadable':
      'the photo cannot be read to take the place and the data of the camera out of it; save it as JPEG and send it again',
    'not-as-announced': 'the file that arrived is not of the type or size announced; send it again',
    'unknown-staff':
      '{0} is no known member of staff: the address is not at the work domain and nobody has signed in with it yet; ask them to sign in once, or for an account',
    'holds-link':
      'holds a web or mail address: names stand in subjects and greetings of mails, where it would look like an advertisement; take it out',
    'user-name': 'must hold no blanks, quotes or < >',
    past: 'is already past',
    'beyond-century': 'must be a day between the years 2000 and 2099; look at the year',
    'not-fulfilled': 'only a fulfilled commitment has one',
    'not-come': 'that day has not come yet',
    'only-dry-run': 'is not today: ask for a dry run (dryRun: true), which sends nothing',
    'return-only': 'goes with "return" only',
    'earlier-stage': 'must be this stage or an earlier one',
    'too-many-localities': 'names more than 20 localities that are tracked',
    'unknown-questionnaire': 'there is no such questionnaire',
    'too-much-to-keep': 'is too much to be kept in one piece',
    'unknown-programme': 'there is no such programme',
    'unknown-activity': 'the programme has no such activity',
    'unknown-stage': 'the programme has no such stage',
    'unknown-track': 'the stage has no such track',
    'track-needed': "say which of the stage's tracks is meant",
    'unknown-cursor': 'is no cursor of this list',
    'unknown-locality': 'is no locality of yours',
    'one-of-stakeholder-and-name': 'name the recorded person or who asks, and not both',
    'outside-period': 'must be between {0} and {1}',
    'same-coordinator': 'coordinates them already: write somebody else',
    'not-continued-so':
      'cannot go on so: only when it is closed, by other localities that are not, each of them once',
    'unknown-stakeholder': 'is no stakeholder',
    'range-too-long': 'too many days: ask for 400 at most',
    'before-from': 'cannot be before the beginning',
    'too-many-quarters': 'makes too many quarters: ask for {0} at most',
    'whole-only': 'does not go with entries: all of them are taken in, or none',
    'not-pairs': 'must be like “sex: female; kind: legal”',
    'objective-made': 'the objective “{0}” was not there: it is made',
    'named-twice': 'is there twice',
    'member-twice': 'this person is in the group on those days already',
    'before-formed': 'may not be before the day on which it was formed',
    'unknown-group': 'there is no such group of yours',
    'unknown-session': 'there is no such session of yours',
    'trained-in-a-circle': 'a group cannot be trained by itself, nor by way of others',
    'too-many-generations': 'the cascade has too many generations',
    'too-many-cells': 'makes too many combinations; leave out a dimension',
    'key-taken': 'another one has this key',
    'target-reason': 'is needed: say why the target changes',
    'entries-outside': 'there are entries outside this period',
    'entries-need-it': 'there are entries that use it: it can be added to, not taken from',
    'line-closed': 'the line is closed and takes no entries',
    'outside-line-period': 'is outside the period of the line: from {0} to {1}',
    'in-the-future': 'that day has not come yet',
    negative: 'cannot be negative',
    'too-many-decimals': 'has more decimals than the unit',
    'unknown-dimension': 'the line is not broken down by this',
    'unknown-value': 'is none of the values of the line: {0}',
    'too-many-together': 'touch too many lines, months or files to be kept at once: send the sheet in parts',
    'adds-up-otherwise': 'adds up to {0}, and the total is {1}',
    'more-than-total': 'names more people than the {0} of the total',
    'nobody-convened': 'there is nobody to convene',
    'time-of-day': 'must be a time of day, such as 17:30',
    'unknown-entry': 'is no entry of this line',
    'corrects-a-correction':
      'is a correction already: correct the first entry, and this stands in the place of the one before',
    'corrected-twice': 'the sheet corrects the same entry twice',
    'too-much-in-sum': 'makes the sum more than can be kept exactly',
    'unknown-line': 'is no line of yours',
    'unknown-objective': 'is no objective of this plan or of the municipality’s',
    'holds-curp':
      'holds a CURP: keys that identify a person are not written here, since many read it and it stays in the history; take it out',
    'holds-rfc':
      'holds an RFC: keys that identify a person are not written here, since many read it and it stays in the history; take it out',
    'holds-nss':
      'holds 11 digits, as a social security number does: keys that identify a person are not written here, since many read it and it stays in the history; take them out',
    'nothing-visible': 'shows nothing: it holds invisible signs only',
    'control-signs': 'holds control signs or line breaks',
    'unknown-column': 'is no known column',
    'column-twice': 'the column is there twice',
    'column-missing': 'this column is missing',
    'cell-beyond-header': 'there is a cell beyond the header',
    'personal-column': 'looks like personal data; remove the column: surveys come without them',
    'unknown-code': 'is no code of this question',
    'not-whole': 'must be a whole number',
    'out-of-range': 'is beyond what is possible in this question',
    'not-a-weight': 'is no weight: it must be a number above zero',
    'design-missing': 'how this row came into the sample is missing',
    'not-a-code': 'must be a short code of letters and numbers',
    'too-many-clusters': 'has more than 5,000 different clusters; look which column it is',
    'mixed-encodings': 'mixes letters in UTF-8 and in Windows-1252; save it again as CSV UTF-8',
    'unknown-id': 'nothing has this id; leave the cell empty to add',
    'already-there':
      'is there already, with another value; change it in its record, or ask for the file to update what is there',
    'row-twice': 'repeats another row of the file',
    'ambiguous-row': 'there is more than one that this row fits; add the column of its id',
    'not-changed-here': 'is not changed by a file: it says where this belongs',
    'person-erased': 'the data of this person were erased on request; the row is not read',
    'id-adopted': 'nothing here has this id; it is added under it, as from another installation',
    'standing-left-out':
      'stood at "{0}"; a file does not carry the way there, and here it begins at its first stage',
    'territories-left-out':
      'a table carries no territories; where there were some, import the GeoJSON that localities are exported as',
    'suppression-left-out':
      'is not written to in the other installation ({0}); a file does not carry that: write it down before mail goes out',
    'evidence-left-out': 'has evidence; a file does not carry it: attach it again',
    'person-left-out': 'the person {0} is not here (perhaps their data were erased); it goes in without them',
    'ambiguous-name': 'more than one goes by this name; use the id',
    'locality-over': 'the locality is completed or closed',
    'not-text': 'is no text file',
    'broken-quotes': 'has quotes that are not closed',
    'too-many-rows': 'has more than 20,000 rows; divide it',
    'too-many-points': 'its polygons have more than 200,000 points in all; simplify them or divide the file',
    'too-many-columns': 'has more than 100 columns',
    'no-header': 'has no row with the names of the columns',
    'not-a-workbook': 'is no Excel workbook (.xlsx) that can be read',
    'unpacked-too-large': 'is too large once unpacked',
    'not-geojson': 'is no FeatureCollection of GeoJSON',
    'more-than-candidates': 'there are fewer places to compare',
    'key-twice': 'another place has the same key',
    'indicator-twice': 'the indicator has a weight already',
    'unknown-indicator': 'no place has a figure by that name',
    'one-count': 'the order is by one figure only: the cases attended',
    'most-cases-first': 'places with more cases attended come first',
    'not-a-count': 'must be a number of cases: whole and not negative',
    'not-a-number': 'is not a number',
    'out-of-bounds': 'is too long, or beyond what is possible',
    'cell-missing': 'this is missing',
    'not-a-day': 'is not a date; write it as 2026-12-05 or 05/12/2026',
    'unknown-choice': 'is none of the choices; write its name as Etapas shows it: {0}',
    'not-an-address': 'is not a whole e-mail address, such as name@example.mx',
    'address-beyond-ascii':
      'has letters with accents, ñ or other signs before the @ that the mail service does not deliver; ask for another address',
    'not-a-territory': 'is not a GeoJSON polygon or multipolygon of up to 5,000 points a ring',
    'not-a-programme': 'no programme goes by this name; there are: {0}',
    'locality-blank': 'the locality is missing; write it in every row, or remove the column from all of them',
    'not-money': 'is no amount that reads in one way only; write it as 1,234.50',
    'totals-row':
      'looks like the row of totals and is not kept; remove it from the file or import only the others',
    'formula-uncomputed':
      'is a formula without a result; open the file in Excel, save it and choose it again, or write the value',
    'cell-error': 'the formula gives an error ({0}); correct it or write the value',
    'code-shortened':
      'the spreadsheet shortened the code and digits are lost; format the column as text and write it whole',
    'code-taken': 'the code {0} belongs to "{1}" already; look which of the two it is',
    'zero-added': 'the code {0} had lost its leading zero; it is read as {1}',
    'column-ignored': 'is a column that Etapas does not know; it is not read',
    'rows-above': 'the header was found in row {0}; what stands above it is not read',
    'hidden-rows': 'hidden rows that are read too: {0} (row {1})',
    'hidden-columns': 'hidden columns that are read too: {0} ({1})',
    'sheets-read': 'the sheets {0} are read together, since they have the same header',
    'sheets-left-out': '{0} is read; the sheets {1} are left out: choose another to read it',
    'hidden-sheets': 'hidden sheets that are not read: {0}',
    'unknown-sheet': 'has no sheet of this name; it has: {0}',
    'old-workbook':
      'is an old Excel workbook (.xls); open it and save it as an Excel Workbook (.xlsx) or as CSV',
    'locked-workbook': 'is protected by a password; remove it in Excel, save the file and choose it again',
    'binary-workbook': 'is a binary Excel workbook (.xlsb); open it and save it as an Excel Workbook (.xlsx)',
    'open-document': 'is a LibreOffice spreadsheet (.ods); open it and save it as Excel (.xlsx) or as CSV',
    'web-page':
      'is a web page named like an Excel file; open it in Excel and save it as an Excel Workbook (.xlsx)',
    'xml-file': 'is an XML file; open it in Excel and save it as an Excel Workbook (.xlsx) or as CSV',
    'pdf-file': 'is a PDF; use the Excel or CSV file it was made from',
    'text-document': 'is a text document; copy the table into Excel and save it as an Excel Workbook (.xlsx)',
    'far-away':
      'lies {0} km from the other territories of the municipality; unless you mean it, look at the file again',
    'unknown-facility': 'is not one of the ten types of facilities',
  },
  addressWarnings: {
    shared:
      'Another record has this same address. One reminder a day is sent to an address: what each has promised comes on different days.',
    unsubscribed:
      'This address is not written to: its owner asked for no mail. Only that person can subscribe again, by their own link.',
    complaint: 'This address is not written to: its owner marked a mail as unwanted. Tell them in person.',
    bounce: 'This address is not written to: mail does not arrive. Get another one.',
  },
  contactQuestions,
  dayOff: (next) => `is no working day: it will not count as late until after ${next}`,
  localityWarnings: {
    sharedCode: (name) =>
      name === undefined
        ? 'Another locality has this same code. See which is right.'
        : `Another locality, “${name}”, has this same code. See which is right.`,
  },
  privacyRequests: privacyRequestKinds,
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
    complained: {
      what: ({ subject }) => `${subject} does not want mail: they marked one as unwanted`,
      action: 'Do not write to them any more; tell them in person of what they promised.',
    },
    'tell-in-person': {
      what: ({ subject, person }) =>
        `To be told in person, ${person ?? 'whoever is responsible'}: "${subject}"`,
      action: 'Tell them in person and mark the task as done.',
    },
    'responsible-erased': {
      what: ({ subject }) =>
        `Nobody is responsible for "${subject}" any more: the data of whoever promised it were erased`,
      action: 'Agree with somebody else that they keep it and name them in the commitment, or cancel it.',
    },
    'report-missing': {
      what: ({ subject }) =>
        `The numbers of “${subject}” are missing: its period is over and nobody entered them`,
      action: 'Enter them in the plan, even if they are 0, or ask whoever is responsible for them.',
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
    'privacy-request': {
      what: ({ subject, person }) => `${person ?? 'Somebody'} asks for ${subject}`,
      action: 'Do what is asked for, hand over the answer and record it before the legal term ends.',
    },
    'missing-sectors': {
      what: ({ subject, sectors }) => `Sectors missing from the matrix of "${subject}": ${sectors}`,
      action: 'Agree on commitments with those sectors and add them to the matrix.',
    },
  },
};
