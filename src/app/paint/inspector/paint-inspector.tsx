import { BrushSection } from './brush-section.tsx';
import { CellSection } from './cell-section.tsx';
import { CellsSection } from './cells-section.tsx';
import { HistorySection } from './history-section.tsx';
import { MapSection } from './map-section.tsx';
import './paint-inspector.css';

/** The tool, the selected cells, what was done, the map and its cells. */
export function PaintInspector() {
  return (
    <div className="inspector paint-inspector">
      <BrushSection />
      <CellSection />
      <HistorySection />
      <MapSection />
      <CellsSection />
    </div>
  );
}
