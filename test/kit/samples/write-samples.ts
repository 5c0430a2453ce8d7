/** Generates assets/samples: `npm run samples`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLES } from './samples';

const folder = join(__dirname, '..', '..', '..', 'assets', 'samples');

async function writeSamples(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const [name, build] of Object.entries(SAMPLES)) {
    writeFileSync(join(folder, name), await build());
    process.stdout.write(`${join('assets', 'samples', name)}\n`);
  }
}

void writeSamples();
