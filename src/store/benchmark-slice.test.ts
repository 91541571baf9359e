import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CytoForgeError } from '../errors.ts';
import { evaluateImage } from '../evaluation/image-evaluation.ts';
import { imageTraits } from '../evaluation/slices/image-traits.ts';
import type { ImageOutcome } from './benchmark/benchmark-state.ts';
import { testAddress, testEngine } from './fixtures/test-engine.ts';
import { createStudioStore } from './studio-store.ts';

const LABELS = { width: 2, height: 1, data: Uint16Array.of(0, 1) };
const OUTCOME: ImageOutcome = {
  evaluation: evaluateImage(LABELS, LABELS, null),
  traits: imageTraits(LABELS, null),
  ...{ milliseconds: 5, facts: {} },
};

function openPage(samples = ['a', 'b', 'c']) {
  const { engine } = testEngine([]);
  const { benchmark } = engine;
  benchmark.openSet = vi.fn(async () => ({ layout: 'pairs' as const, samples, withoutImage: 0 }));
  benchmark.run = vi.fn(async () => OUTCOME);
  const store = createStudioStore(engine, testAddress());
  const state = () => store.getState();
  // Classical algorithms alone have all they need here.
  for (const { id, method } of state().benchmarkEntries) {
    state().changeEntry(id, { on: method === 'otsu' || method === 'otsu-watershed' });
  }
  return { store, state, benchmark, engine };
}

const files = () => [new File(['x'], 'cells.zip')];
const resultsOf = (page: ReturnType<typeof openPage>) => [
  ...page.state().benchmarkResults.values(),
];

beforeEach(() => globalThis.localStorage?.clear());

