import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Runs a check of a definition's text, unless that very text has passed it before. */
export type ValidatedOnce = (definition: string, validate: () => void) => void;

/**
 * Remembers in an assembly's folder which definitions have passed. The validator compiles schemas for a third of the
 * time that a start takes; the folder is another one with another version of it.
 */
export function validatedOnce(assembly: string): ValidatedOnce {
  const place = join(assembly, 'validated');
  return (definition, validate) => {
    const passed = join(place, createHash('sha256').update(definition).digest('hex'));
    if (existsSync(passed)) return;
    validate();
    mkdirSync(place, { recursive: true });
    writeFileSync(passed, '');
  };
}
