/** The pattern of the unknown for one SVG chart; fill with `url(#id)`. Patterns are found by id in the whole page. */
export function HatchPattern({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="2" height="5" className="fill-unknown-fill" />
      </pattern>
    </defs>
  )
}
