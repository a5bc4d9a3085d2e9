import type { Language } from '../../domain/language.ts';
import { StaffMail, type StaffMailKind } from '../../domain/mail.ts';
import { renderStaffMail } from '../../emails/index.ts';

const gate = {
  locality: { id: 'riberas-del-bravo', name: 'Riberas del Bravo' },
  programme: { es: 'Convivir Mejor', en: 'Living Better Together' },
  stage: { es: 'Participación comunitaria', en: 'Community involvement' },
  visit: 1,
  gate: { stage: 'community-involvement' },
};

const examples: Record<StaffMailKind, object> = {
  'stage-opened': { ...gate, targetOn: '2026-12-05', requiredActivities: 5 },
  'review-requested': { ...gate, requestedBy: 'ana@juarez.example', note: 'Ya está todo.', fourEyes: true },
  'review-void': { ...gate, requestedBy: 'ana@juarez.example', changedBy: 'luis@juarez.example' },
  'gate-decided': {
    ...gate,
    outcome: 'advance',
    decidedBy: 'bruno@juarez.example',
    reason: 'Se cumplió lo acordado.',
    next: { es: 'Plan de acción', en: 'Action plan' },
    nextGate: { stage: 'action-plan' },
  },
  'override-used': {
    ...gate,
    decidedBy: 'bruno@juarez.example',
    overriddenBy: 'carla@juarez.example',
    reason: 'La reunión se aplazó por lluvia.',
    expiresOn: '2027-01-31',
    unmet: ['meeting-held', 'commitments'],
  },
  'programme-completed': { locality: gate.locality, programme: gate.programme, completedOn: '2026-12-05' },
};

/** Every kind of mail to staff. */
export const kinds = StaffMail.options.map(({ shape }) => shape.message.value);

/** An example of a kind of mail, checked as the outbox checks it. */
export const mail = (message: StaffMailKind, changes: object = {}) =>
  StaffMail.parse({ message, ...examples[message], ...changes });

/** The mail to a reader in Ciudad Juárez. */
export const to = (language: Language, content: StaffMail, publicUrl = 'https://etapas.juarez.example') =>
  renderStaffMail(content, {
    language,
    municipality: { name: 'Ciudad Juárez' },
    publicUrl,
  });

/** A text on one line, to look for sentences whatever their line breaks. */
export const flat = (text: string) => text.replace(/\s+/g, ' ');

const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** What a person reads in the HTML, links written out as the plain text writes them. */
export const readable = (html: string) =>
  flat(
    html
      .slice(html.indexOf('<body'))
      .replace(/<!--.*?-->/gs, ' ')
      .replace(/<div style="display:none[^>]*>.*?<\/div>/s, ' ')
      .replace(/<a [^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/gs, '$2: $1')
      .replace(/<\/?(span)[^>]*>/g, '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/&(amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity),
  ).trim();

/** What a person reads in the plain text, without its rules, bullets and quotation marks. */
export const undecorated = (text: string) => flat(text.replace(/^(=+|-+)$|^(- |>)/gm, ' ')).trim();
