/** Rows of cells as lines with aligned columns; numbers to the right. The last column is left as it is, so it may be Chinese. */
export function toTable(rows: readonly (readonly (string | number)[])[]): string {
  const widths: number[] = [];
  for (const row of rows) for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, String(cell).length);
  const toLine = (row: readonly (string | number)[]): string =>
    row
      .map((cell, i) => {
        if (typeof cell === 'number') return String(cell).padStart(widths[i] ?? 0);
        return i === row.length - 1 ? cell : cell.padEnd(widths[i] ?? 0);
      })
      .join('  ')
      .trimEnd();
  return rows.map((row) => `${toLine(row)}\n`).join('');
}
