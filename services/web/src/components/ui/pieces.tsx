import type { Piece } from '../../lib/marks.js';

/** Marked text as text nodes: nothing of an article is ever read as HTML. */
export function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return <>{pieces.map((piece) => (piece.marked ? <mark>{piece.text}</mark> : piece.text))}</>;
}
