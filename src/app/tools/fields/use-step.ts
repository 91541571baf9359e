import type { StepOf, ToolName, ToolStep } from '../../../dataset/tools/tool-step.ts';
import { useStudio } from '../../../store/studio-store.ts';

/** The settings of a tool, and a way to change some of them. */
export function useStep<Name extends ToolName>(
  name: Name,
): [step: StepOf<Name>, change: (patch: Partial<StepOf<Name>>) => void] {
  const step = useStudio((state) => state.toolSteps[name] as StepOf<Name>);
  const changeTool = useStudio((state) => state.changeTool);
  return [step, (patch) => changeTool({ ...step, ...patch } as ToolStep)];
}
