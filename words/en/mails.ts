import type {
  mailNames as mailNamesInSpanish,
  Place,
  Words,
  waitingMailNames as waitingMailNamesInSpanish,
} from '../es/mails.ts';

export const mailNames: typeof mailNamesInSpanish = {
  'stage-opened': 'the notice of an open stage',
  'review-requested': 'the notice of a review',
  'review-void': 'the notice of a void review',
  'gate-decided': 'the notice of the decision',
  'override-used': 'the notice of an exception',
  'programme-completed': 'the notice of a finished programme',
  'staff-digest': 'the digest of the day',
  digest: 'the reminder of their commitments',
  'fresh-link': 'a new link',
  'address-changed': 'the notice of a changed address',
  convocation: 'the convocation to a session',
  other: 'a message',
};

export const waitingMailNames: typeof waitingMailNamesInSpanish = {
  mail: 'Notice of a locality',
  'staff-digest': 'Digest for staff',
  digest: 'Reminder of commitments',
  'fresh-link': 'Fresh link',
  'address-changed': 'Notice of a changed address',
  convocation: 'Convocation to a session',
};

const what = ({ stage, track }: Pick<Place, 'stage' | 'track'>) =>
  track ? `track “${track}”` : `stage “${stage}”`;

const where = ({ programme, stage, track, visit }: Place) =>
  `${track ? `the track “${track}” of ` : ''}the stage “${stage}” of the programme “${programme}”${visitOf(visit)}`;

const visitOf = (visit: number) => (visit > 1 ? ` (visit ${visit})` : '');

const activities = (count: number) =>
  count === 1 ? 'the required activity and record it' : `the ${count} required activities and record them`;

/** Every English word of the mails. */
const commitments = (count: number) => (count === 1 ? '1 commitment' : `${count} commitments`);
const addresses = (count: number) => (count === 1 ? '1 address' : `${count} addresses`);
const people = (count: number) => (count === 1 ? '1 person' : `${count} people`);

