import type { RolesBy } from '../dataset/tools/picture-set.ts';
import type { StepOf, ToolName, ToolStep } from '../dataset/tools/tool-step.ts';
import { latestWins } from '../engine/latest-wins.ts';
import type { ToolRunProgress } from '../engine/tools-client.ts';
import { toPlainError } from '../errors.ts';
import type { SetSummary } from '../services/tools/describe-set.ts';
import type { DroppedFile } from '../services/tools/open-files.ts';
import type { ToolPreview } from '../services/tools/preview-tool.ts';
import { plainErrorView, toErrorView } from './error-view.ts';
import type { SliceContext } from './slice-context.ts';
import { readSteps, writeSteps } from './stored-steps.ts';
import type { ErrorView } from './studio-state.ts';
import { createToolSampler } from './tool-sample.ts';

/** What the page shows of a preview. */
export type { PreviewItem, PreviewPicture, ToolPreview } from '../services/tools/preview-tool.ts';

/** What a tool is worked on. */
export interface ToolSource {
  /** Of the archive or folder; a count where there is none. */
  name: string;
  kind: 'files' | 'sample' | 'result';
  status: 'opening' | 'ready' | 'failed';
  summary: SetSummary | null;
  error: ErrorView | null;
}

/** A run as the page shows it. */
export interface ToolJob extends Omit<ToolRunProgress, 'error'> {
  tool: ToolName;
  error: ErrorView | null;
}

/** The tools workspace: a source, a tool with its settings, what it would make, and a run. */
export interface ToolsSlice {
  tool: ToolName;
  /** The settings of every tool, as they were left. */
  toolSteps: { [Name in ToolName]: StepOf<Name> };
  toolRolesBy: RolesBy;
  toolSource: ToolSource | null;
  /** The preview is of the settings shown when `busy` is false. */
  toolPreview: { busy: boolean; result: ToolPreview | null; error: ErrorView | null };
  toolJob: ToolJob | null;
  chooseTool(tool: ToolName): void;
  changeTool(step: ToolStep): void;
  setToolRoles(rolesBy: RolesBy): void;
  /** Opens dropped files, folders or archives. */
  takeToolFiles(files: readonly File[]): Promise<void>;
  /** Makes a few pictures that suit the tool with the models in use. */
  takeToolSample(): Promise<void>;
  closeToolSource(): void;
  startTool(toPickedFile: boolean): Promise<void>;
  cancelTool(): void;
  saveToolResult(): void;
  /** Makes the result of the run the source of the next. */
  continueWithResult(): Promise<void>;
  dismissToolJob(): void;
}

function pathOf(file: File): string {
  return file.webkitRelativePath || file.name;
}

/** The archive's or the folder's name; of single files the first. */
function nameOf(files: readonly File[]): string {
  const [first] = files;
  const folder = pathOf(first).split('/')[0];
  return files.every((file) => pathOf(file).startsWith(`${folder}/`)) ? folder : first.name;
}

