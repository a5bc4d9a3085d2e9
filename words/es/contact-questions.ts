import type { Contact } from '../../domain/personal-text.ts';

/** Of free text that holds what reaches somebody: it may stay where it is an office's. */
export const contactQuestions: Record<Contact, string> = {
  'names-telephone':
    'lleva un teléfono. ¿Es de una oficina? Si es de una persona, quítelo: aquí muchos lo leen y queda en el historial.',
  'names-email':
    'lleva un correo electrónico. ¿Es de una oficina? Si es de una persona, quítelo: aquí muchos lo leen y queda en el historial.',
};
