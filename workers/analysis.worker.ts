import { exposeService } from '../src/bridge/expose-service.ts';
import { createAnalysisService } from '../src/services/benchmark/analysis-service.ts';

exposeService(createAnalysisService());