/** One source, one tool and one run at a time. */
export function createToolsSlice({ set, get, engine }: SliceContext): ToolsSlice {
  const sampleFiles = createToolSampler(engine.generation);
  const isRunning = () => ['running', 'finishing'].includes(get().toolJob?.status ?? '');

  const previews = latestWins<{ step: ToolStep; rolesBy: RolesBy }, ToolPreview>(
    ({ step, rolesBy }) => engine.tools.preview(step, rolesBy),
    {
      onResult: (result) => set({ toolPreview: { busy: false, result, error: null } }),
      onError: (error) =>
        set({ toolPreview: { busy: false, result: null, error: toErrorView(error) } }),
    },
  );

  function showPreview(): void {
    const { toolSource, toolSteps, tool, toolRolesBy, toolPreview } = get();
    if (toolSource?.status !== 'ready') return;
    set({ toolPreview: { ...toolPreview, busy: true } });
    previews.submit({ step: toolSteps[tool], rolesBy: toolRolesBy });
  }

  /** Numbers of what is in the source, then the preview. */
  async function showSummary(source: ToolSource): Promise<void> {
    const summary = await engine.tools.describe(get().toolRolesBy);
    if (get().toolSource !== source) return;
    set({ toolSource: { ...source, status: 'ready', summary } });
    showPreview();
  }

  async function openSource(
    name: string,
    kind: ToolSource['kind'],
    filesOf: () => Promise<DroppedFile[]>,
  ): Promise<void> {
    if (isRunning()) return;
    previews.cancel();
    const source: ToolSource = { name, kind, status: 'opening', summary: null, error: null };
    set({
      toolSource: source,
      toolPreview: { busy: false, result: null, error: null },
      toolJob: null,
    });
    const isCurrent = () => get().toolSource === source;
    try {
      const files = await filesOf();
      if (!isCurrent()) return;
      await engine.tools.open(files);
      if (isCurrent()) await showSummary(source);
    } catch (error) {
      if (isCurrent()) {
        set({ toolSource: { ...source, status: 'failed', error: toErrorView(error) } });
      }
    }
  }

  return {
    tool: 'threshold',
    toolSteps: readSteps(),
    toolRolesBy: 'names',
    toolSource: null,
    toolPreview: { busy: false, result: null, error: null },
    toolJob: null,
    chooseTool(tool) {
      if (tool === get().tool) return;
      set({ tool, toolPreview: { busy: false, result: null, error: null } });
      if (!isRunning() && get().toolJob) set({ toolJob: null });
      if (get().toolSource?.kind === 'sample') void get().takeToolSample();
      else showPreview();
    },
    changeTool(step) {
      set(({ toolSteps }) => ({ toolSteps: { ...toolSteps, [step.tool]: step } }));
      writeSteps(get().toolSteps);
      showPreview();
    },
    setToolRoles(toolRolesBy) {
      set({ toolRolesBy });
      const { toolSource } = get();
      if (toolSource?.status !== 'ready') return;
      showSummary(toolSource).catch((error) =>
        set({ toolPreview: { busy: false, result: null, error: toErrorView(error) } }),
      );
    },
    async takeToolFiles(files) {
      if (files.length === 0) return;
      const dropped = files.map((file) => ({ path: pathOf(file), file }));
      await openSource(nameOf(files), 'files', async () => dropped);
    },
    takeToolSample: () => openSource('', 'sample', () => sampleFiles(get(), get().tool)),
    closeToolSource() {
      if (isRunning()) return;
      previews.cancel();
      set({
        toolSource: null,
        toolPreview: { busy: false, result: null, error: null },
        toolJob: null,
      });
    },
    async startTool(toPickedFile) {
      const { tool, toolSteps, toolRolesBy: rolesBy, toolSource } = get();
      if (toolSource?.status !== 'ready' || isRunning()) return;
      const base = toolSource.name.replace(/\.[^.]+$/, '') || 'sample';
      const request = { step: toolSteps[tool], rolesBy, fileName: `${base}-${tool}.zip` };
      try {
        await engine.tools.run(request, toPickedFile, ({ error, ...progress }) =>
          set({ toolJob: { ...progress, tool, error: error && plainErrorView(error) } }),
        );
      } catch (error) {
        if (toPlainError(error).code === 'cancelled') return;
        get().notify({ kind: 'error', message: 'tools.failed', error: toErrorView(error) });
      }
    },
    cancelTool: () => engine.tools.cancel(),
    saveToolResult() {
      const { toolJob } = get();
      if (toolJob?.file) engine.download(toolJob.file, toolJob.fileName);
    },
    async continueWithResult() {
      const { toolJob } = get();
      const file = toolJob?.file;
      if (!file) return;
      await openSource(toolJob.fileName, 'result', async () => [{ path: toolJob.fileName, file }]);
    },
    dismissToolJob() {
      if (!isRunning()) set({ toolJob: null });
    },
  };
}
