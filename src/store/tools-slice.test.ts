import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ToolRequest } from '../engine/tools-client.ts';
import { CytoForgeError } from '../errors.ts';
import { decodePng } from '../imaging/decode-png.ts';
import {
  imageManifest,
  libraryModel,
  maskManifest,
  testAddress,
  testEngine,
} from './fixtures/test-engine.ts';
import { createStudioStore } from './studio-store.ts';

const summary = { images: 2, masks: 2, labels: 0, pairs: 2, classes: [], others: 0 };
const preview = { items: [], files: 4, exact: true };

function openPage() {
  const parts = testEngine([libraryModel(maskManifest()), libraryModel(imageManifest())]);
  const { tools } = parts.engine;
  tools.open = vi.fn(async () => undefined);
  tools.describe = vi.fn(async () => summary);
  tools.preview = vi.fn(async () => preview);
  const store = createStudioStore(parts.engine, testAddress());
  return { ...parts, tools, store };
}

const files = () => [new File(['x'], 'cells.zip')];

beforeEach(() => vi.clearAllMocks());

describe('the tools slice', () => {
  it('opens files, counts what is in them and previews the tool', async () => {
    const { store, tools } = openPage();
    await store.getState().takeToolFiles(files());
    await vi.waitFor(() => expect(store.getState().toolPreview.result).toEqual(preview));
    expect(store.getState().toolSource).toMatchObject({
      name: 'cells.zip',
      status: 'ready',
      summary,
    });
    store.getState().chooseTool('split');
    store.getState().changeTool({ ...store.getState().toolSteps.split, seed: 7 });
    await vi.waitFor(() => expect(store.getState().toolPreview.busy).toBe(false));
    expect(vi.mocked(tools.preview).mock.lastCall?.[0]).toMatchObject({ tool: 'split', seed: 7 });
  });

  it('says why a source was refused, and takes the next', async () => {
    const { store, tools } = openPage();
    tools.open = async () => {
      throw new CytoForgeError('refused-archive', 'cells.zip was refused.');
    };
    await store.getState().takeToolFiles(files());
    expect(store.getState().toolSource).toMatchObject({
      status: 'failed',
      error: { code: 'refused-archive' },
    });
    tools.open = async () => undefined;
    await store.getState().takeToolFiles(files());
    expect(store.getState().toolSource?.status).toBe('ready');
  });

  it('shows settings out of range beside them', async () => {
    const { store, tools } = openPage();
    await store.getState().takeToolFiles(files());
    tools.preview = async () => {
      throw new CytoForgeError('bad-option', 'A setting of the tool cannot be used.');
    };
    store.getState().changeTool({ ...store.getState().toolSteps.resize, width: 0 });
    await vi.waitFor(() =>
      expect(store.getState().toolPreview.error).toMatchObject({ code: 'bad-option' }),
    );
  });

  it('runs, delivers, and goes on with the result', async () => {
    const { store, tools, downloads } = openPage();
    await store.getState().takeToolFiles(files());
    const asked: ToolRequest[] = [];
    const file = new Blob(['zip']);
    tools.run = async (request, _, listener) => {
      asked.push(request);
      const { fileName } = request;
      const counts = { done: 2, total: 2, files: 4, skipped: 0, bytes: 3, secondsLeft: null };
      listener({ ...counts, status: 'done', fileName, leftOut: [], file, error: null });
    };
    await store.getState().startTool(false);
    expect(asked).toMatchObject([{ step: { tool: 'threshold' }, fileName: 'cells-threshold.zip' }]);
    store.getState().saveToolResult();
    expect(downloads).toEqual([{ file, fileName: 'cells-threshold.zip' }]);
    await store.getState().continueWithResult();
    const { toolSource, toolJob } = store.getState();
    expect(toolSource).toMatchObject({ kind: 'result', name: 'cells-threshold.zip' });
    expect(toolJob).toBeNull();
    const path = 'cells-threshold.zip';
    expect(vi.mocked(tools.open).mock.lastCall).toEqual([[{ path, file }]]);
  });

  it('makes a sample for the tool at hand, once for the same settings', async () => {
    const { store, tools, asked } = openPage();
    await store.getState().startStudio();
    await store.getState().takeToolSample();
    const samples = () => asked.filter(({ priority }) => priority === 'visible').length;
    const made = samples();
    const paths = () => vi.mocked(tools.open).mock.lastCall?.[0].map(({ path }) => path) ?? [];
    expect(paths()).toHaveLength(4);
    store.getState().chooseTool('augment');
    await vi.waitFor(() => expect(paths()).toHaveLength(12));
    expect(paths().slice(0, 3)).toEqual([
      'images/000005.png',
      'masks/000005.png',
      'labels/000005.png',
    ]);
    expect(samples()).toBe(made);
    const [{ file }] = vi.mocked(tools.open).mock.lastCall?.[0] ?? [];
    expect(() => decodePng(new Uint8Array(4))).toThrow();
    expect(decodePng(new Uint8Array(await file.arrayBuffer())).image.width).toBeGreaterThan(0);
  });
});
