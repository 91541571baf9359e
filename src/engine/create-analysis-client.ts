import type { AnalysisService } from '../services/benchmark/analysis-service.ts';
import { reopening } from './reopening.ts';
import type { WorkerLink } from './worker-link.ts';

/** The page's side of the analysis worker. */
export function createAnalysisClient(spawn: () => WorkerLink<AnalysisService>): AnalysisService {
  const worker = reopening(spawn);
  return {
    analyse: (results, set, figure) =>
      worker.call((service) => service.analyse(results, set, figure)),
    agreement: (results, figure) => worker.call((service) => service.agreement(results, figure)),
    write: (results, format, language) =>
      worker.call((service) => service.write(results, format, language)),
    compareCells: (synthetic, real, seed) =>
      worker.call((service) => service.compareCells(synthetic, real, seed)),
  };
}
