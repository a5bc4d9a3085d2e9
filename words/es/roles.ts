import type { Role } from '../../domain/policies.ts';

/** What people call each role. */
export const roleNames = {
  administrator: 'Administración',
  coordinator: 'Coordinación',
  viewer: 'Consulta',
} satisfies Record<Role, string>;

/** What each role may do, as `domain/policies.ts` has it. */
export const roleTexts = {
  administrator: 'Ve y cambia todo, decide revisiones, autoriza excepciones y entra a esta parte.',
  coordinator: 'Ve y cambia las localidades que coordina, y decide las revisiones que no pidió.',
  viewer:
    'Ve todo, o solo las localidades que diga su cuenta, y no cambia nada. No ve direcciones de correo.',
} satisfies Record<Role, string>;
