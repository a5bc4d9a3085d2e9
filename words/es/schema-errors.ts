import type * as z from 'zod';
import { TerritoryIssue } from '../../domain/territory/fault.ts';
import { sayTerritory } from '../territory.ts';
import { territory } from './territory.ts';

const numbers = new Intl.NumberFormat('es-MX');

const types: Record<string, string> = {
  string: 'un texto',
  number: 'un número',
  int: 'un número entero',
  boolean: 'sí o no (true o false)',
  array: 'una lista',
  object: 'un grupo de datos con nombre',
};

const formats: Record<string, string> = {
  email: 'no es un correo completo, como nombre@ejemplo.mx',
  url: 'no es una dirección web completa, como https://ejemplo.mx',
  date: 'no es una fecha; escríbala como 2026-12-05',
  datetime: 'no es un momento; escríbalo como 2026-12-05T15:00:00Z',
};

/** A bound as people count what it bounds. */
function bounded(most: boolean, origin: string, bound: number | bigint): string {
  const count = numbers.format(bound);
  const words = most ? 'como máximo' : 'como mínimo';
  if (origin === 'string')
    return !most && bound === 1 ? 'falta este dato' : `debe tener ${words} ${count} caracteres`;
  if (origin === 'array' || origin === 'set') return `debe tener ${words} ${count} elementos`;
  return `debe ser ${count} ${most ? 'o menos' : 'o más'}`;
}

/**
 * What is said of a value that is not as a schema has it: a sentence for whoever typed it, which names no part of the
 * schema library. Everything that is refused by a schema, field or cell, is told by this.
 */
export const schemaErrors: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null) return 'falta este dato';
      return types[issue.expected] ? `debe ser ${types[issue.expected]}` : 'no es un valor válido';
    case 'invalid_value':
      return issue.input === undefined
        ? 'falta este dato'
        : `debe ser una de estas opciones: ${issue.values.join(', ')}`;
    case 'too_big':
      return bounded(true, issue.origin, issue.maximum);
    case 'too_small':
      return bounded(false, issue.origin, issue.minimum);
    case 'invalid_format':
      return formats[issue.format] ?? 'no está escrito como se espera';
    case 'not_multiple_of':
      return `debe ser un múltiplo de ${numbers.format(issue.divisor)}`;
    case 'unrecognized_keys':
      return 'tiene campos que no se conocen';
    case 'custom':
      if (issue.params instanceof TerritoryIssue) return sayTerritory(territory, issue.params.fault);
      return 'no es un valor válido';
    default:
      return 'no es un valor válido';
  }
};
