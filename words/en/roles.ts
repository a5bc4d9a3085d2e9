import type * as es from '../es/roles.ts';

export const roleNames: typeof es.roleNames = {
  administrator: 'Administration',
  coordinator: 'Coordination',
  viewer: 'Reading only',
};

export const roleTexts: typeof es.roleTexts = {
  administrator: 'Sees and changes everything, decides reviews, authorizes exceptions, and enters this part.',
  coordinator: 'Sees and changes the localities they coordinate, and decides reviews they did not ask for.',
  viewer:
    'Sees everything, or only the localities their account names, and changes nothing. Sees no mail addresses.',
};
