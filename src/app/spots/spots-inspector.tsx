import { ClustersSection } from './clusters-section.tsx';
import { CompositeSection } from './composite-section.tsx';
import { LookSection } from './look-section.tsx';
import { OpticsSection } from './optics-section.tsx';
import { ScattersSection } from './scatters-section.tsx';

/** Every setting of the spots and of the optics. */
export function SpotsInspector() {
  return (
    <div className="inspector">
      <ClustersSection />
      <ScattersSection />
      <LookSection />
      <CompositeSection />
      <OpticsSection />
    </div>
  );
}
