import type { privacy as es } from '../es/privacy.ts';

/** What the privacy notice says, as far as a municipality does not say it in its own words. */
export const privacy: typeof es = {
  title: 'Privacy notice',
  intro:
    'This notice says what data about people are processed in Etapas, with which the municipality follows its prevention programmes, what for, and what you may ask for.',
  responsible: 'Who answers for your data',
  body: (municipality, state) => `Municipal government (Ayuntamiento) of ${municipality}, ${state}`,
  answers: (body) =>
    `${body} is responsible for the processing of your personal data, under the General Law on the Protection of Personal Data Held by Obligated Parties (LGPDPPSO, DOF 20-03-2025).`,
  office: 'Office in charge',
  anyOffice: 'Transparency unit (Unidad de Transparencia) of the municipality',
  address: 'Address',
  email: 'E-mail',
  telephone: 'Telephone',
  data: 'What data are processed',
  kinds: [
    'Of people who make commitments: name, organization, sector, e-mail address, language, and the commitments with their answers.',
    'Of people who work in the programmes: work address, role, and what they record.',
    'No sensitive data and no identities of victims are processed: of them, and of surveys, only figures are kept.',
  ],
  purposes: 'What for',
  anyPurposes: [
    'To follow up the commitments of the prevention programmes of each locality.',
    'To remind people by e-mail of what was agreed, and to receive their answers. You can stop these e-mails whenever you want.',
    'To account for the programmes, with figures and without personal data.',
  ],
  transfers: 'Who receives them',
  noTransfers:
    'Your data are not handed on to other people or institutions, unless a competent authority asks for them under the law.',
  rights: 'What you may ask for (ARCO rights)',
  rightsAre:
    'You or your representative may ask for access to your data, for their rectification or their cancellation, or object to their use. It is free of charge.',
  anyRequest:
    'Ask the office named above, in writing or by e-mail, saying who you are, what you ask for and how you want the answer. Your identity is verified before you are answered.',
  answeredIn: (workingDays) =>
    `You are answered within ${workingDays} working days. If you do not agree, you may lodge an appeal (recurso de revisión).`,
  kept: 'How long they are kept',
  keptFor:
    'As long as the programme lasts, and as the rules for archives require. When they are cancelled, name, organization and address are erased; what was agreed stays without them.',
  changes: 'Changes of this notice',
  changesHere: 'Changes are published on this page.',
  about: 'A public page of the municipality.',
};