describe('the benchmark slice', () => {
  it('runs every algorithm that is on on every image, image by image', async () => {
    const page = openPage();
    await page.state().addBenchmarkFiles(files());
    await page.state().startBenchmark();
    expect(page.state().benchmarkRun).toMatchObject({ status: 'done', done: 6, total: 6 });
    const asked = vi
      .mocked(page.benchmark.run)
      .mock.calls.map(([{ order }]) => [order.sample, order.choice.method]);
    expect(asked.slice(0, 3)).toEqual([
      [0, 'otsu'],
      [0, 'otsu-watershed'],
      [1, 'otsu'],
    ]);
    expect(resultsOf(page).flat()).toEqual(Array(6).fill({ outcome: OUTCOME, error: null }));
  });

  it('keeps an image that failed as a result with its reason, and goes on', async () => {
    const page = openPage();
    vi.mocked(page.benchmark.run).mockRejectedValueOnce(new CytoForgeError('bad-image', 'Odd.'));
    await page.state().addBenchmarkFiles(files());
    await page.state().startBenchmark();
    expect(page.state().benchmarkRun?.status).toBe('done');
    expect(resultsOf(page)[0][0]).toMatchObject({ outcome: null, error: { message: 'Odd.' } });
    expect(resultsOf(page)[0][1]?.outcome).toBe(OUTCOME);
  });

  it('tries an image once more after a crash', async () => {
    const page = openPage(['a']);
    vi.mocked(page.benchmark.run).mockRejectedValueOnce(new CytoForgeError('worker-crashed', 'x'));
    await page.state().addBenchmarkFiles(files());
    await page.state().startBenchmark();
    expect(
      resultsOf(page)
        .flat()
        .every((result) => result?.outcome),
    ).toBe(true);
  });

  it('stops when asked, keeps what it has, and runs the rest later', async () => {
    const page = openPage();
    await page.state().addBenchmarkFiles(files());
    vi.mocked(page.benchmark.run).mockImplementation(async ({ order }, _, signal) => {
      if (order.sample === 1) page.state().cancelBenchmark();
      if (signal.aborted) throw new CytoForgeError('cancelled', 'Cancelled.');
      return OUTCOME;
    });
    await page.state().startBenchmark();
    expect(page.state().benchmarkRun?.status).toBe('cancelled');
    expect(resultsOf(page).flat().filter(Boolean)).toHaveLength(2);

    vi.mocked(page.benchmark.run).mockReset().mockResolvedValue(OUTCOME);
    await page.state().startBenchmark();
    expect(page.benchmark.run).toHaveBeenCalledTimes(4);
    expect(page.state().benchmarkRun).toMatchObject({ status: 'done', done: 6 });
  });

  it('waits while it is paused', async () => {
    const page = openPage(['a', 'b']);
    await page.state().addBenchmarkFiles(files());
    vi.mocked(page.benchmark.run).mockImplementationOnce(async () => {
      page.state().pauseBenchmark();
      return OUTCOME;
    });
    const running = page.state().startBenchmark();
    await vi.waitFor(() => expect(page.state().benchmarkRun?.done).toBe(1));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(page.benchmark.run).toHaveBeenCalledTimes(1);
    expect(page.state().benchmarkRun?.status).toBe('paused');
    page.state().continueBenchmark();
    await running;
    expect(page.state().benchmarkRun).toMatchObject({ status: 'done', done: 4 });
  });

  it('shows the sets of an earlier page with the results that are kept', async () => {
    const page = openPage(['a']);
    page.benchmark.keptSets = async () => [{ id: '7', name: 'old', origin: 'files' }];
    page.benchmark.recall = async ({ order }) => (order.choice.method === 'otsu' ? OUTCOME : null);
    await page.state().restoreBenchmark();
    expect(page.state().benchmarkSets).toMatchObject([{ id: '7', name: 'old', status: 'ready' }]);
    expect(page.benchmark.openSet).toHaveBeenCalledWith(expect.anything(), null);
    await page.state().startBenchmark();
    expect(page.benchmark.run).toHaveBeenCalledTimes(1);
  });

  it('asks for the results at another size of a pixel', async () => {
    const page = openPage(['a']);
    await page.state().addBenchmarkFiles(files());
    const recall = vi.spyOn(page.benchmark, 'recall').mockResolvedValue(OUTCOME);
    const [{ id }] = page.state().benchmarkSets;
    page.state().setPixelSize(id, 0.65);
    await vi.waitFor(() => expect(page.state().benchmarkResults.size).toBe(2));
    expect(recall.mock.calls.map(([{ order }]) => order.micronsPerPixel)).toEqual([0.65, 0.65]);
  });

  it('says why a set cannot be opened, and why nothing can run', async () => {
    const page = openPage();
    vi.mocked(page.benchmark.openSet).mockRejectedValueOnce(
      new CytoForgeError('unsupported', 'No.'),
    );
    await page.state().addBenchmarkFiles(files());
    expect(page.state().benchmarkSets[0]).toMatchObject({
      status: 'failed',
      error: { message: 'No.' },
    });
    await page.state().addBenchmarkFiles(files());
    vi.mocked(page.benchmark.run).mockRejectedValue(
      new CytoForgeError('backend-unavailable', 'None.'),
    );
    await page.state().startBenchmark();
    expect(page.state().benchmarkRun).toMatchObject({
      status: 'failed',
      error: { message: 'None.' },
    });
  });

  it('compares an algorithm with itself under other parameters', async () => {
    const page = openPage(['a']);
    page.state().copyEntry('otsu');
    page.state().setEntryValue('otsu-2', 'min_size', 40);
    await page.state().addBenchmarkFiles(files());
    await page.state().startBenchmark();
    expect(page.state().benchmarkResults.size).toBe(3);
    // A parameter that was changed has no results of its own yet; back at the old one they are there again.
    page.state().setEntryValue('otsu-2', 'min_size', 50);
    await page.state().startBenchmark();
    page.state().setEntryValue('otsu-2', 'min_size', 40);
    await page.state().startBenchmark();
    expect(page.benchmark.run).toHaveBeenCalledTimes(4);
    page.state().removeEntry('otsu-2');
    page.state().removeEntry('otsu');
    expect(page.state().benchmarkEntries.filter(({ method }) => method === 'otsu')).toHaveLength(1);
  });

  it('refuses a pipeline that cannot be run', async () => {
    const page = openPage();
    const before = page.state().benchmarkEntries.length;
    await page.state().addPipeline(new File(['no pipeline'], 'x.cppipe'));
    expect(page.state().benchmarkEntries).toHaveLength(before);
    expect(page.state().notices[0]).toMatchObject({ message: 'notice.pipelineRefused' });
  });

  it('takes the median of the estimated diameters', async () => {
    const page = openPage();
    await page.state().addBenchmarkFiles(files());
    const [set] = page.state().benchmarkSets;
    page.benchmark.estimateDiameter = vi
      .fn()
      .mockResolvedValueOnce(30.2)
      .mockResolvedValueOnce(10)
      .mockResolvedValueOnce(17.4);
    expect(await page.state().estimateDiameter('otsu', set.id)).toBe(true);
    const entry = page.state().benchmarkEntries.find(({ id }) => id === 'otsu');
    expect(entry?.values).toEqual({ diameter: 17 });
  });
});
