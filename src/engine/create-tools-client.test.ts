import { describe, expect, it } from 'vitest';
import { bytesSource } from '../checkpoints/byte-source.ts';
import { DEFAULT_STEPS } from '../dataset/tools/tool-step.ts';
import { encodeGreyPng } from '../imaging/encode-png.ts';
import { createToolsService, type ToolsService } from '../services/tools-service.ts';
import { createToolsClient } from './create-tools-client.ts';
import { type FakeWorker, fakeWorker } from './fixtures/fake-worker.ts';
import type { ToolRunProgress } from './tools-client.ts';

const PNG = encodeGreyPng({ width: 1, height: 1, channels: 1, data: Uint8Array.of(250) });
const FILES = ['a.png', 'b.png'].map((path) => ({ path, file: new Blob([PNG]) }));
const REQUEST = { step: DEFAULT_STEPS.threshold, rolesBy: 'names' as const, fileName: 'x.zip' };

function openPage(canPick = false) {
  const workers: FakeWorker<ToolsService>[] = [];
  const client = createToolsClient(
    () => {
      const open = (_: Blob, name: string) => bytesSource(name, new Uint8Array(0));
      const worker = fakeWorker(createToolsService(open, async () => null));
      workers.push(worker);
      return worker;
    },
    { canPick, pick: async () => null },
    '0',
  );
  const heard: ToolRunProgress[] = [];
  return { client, workers, heard, listener: (progress: ToolRunProgress) => heard.push(progress) };
}

describe('createToolsClient', () => {
  it('runs a tool and hands over the ZIP', async () => {
    const { client, heard, listener } = openPage();
    await client.open(FILES);
    await client.run(REQUEST, false, listener);
    expect(heard[0]).toMatchObject({ status: 'running', fileName: 'x.zip', done: 0 });
    expect(heard.at(-1)).toMatchObject({ status: 'done', done: 2, files: 2, error: null });
    expect(heard.at(-1)?.file?.size).toBe(heard.at(-1)?.bytes);
  });

  it('opens the source again in a worker that was lost', async () => {
    const { client, workers } = openPage();
    await client.open(FILES);
    workers[0].crash();
    await new Promise((resolve) => setTimeout(resolve));
    expect(await client.describe('names')).toMatchObject({ images: 2 });
    expect(workers).toHaveLength(2);
  });

  it('says what failed, and that a refused source is none', async () => {
    const { client, heard, listener } = openPage();
    await client.open(FILES);
    const step = { ...DEFAULT_STEPS.resize, width: 0 };
    await client.run({ ...REQUEST, step }, false, listener);
    expect(heard.at(-1)).toMatchObject({ status: 'failed', error: { code: 'bad-option' } });
    const zip = { path: 'bad.zip', file: new Blob([]) };
    await expect(client.open([zip])).rejects.toMatchObject({ code: 'truncated' });
  });

  it('does nothing when no file was picked', async () => {
    const { client, heard, listener } = openPage(true);
    await client.open(FILES);
    await expect(client.run(REQUEST, true, listener)).rejects.toMatchObject({ code: 'cancelled' });
    expect(heard).toEqual([]);
  });
});
