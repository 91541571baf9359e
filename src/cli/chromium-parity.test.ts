import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { httpGoldenFolder } from '../parity/http-golden-folder.ts';
import { goldenAnswer } from './chromium-parity.ts';
import { type StaticServer, startStaticServer } from './static-server.ts';

let root: string;
let server: StaticServer;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'parity-'));
  for (const folder of ['all', 'all/goldens', 'all/checkpoints']) mkdirSync(join(root, folder));
  writeFileSync(join(root, 'secret'), 'secret');
  writeFileSync(join(root, 'all/goldens/01_a.json'), '{}');
  writeFileSync(join(root, 'all/checkpoints/g.pkl'), 'model');
  server = await startStaticServer(goldenAnswer(join(root, 'all/goldens')));
});

afterEach(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});

it('serves the folder and its siblings', async () => {
  const folder = httpGoldenFolder(`${server.origin}/goldens`);
  expect(await folder.list()).toEqual(['01_a.json']);
  expect(new TextDecoder().decode(await folder.read('01_a.json'))).toBe('{}');
  const model = await folder.read('../checkpoints/g.pkl');
  expect(new TextDecoder().decode(model)).toBe('model');
});

it('serves nothing outside, and takes no other method', async () => {
  const folder = httpGoldenFolder(`${server.origin}/goldens`);
  await expect(folder.read('../../secret')).rejects.toThrow();
  await expect(folder.read(join(root, 'secret'))).rejects.toThrow();
  await expect(folder.read('missing')).rejects.toThrow();
  const posted = await fetch(`${server.origin}/goldens/list`, { method: 'POST' });
  expect(posted.status).toBe(404);
});
