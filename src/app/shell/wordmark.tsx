/** The sign and name: a cell, and the outline that is its label. */
export function Wordmark({ name }: { name: string }) {
  return (
    <div className="wordmark">
      <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden="true">
        <path
          className="wordmark-cell"
          d="M5 12.500C5.800 6.900 10.600 3.500 15.700 4c3.600.4 5.700 2.500 5.300 5.300-.3 2.700-2.800 3.500-3.900 5.800-1 2.400.3 4.500-1.600 6.400-2.100 2.100-6 1.600-8.300-1C5.400 18.400 4.600 15.400 5 12.500z"
        />
        <path
          className="wordmark-outline"
          d="M19.900 17.600c2.300-1.500 5.400-.7 6.500 1.800 1.100 2.900-.5 6.500-3.700 7.700-2.700 1.100-5.600.2-6.200-2.100-.5-1.800.8-3 1.700-4.400.6-1 .9-2.200 1.700-3z"
        />
      </svg>
      <span>{name}</span>
    </div>
  );
}
