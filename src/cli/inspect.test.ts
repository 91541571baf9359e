import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { registerInspect } from './inspect.ts';

const FIXTURES = fileURLToPath(new URL('../checkpoints/fixtures/', import.meta.url));
let printed: string;

beforeEach(() => {
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += text;
    return true;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
});

async function inspect(...args: string[]): Promise<string> {
  const program = new Command().exitOverride();
  registerInspect(program);
  const files = args.map((arg) => (/\.\w+$/.test(arg) ? `${FIXTURES}${arg}` : arg));
  await program.parseAsync(['inspect', ...files], { from: 'user' });
  return printed;
}

describe('inspect', () => {
  it('tells of a snapshot its networks, classes, training and tensors', async () => {
    const [report] = JSON.parse(await inspect('02_sg2_g32_cond.pkl', '--json'));
    expect(report).toMatchObject({
      kind: 'stylegan2',
      network: 'G_ema',
      networks: ['G_ema', 'G', 'D'],
      modules: {
        persistenceVersion: 6,
        classes: expect.arrayContaining(['Generator', 'ToRGBLayer', 'MappingNetwork']),
      },
      training: { class_name: 'training.dataset.ImageFolderDataset', use_labels: true },
      config: { imgResolution: 32, cDim: 3 },
      parameters: 16311,
    });
    expect(report.tensors).toContainEqual({
      name: 'mapping.fc0.weight',
      type: 'float32',
      shape: [24, 56],
    });
    expect(report.files[0].sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('shows the discriminator when told', async () => {
    const text = await inspect('02_sg3_t64.pkl', '--network', 'D');
    expect(text).toContain('network D (the file has G_ema, G, D)');
    expect(text).toMatch(/^ {2}b64\.fromrgb\.weight +float32 +\[4, 1, 1, 1\]$/m);
  });

  it('tells of tensors the type in which they are stored', async () => {
    const [report] = JSON.parse(await inspect('arrays.npz', '--json'));
    expect(report.kind).toBe('NumPy archive');
    expect(report.tensors).toContainEqual({ name: 'big', type: '>f4', shape: [6] });
    expect(report.tensors).toContainEqual({ name: 'empty', type: '<f8', shape: [0, 3] });
  });

  it('lists the tensors of a safetensors file', async () => {
    const text = await inspect('03_p2p_model.net_E.safetensors');
    expect(text).toMatch(/^safetensors\n {2}file .*bytes {2}sha256/);
    expect(text).toMatch(/^ {2}model\.1\.weight +F32 +\[4, 3, 7, 7\]$/m);
  });

  it('counts the rows of features by label', async () => {
    const [report] = JSON.parse(await inspect('03_p2p_features.npy', '--json'));
    expect(report.styleClusters).toEqual({ 0: 6, 1: 23, 2: 18 });
  });

  it('prints options that JSON has no number for', async () => {
    const [report] = JSON.parse(await inspect('opt.txt', '--json'));
    expect(report.options).toMatchObject({ max_dataset_size: 'Infinity', ngf: 16, gpu_ids: [] });
  });

  it('reports on models and arrays in one go', async () => {
    const json = await inspect('global_net_G.zip.pth', 'arrays.npz', '--json');
    expect(JSON.parse(json).map(({ kind }: { kind: string }) => kind)).toEqual([
      'pix2pixhd',
      'NumPy archive',
    ]);
  });

  it('says of a file in a folder what is wrong with it, and goes on', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'inspect-'));
    for (const name of ['99_neg_unknown_classes.pkl', 'opt.txt']) {
      copyFileSync(`${FIXTURES}${name}`, join(folder, name));
    }
    const text = await inspect(folder);
    expect(text).toMatch(/^unknown\n.*\n.*SuperGenerator; it was refused\. · at: byte 64 · found:/);
    expect(text).toMatch(/^ {2}ngf: 16$/m);
    rmSync(folder, { recursive: true });
  });

  it('refuses a damaged archive with what is wrong with it', async () => {
    await expect(inspect('99_neg_truncated_zip.pth')).rejects.toMatchObject({ code: 'truncated' });
  });
});