export const en: Words = {
  sender: (municipality) => `Etapas · ${municipality}`,
  next: 'What to do next',
  details: 'Details',
  why: 'You receive this message because you coordinate this locality or take part in its decisions.',
  privacy: 'Privacy notice',
  continues: '… (the whole text is in Etapas)',

  labels: {
    locality: 'Locality',
    programme: 'Programme',
    stage: 'Stage',
    track: 'Track',
    visit: 'Visit',
    targetOn: 'Target date',
    requestedBy: 'Review requested by',
    changedBy: 'Changed by',
    decidedBy: 'Decided by',
    overriddenBy: 'Exception requested by',
    expiresOn: 'Exception expires on',
    completedOn: 'Completed on',
    note: 'Note from the person who asked for the review',
    reason: 'Reason for the decision',
    overrideReason: 'Reason for the exception',
    unmet: 'Still to be met',
  },

  stageOpened: {
    button: 'See the stage in Etapas',
    heading: (place) => `Opened: ${what(place)}${visitOf(place.visit)}`,
    summary: (place) => `${place.locality} has started ${where(place)}.`,
    laterVisit:
      'What was recorded on earlier visits is kept, but that evidence does not count for this visit.',
    next: (required, targetOn) =>
      required === 0
        ? `There are no required activities here. The target date for finishing is ${targetOn}.`
        : `Please complete ${activities(required)} in Etapas by ${targetOn}, the target date.`,
    thenReview:
      'Once the criteria are met, ask for a review, so that it can be decided whether the locality advances.',
  },

  reviewRequested: {
    button: 'See the review in Etapas',
    heading: (place) => `Review requested: ${what(place)}${visitOf(place.visit)}`,
    summary: (place, by) =>
      `${by} has asked for a review of ${where(place)} in ${place.locality}, to decide whether the locality advances.`,
    fourEyes: 'Whoever asks for a review does not decide it: someone else must decide.',
    twoEyes: 'In this municipality, whoever asks for a review may also decide it.',
    next: (fourEyes) =>
      `If the decision is yours to make${fourEyes ? ' and you did not ask for the review' : ''}, please look at the ` +
      'activities, the evidence and the criteria in Etapas, and record your decision: advance, return to a stage, put ' +
      'on hold or close.',
  },

  reviewVoid: {
    button: 'See the stage in Etapas',
    heading: (place) => `Review void: ${what(place)}${visitOf(place.visit)}`,
    summary: (place, by) =>
      `${by} changed what was to be reviewed of ${where(place)} in ${place.locality}: an activity, its evidence, a ` +
      'survey or a ranking.',
    void: 'The review that was asked for is void, since what was to be decided on is no longer the same.',
    next: 'Once what is recorded is complete, ask for the review again. Until then there is nothing to decide.',
  },

  gateDecided: {
    button: (next) => (next ? 'See the stage that follows in Etapas' : 'See the decision in Etapas'),
    outcomes: {
      advance: {
        heading: (place, next) =>
          next ? `The locality advances to stage “${next}”` : `Approved: ${what(place)}`,
        summary: (place, by) => `In ${where(place)}, ${by} decided that ${place.locality} advances.`,
        follows: ({ track }, next) => {
          if (next) return `The locality advances to the stage “${next}”, which opens next.`;
          return track
            ? 'No other stage opens for now: this one ends when all of its tracks are approved.'
            : 'With this decision, no other stage opens.';
        },
        next: (next) =>
          next
            ? 'Please look up the activities and the target date of the new stage in Etapas.'
            : 'There is nothing you need to do for now. You can follow the locality in Etapas.',
      },
      return: {
        heading: (_place, next) =>
          next ? `The locality returns to stage “${next}”` : 'The locality returns for a new visit',
        summary: (place, by) =>
          `In ${where(place)}, ${by} decided that ${place.locality} does not advance yet.`,
        follows: (_place, next) =>
          `The locality returns ${next ? `to the stage “${next}” ` : ''}for a new visit. What was recorded is kept, but ` +
          'the earlier evidence does not count for the new visit.',
        next: () =>
          'Please read the reason, do what is needed and record new evidence. Once the criteria are met, ask for ' +
          'another review.',
      },
      hold: {
        heading: () => 'The locality is on hold',
        summary: (place, by) => `In ${where(place)}, ${by} put ${place.locality} on hold.`,
        follows: () => 'While it is on hold, no reminders are sent and the locality does not advance.',
        next: () =>
          'There is nothing you need to do for now. When work can go on, the locality is resumed in Etapas.',
      },
      close: {
        heading: () => 'The locality is closed',
        summary: (place, by) => `In ${where(place)}, ${by} closed ${place.locality}.`,
        follows: () =>
          'The programme ends here for this locality: no more stages are opened and no more reminders are sent.',
        next: () =>
          'There is nothing more you need to do. The history is kept, and you can look it up in Etapas.',
      },
    },
  },

  overrideUsed: {
    button: 'See the exception in Etapas',
    heading: (place) => `Approved with an exception: ${what(place)}`,
    summary: (place) => `In ${where(place)}, ${place.locality} advanced without meeting every criterion.`,
    people: (overriddenBy, decidedBy) =>
      overriddenBy === decidedBy
        ? `${overriddenBy} asked for the exception and made the decision.`
        : `${overriddenBy} asked for the exception; ${decidedBy} made the decision.`,
    next: (expiresOn) =>
      `Please complete what is missing and record the evidence by ${expiresOn}, when the exception expires. If it is ` +
      'still open by then, it will come back as a task.',
    reports: 'Until then, the exception stays visible in every report.',
  },

  programmeCompleted: {
    button: 'See the locality in Etapas',
    heading: (programme) => `Programme completed: “${programme}”`,
    summary: (locality, programme, on) =>
      `${locality} completed all the stages of the programme “${programme}” on ${on}.`,
    thanks: 'Thank you for your work with the locality at every step.',
    next:
      'There is nothing more you need to do. The activities, the evidence and the decisions are kept, and you can look ' +
      'them up in Etapas.',
  },

  staffDigest: {
    heading: (date) => `Your digest of ${date}`,
    counts: {
      climbed: (count) => `${count} not seen to`,
      reviews: (count) => (count === 1 ? '1 review to decide' : `${count} reviews to decide`),
      late: (count) => (count === 1 ? '1 late stage' : `${count} late stages`),
      promises: (count) => (count === 1 ? '1 commitment' : `${count} commitments`),
      tasks: (count) => (count === 1 ? '1 task' : `${count} tasks`),
      news: (count) => `${count} new`,
    },
    titles: {
      climbed: 'What is still not seen to',
      reviews: 'Reviews that wait for your decision',
      late: 'Stages past their target date',
      promises: 'Commitments overdue or due soon',
      tasks: 'Open tasks',
      news: 'What happened since the digest before',
    },
    climbed: 'This has stayed unresolved for several working days, and so you are told as well.',
    from: (matter, names) => `${matter} (coordinated by ${names})`,
    nobody: 'nobody',
    matters: {
      'review-waiting': ({ locality, ...at }) => `${locality}: review ${what(at)}, asked for on ${at.date}`,
      'gate-overdue': ({ locality, ...at }) => `${locality}: ${what(at)} was to end by ${at.date}`,
      'override-expired': ({ locality, ...at }) =>
        `${locality}: the exception for ${what(at)} expired on ${at.date}`,
      'missing-sectors': ({ locality, ...at }) =>
        `${locality}: in ${what(at)} there are sectors that have not committed to anything yet`,
      'commitment-due': ({ locality, action, date, distance }) =>
        `${locality}: ${action} — ${date} (${distance})`,
      escalated: ({ locality, count, date }) =>
        `${locality}: ${commitments(count)} not fulfilled after all reminders, since ${date}`,
      cannot: ({ locality, count, date }) =>
        `${locality}: ${commitments(count)} that whoever is responsible cannot fulfil, since ${date}`,
      'tell-in-person': ({ locality, count, date }) =>
        `${locality}: ${commitments(count)} to remind somebody of in person, since ${date}`,
      'responsible-erased': ({ locality, count, date }) =>
        `${locality}: ${commitments(count)} without a responsible, whose data were erased, since ${date}`,
      'report-missing': ({ locality, count, date }) =>
        count === 1
          ? `${locality}: the numbers of a plan line are missing since ${date}`
          : `${locality}: the numbers of ${count} plan lines are missing since ${date}`,
      bounced: ({ locality, count, date }) =>
        `${locality}: ${addresses(count)} that messages no longer reach, since ${date}`,
      complained: ({ locality, count, date }) =>
        `${locality}: ${people(count)} who wish to receive no mail, since ${date}`,
    },
    news: (locality, heading) => `${locality}: ${heading}`,
    more: (count) => `And ${count} more, which you can see in Etapas.`,
    buttons: {
      climbed: 'See what is not seen to',
      reviews: 'See the reviews',
      late: 'See the late stages',
      promises: 'See the commitments',
      tasks: 'See the tasks',
      news: 'See what happened',
    },
    why: 'You receive this digest because you coordinate localities, take part in their decisions or answer for the programme.',
    choose: 'Choose which mails to receive',
  },

  digest: {
    subject: (overdue, due) =>
      [
        overdue > 0 ? `${overdue} overdue ${overdue === 1 ? 'commitment' : 'commitments'}` : '',
        due > 0 ? `${due} ${overdue > 0 ? '' : due === 1 ? 'commitment ' : 'commitments '}to keep` : '',
      ]
        .filter((part) => part)
        .join(' and '),
    heading: (count) => (count === 1 ? 'Your commitment' : 'Your commitments'),
    greeting: (name) => `Hello, ${name}:`,
    opening: 'This is a reminder of what you took on in the commitment matrix.',
    overdueIn: (locality) => `${locality}: overdue`,
    dueIn: (locality) => `${locality}: to be kept`,
    today: 'due today',
    inDays: (days) => (days === 1 ? '1 day left' : `${days} days left`),
    daysAgo: (days) => (days === 1 ? 'due 1 day ago' : `due ${days} days ago`),
    more: (count) => `And ${count} more, which you can see on the page.`,
    answer: 'Please tell us how it goes: done, under way, or not possible. You need no account.',
    reportsSubject: (count) =>
      count === 1 ? 'The numbers of a line are missing' : `The numbers of ${count} lines are missing`,
    reportsHeading: 'Numbers that are missing',
    reportsOpening:
      'These lines of the plan are yours to report, and their period is over. Please write on the page how much was done; if nothing was, write 0. You need no account.',
    reportPeriod: (from, to) => `from ${from} to ${to}`,
    reportsButton: 'Write the numbers',
    personalLink: 'This link is yours; please do not pass it on.',
    button: 'See and answer',
    personal: 'This link is yours; please do not pass it on. The dates are attached for your calendar.',
    why: (municipality) =>
      `You receive this message because you made commitments with the municipality of ${municipality}.`,
    unsubscribe: 'Stop receiving these mails',
  },

  convocation: {
    subject: {
      convened: (kind, when) => `You are convened: ${kind}, ${when}`,
      changed: (kind, when) => `Changed: ${kind}, now ${when}`,
      cancelled: (kind, when) => `Cancelled: ${kind}, ${when}`,
      notAsked: (kind, when) => `You need not come any more: ${kind}, ${when}`,
    },
    opening: {
      convened: (municipality) => `The municipality of ${municipality} asks you to come to this session.`,
      changed: (municipality) =>
        `The municipality of ${municipality} has changed the day, hour or place of a session that it asked you to come to. It is now:`,
      cancelled: (municipality) =>
        `The municipality of ${municipality} has cancelled this session, to which it had asked you to come. There is nothing to do.`,
      notAsked: (municipality) =>
        `The municipality of ${municipality} had asked you to come to this session. You need neither come nor answer any more.`,
    },
    what: 'Session',
    when: 'When',
    where: 'Place',
    locality: 'Locality',
    reason: 'Reason',
    agenda: 'Agenda',
    dayAndHour: (day, hour) => `${day}, ${hour}`,
    answer:
      'Please tell us whether you will come. You need no account, and can change your answer until that day.',
    button: 'Answer whether I will come',
    personal: 'This link is yours; please do not pass it on. The session is attached for your calendar.',
    why: (municipality) =>
      `You receive this message because the municipality of ${municipality} asked you to come to a session.`,
  },
  addressChanged: {
    heading: 'Your reminders go to another address',
    opening: (municipality) =>
      `The municipality of ${municipality} sends reminders of your commitments to this address no more: another was written into its register, or this one taken out. The links that you received here have ended.`,
    next: 'If you asked for it, there is nothing to do. If you did not, answer this mail and we will put it right.',
    why: (municipality) =>
      `You receive this notice, only once, because this address stood in the register of the municipality of ${municipality}.`,
  },
  freshLink: {
    heading: 'Your new link',
    opening:
      'You asked for a new link to the page of your commitments. Open it to see each one and tell us how it is going.',
    button: 'See my commitments',
    personal:
      'This link is personal; please do not forward it. If you did not ask for it, there is nothing to do.',
  },
};
