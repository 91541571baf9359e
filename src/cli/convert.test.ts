import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MaskManifest } from '../checkpoints/bundle/manifest.ts';
import { parseManifest } from '../checkpoints/bundle/parse-manifest.ts';
import { registerConvert } from './convert.ts';
import { registerInspect } from './inspect.ts';
import { networkLines } from './network-lines.ts';

const FIXTURES = fileURLToPath(new URL('../checkpoints/fixtures/', import.meta.url));
let folder: string;
let printed: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'convert-'));
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += text;
    return true;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

async function run(...args: string[]): Promise<string> {
  printed = '';
  const program = new Command().exitOverride().configureOutput({ writeErr: () => {} });
  registerInspect(program);
  registerConvert(program);
  await program.parseAsync(args, { from: 'user' });
  return printed;
}

describe('convert and inspect', () => {
  it('writes a bundle and inspects it', async () => {
    const card = join(folder, 'about.md');
    writeFileSync(card, '# About');
    const out = join(folder, 'bundle');
    const text = await run(
      ...['convert', join(FIXTURES, '02_sg3_t32_cond.pkl'), '--out', out, '--card', card],
      ...['--licence', 'for tests', '--threshold', '128', '--psi', '0.7', '--image-size', '64'],
    );
    expect(text).toBe(`02_sg3_t32_cond (stylegan3, float16): 1 weight files in ${out}\n`);
    expect(readdirSync(out).sort()).toEqual(['card.md', 'model.json', 'weights-001.bin']);
    const manifest = parseManifest(JSON.parse(readFileSync(join(out, 'model.json'), 'utf8')));
    expect(manifest).toMatchObject({
      name: '02_sg3_t32_cond',
      defaults: { threshold: 128, psi: 0.7, imageSize: 64 },
      provenance: { licence: 'for tests', files: [{ name: '02_sg3_t32_cond.pkl' }] },
    });
    const [report] = JSON.parse(await run('inspect', out, '--json'));
    expect(report).toMatchObject({ kind: 'stylegan3 bundle', config: { wDim: 32 } });
    expect(report.tensors).toHaveLength(60);
  });

  it('keeps the class that objects have', async () => {
    const file = join(FIXTURES, 'global_net_G.zip.pth');
    await run('convert', file, '--out', join(folder, 'model'), '--object-class', '3');
    const text = readFileSync(join(folder, 'model', 'model.json'), 'utf8');
    expect(parseManifest(JSON.parse(text)).defaults).toEqual({ objectClass: 3 });
    const odd = run('convert', file, '--out', join(folder, 'odd'), '--object-class', '-1');
    await expect(odd).rejects.toThrow('Not a whole number.');
  });

  it('converts the averaged generator unless told, and the one in training when told', async () => {
    const file = join(FIXTURES, '02_sg2_g32_cond.pkl');
    const manifestOf = async (name: string, ...options: string[]) => {
      const out = join(folder, name);
      const text = await run('convert', file, '--out', out, ...options);
      expect(text).toContain('02_sg2_g32_cond (stylegan2, float16)');
      return parseManifest(JSON.parse(readFileSync(join(out, 'model.json'), 'utf8')));
    };
    const averaged = await manifestOf('averaged');
    const named = await manifestOf('named', '--network', 'G_ema');
    const trained = await manifestOf('trained', '--network', 'G');
    expect(named.provenance.weightsSha256).toBe(averaged.provenance.weightsSha256);
    expect(trained.provenance.weightsSha256).not.toBe(averaged.provenance.weightsSha256);
    expect(trained.config).toEqual(averaged.config);
    await expect(run('convert', file, '--out', folder, '--network', 'D')).rejects.toThrow('D');
    const [report] = JSON.parse(await run('inspect', join(folder, 'trained'), '--json'));
    expect(report).toMatchObject({ kind: 'stylegan2 bundle', config: { architecture: 'skip' } });
  });

  it('takes G where there is no G_ema, and says so', async () => {
    const text = readFileSync(join(FIXTURES, '02_sg2_g32_cond.pkl'), 'latin1');
    const file = join(folder, 'unaveraged.pkl');
    writeFileSync(file, text.replace('G_ema', 'H_ema'), 'latin1');
    const out = join(folder, 'out');
    expect(await run('convert', file, '--out', out)).toMatch(/\n {2}G, .* has no G_ema\n$/);
    const manifest = parseManifest(JSON.parse(readFileSync(join(out, 'model.json'), 'utf8')));
    expect(manifest.provenance.network).toBe('G');
    expect(networkLines(manifest as MaskManifest)).toEqual([
      'masks by G, in training, of unaveraged',
    ]);
    expect(await run('convert', file, '--out', out, '--network', 'G')).not.toContain('no G_ema');
    const asked = run('convert', file, '--out', out, '--network', 'G_ema');
    await expect(asked).rejects.toMatchObject({ code: 'wrong-architecture' });
    expect(await run('inspect', file)).toContain('  network G (the file has G, D)\n');
  });

  it('inspects each network of a snapshot', async () => {
    const file = join(FIXTURES, '02_sg2_g32_cond.pkl');
    const [discriminator] = JSON.parse(await run('inspect', file, '--network', 'D', '--json'));
    expect(discriminator).toMatchObject({
      kind: 'stylegan discriminator',
      network: 'D',
      networks: ['G_ema', 'G', 'D'],
      config: { imgResolution: 32, architecture: 'resnet', mapping: { cmapDim: 12 } },
    });
    expect(discriminator.tensors[1]).toEqual({
      name: 'b32.fromrgb.weight',
      shape: [8, 1, 1, 1],
      type: 'float32',
    });
    const text = await run('inspect', file, '--network', 'D');
    expect(text).toContain('  epilogue: {"channels":12,');
    const [trained] = JSON.parse(await run('inspect', file, '--network', 'G', '--json'));
    expect(trained).toMatchObject({ kind: 'stylegan2', network: 'G' });
    const pix2pixhd = run('inspect', join(FIXTURES, 'global_net_G.zip.pth'), '--network', 'D');
    await expect(pix2pixhd).rejects.toMatchObject({ code: 'bad-option' });
  });

  it('inspects official files as text', async () => {
    const text = await run('inspect', join(FIXTURES, 'global_net_G.legacy.pth'));
    expect(text).toContain('pix2pixhd\n');
    expect(text).toContain('  nDownsampleGlobal: 1\n');
    expect(text).toMatch(/ {2}G\.model\.1\.weight +float32 {3}\[4, 6, 7, 7\]\n/);
  });

  it.each([
    ['a hostile file', '99_neg_malicious_nested.pkl', 'unsafe-pickle'],
    ['a truncated file', '99_neg_truncated_60pct.pkl', 'truncated'],
    ['a file that is not there', 'none.pkl', 'io'],
    ['options alone', 'opt.txt', 'bad-option'],
  ])('refuses to convert %s', async (_, file, code) => {
    const out = join(folder, 'bundle');
    const converted = run('convert', join(FIXTURES, file), '--out', out);
    await expect(converted).rejects.toMatchObject({ code });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('refuses two models at once', async () => {
    const files = ['02_sg3_t32_cond.pkl', '02_sg3_t64.pkl'].map((file) => join(FIXTURES, file));
    await expect(run('convert', ...files, '--out', folder)).rejects.toMatchObject({
      code: 'bad-option',
      details: { found: '2 models' },
    });
  });
});
