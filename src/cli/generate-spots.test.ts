import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { decodePng } from '../imaging/decode-png.ts';
import { runCommand } from './fixtures/run-command.ts';
import { registerGenerate } from './generate.ts';

const folder = mkdtempSync(join(tmpdir(), 'cytoforge-'));
const at = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

const SMALL = ['--size', '64', '--trunc', '0.7', '--backend', 'wasm'];

function run(out: string, ...args: string[]) {
  return runCommand([registerGenerate], 'generate', ...SMALL, ...args, '--out', at(out));
}

function pixels(name: string): Uint8Array {
  return decodePng(new Uint8Array(readFileSync(at(name)))).image.data;
}

/** Columns of a table of spots, without its head. */
function table(name: string): number[][] {
  const [head, ...lines] = readFileSync(at(name), 'utf8').trimEnd().split('\n');
  expect(head).toBe('x,y,radius,intensity,cell');
  return lines.map((line) => line.split(',').map(Number));
}

const manifest = (out: string) => JSON.parse(readFileSync(at(`${out}/dataset.json`), 'utf8'));

describe('cytoforge generate --spots', () => {
  it('writes masks and tables that say the same, other spots for each seed', async () => {
    const { status, stderr } = await run('five', '--seeds', '1-2', '--spots', 'five-clusters');
    expect([status, stderr]).toEqual([0, '']);
    const spots = table('five/spots/000000.csv');
    expect(spots.length).toBe(210);
    const mask = pixels('five/spots/000000.png');
    const labels = decodePng(new Uint8Array(readFileSync(at('five/masks/000000.png')))).image.data;
    for (const [x, y, , , cell] of spots) {
      const place = Math.round(y) * 64 + Math.round(x);
      expect(mask[place]).toBe(255);
      expect(labels[place] > 0).toBe(cell > 0);
    }
    expect(table('five/spots/000001.csv')).not.toEqual(spots);
    expect(manifest('five').samples[0].files.spotTable).toBe('spots/000000.csv');
  });

  it('renders with the spot model, names it, and makes the set again', async () => {
    const spots = { clusters: [], scatters: [{ region: 'cells', density: 5 }], seed: 4 };
    writeFileSync(at('spots.json'), JSON.stringify(spots));
    const model = ['--spot-model', 'demo', '--optics', 'confocal', '--photons', '80'];
    await run('model', '--seeds', '3', '--spots', at('spots.json'), ...model);
    const { bundles, samples } = manifest('model');
    expect(bundles.map(({ name }: { name: string }) => name)).toContain('pix2pixhd-spots');
    expect(samples[0].recipe).toMatchObject({
      spots: { rendering: 'model', spotModel: { name: 'pix2pixhd-spots' } },
      optics: { psfSigma: 0.9, photonsAtWhite: 80, readNoise: 1 },
    });
    const again = await runCommand(
      [registerGenerate],
      ...['generate', '--backend', 'wasm', '--recipe', at('model/dataset.json')],
      ...['--out', at('again')],
    );
    expect(again.status).toBe(0);
    for (const name of ['images/000000.png', 'spots/000000.png', 'spots/000000.csv']) {
      expect(readFileSync(at(`again/${name}`))).toEqual(readFileSync(at(`model/${name}`)));
    }
  });

  it('refuses what it cannot use, with the reason', async () => {
    writeFileSync(at('wrong.json'), JSON.stringify({ clusters: [], fallOff: 3 }));
    writeFileSync(at('broken.json'), '{');
    const seeds = ['--seeds', '1'];
    const said = async (...args: string[]) => {
      const { status, stderr } = await run('refused', ...seeds, ...args);
      expect(status).not.toBe(0);
      return stderr;
    };
    expect(await said('--spots', at('wrong.json'))).toContain('field spots.fallOff');
    expect(await said('--spots', at('broken.json'))).toContain('The spots cannot be read.');
    expect(await said('--spots', at('absent.json'))).toContain('absent.json');
    expect(await said('--spot-seed', '3')).toContain('There are no spots.');
    const cells = 'public/models/pix2pixhd-nuclei';
    const model = await said('--spots', 'five-clusters', '--spot-model', cells);
    expect(model).toContain('This model makes no spots.');
  });
});
