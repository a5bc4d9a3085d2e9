import { Municipality } from '../../domain/municipality.ts';

/** A municipality's settings, some of them given. */
export const municipality = (some: Partial<Municipality> = {}): Municipality =>
  Municipality.parse({
    id: 'juarez',
    name: 'Ciudad Juárez',
    state: 'Chihuahua',
    inegiCode: '08037',
    region: 'us-east-1',
    mailRegion: 'us-east-1',
    timeZone: 'America/Ciudad_Juarez',
    mailFrom: 'etapas@juarez.example',
    staffMailDomain: 'juarez.example',
    approvers: ['direccion@juarez.example'],
    mail: { sandbox: false },
    ...some,
  });
