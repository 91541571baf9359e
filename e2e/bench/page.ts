import { wrap } from 'comlink';
import { installBridge } from '../../src/bridge/install-bridge.ts';
import type { BenchService } from '../../src/pipeline/bench-service.ts';
import type { BackendChoice, BundleData } from '../../src/pipeline/generation-service.ts';
import type { SampleRecipe } from '../../src/pipeline/recipe.ts';
import type { BenchPage } from './bench-page.ts';

installBridge();
const page = globalThis as unknown as BenchPage;
// Each backend has a worker of its own, so that both stay warm while their runs alternate.
const services = new Map<BackendChoice, ReturnType<typeof wrap<BenchService>>>();

async function fetchBundle(path: string): Promise<BundleData> {
  const manifest = await (await fetch(`/models/${path}/model.json`)).json();
  const files: string[] = manifest.weightsManifest.flatMap(
    (group: { paths: string[] }) => group.paths,
  );
  const shards = await Promise.all(
    files.map(async (file) => (await fetch(`/models/${path}/${file}`)).arrayBuffer()),
  );
  return { manifest, shards };
}

page.startBench = async (choice, models) => {
  const worker = new Worker(new URL('../../workers/bench.worker.ts', import.meta.url), {
    type: 'module',
  });
  const service = wrap<BenchService>(worker);
  services.set(choice, service);
  return service.start(choice, await Promise.all(models.map(fetchBundle)));
};
page.timeSample = (choice: BackendChoice, recipe: SampleRecipe) =>
  services.get(choice)!.time(recipe);
page.countSample = (choice: BackendChoice, recipe: SampleRecipe) =>
  services.get(choice)!.count(recipe);
