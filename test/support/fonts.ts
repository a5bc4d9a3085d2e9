import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fontsIn } from '../../functions/dossier/fonts.ts';
import type { FontFiles } from '../../functions/dossier/typeface.ts';
import { copyFonts } from '../../infra/constructs/fonts.ts';

/** The fonts as they lie beside a deployed function. */
export function fonts(): FontFiles {
  const folder = mkdtempSync(join(tmpdir(), 'etapas-fonts-'));
  try {
    copyFonts(folder);
    return fontsIn(join(folder, 'fonts'))();
  } finally {
    rmSync(folder, { recursive: true });
  }
}
