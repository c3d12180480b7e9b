/** Something goes on, and nobody knows for how long. */
export function BusyBar({ label }: { label: string }) {
  return (
    <div class="busy-bar" role="progressbar" aria-label={label}>
      <span />
    </div>
  );
}
