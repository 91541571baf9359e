/** One setting of a module: settings are told apart by their order, for several may have the same text. */
export interface PipelineSetting {
  /** What CellProfiler shows before the value. */
  text: string;
  value: string;
}

/** One module of a pipeline. */
export interface PipelineModule {
  /** Class name, e.g. `IdentifyPrimaryObjects`. */
  name: string;
  /** Its place in the pipeline, from 1. */
  number: number;
  /** CellProfiler's `variable_revision_number`: which settings there are, and in what order. */
  revision: number;
  enabled: boolean;
  settings: readonly PipelineSetting[];
}

/** What a `.cppipe` or `.cpproj` text of CellProfiler says. */
export interface Pipeline {
  /** Version of the file's format: up to 5 text, 6 JSON. */
  version: number;
  modules: readonly PipelineModule[];
}
