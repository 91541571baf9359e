import { exposeService } from '../src/bridge/expose-service.ts';
import { WASM_URLS } from '../src/nn/backend/wasm-urls.ts';
import { createBenchService } from '../src/pipeline/bench-service.ts';

exposeService(createBenchService({ wasmPaths: WASM_URLS }));
