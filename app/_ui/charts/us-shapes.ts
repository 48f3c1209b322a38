import { geoAlbersUsa, geoConicEqualArea, geoPath } from 'd3-geo'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import atlas from 'us-atlas/states-10m.json'
import { type Point, simplifyLine } from './simplify'

/** The picture's own units: what Albers USA is drawn in by custom. */
export const US_WIDTH = 975
export const US_HEIGHT = 610

/** Nothing finer than this is seen at the size of a page; it makes 11,800 points a tenth of that. */
const TOLERANCE = 1.1
/** A line that cannot be drawn; a ring with it is left out. */
const NOWHERE = [
  [Number.NaN, Number.NaN],
  [Number.NaN, Number.NaN],
]

/** Islands below this area are left out, unless they are all that a place has. */
const LEAST_AREA = 8

/** A place below this area would vanish under its mark. All of them lie near the Atlantic, so their marks go out to it. */
const TINY_AREA = 400
const OFF_COAST = 46

export type PlaceShape = {
  /** Closed rings in whole units, relative, ready for a path's `d`. */
  path: string
  /** The middle of its largest part. */
  anchor: Point
  /** Where a mark of it stands best: on its middle, or off the coast where the place is smaller than any mark. */
  home: Point
}

let shapes: ReadonlyMap<string, PlaceShape> | undefined

/**
 * The outlines of the states, the District of Columbia and Puerto Rico by name, drawn from the US Census Bureau's borders
 * (us-atlas) in the Albers projection; Alaska, Hawaii and Puerto Rico stand in insets. Computed once per process.
 */
export function usShapes(): ReadonlyMap<string, PlaceShape> {
  shapes ??= drawShapes()
  return shapes
}

const INSET = 'Puerto Rico'

// The file's inferred type is an enormous tuple; its format is TopoJSON's, which the package states.
const TOPOLOGY = atlas as unknown as Topology<{ states: GeometryCollection<{ name: string }> }>

function drawShapes(): ReadonlyMap<string, PlaceShape> {
  const mainland = geoAlbersUsa()
    .scale(1300)
    .translate([US_WIDTH / 2, US_HEIGHT / 2])
  const inset = geoConicEqualArea()
    .rotate([66.5, 0])
    .center([0, 18.2])
    .parallels([17, 19])
    .scale(2600)
    .translate([US_WIDTH - 70, US_HEIGHT - 60])
  const { states } = TOPOLOGY.objects
  const insetArcs = new Set(
    states.geometries
      .filter(({ properties }) => properties && 'name' in properties && properties.name === INSET)
      .flatMap((geometry) => arcsOf(geometry)),
  )
  const arcs = absoluteArcs(TOPOLOGY).map((arc, index) => {
    const project = insetArcs.has(index) ? inset : mainland
    // What the projection has no room for (other territories, the last of the Aleutians) has no place in the picture.
    const drawn = arc.map((point) => project([...point])).filter((point) => point !== null)
    return drawn.length === arc.length ? simplifyLine(drawn, TOLERANCE).map(([x, y]) => [x, y]) : NOWHERE
  })
  const planar = { ...TOPOLOGY, arcs }
  Reflect.deleteProperty(planar, 'transform')
  return new Map(
    feature(planar, states).features.flatMap(({ properties, geometry }) => {
      if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return []
      const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
      const shape = shapeOf(polygons as unknown as readonly (readonly Point[])[][])
      return shape === null || !('name' in properties) ? [] : [[properties.name, shape] as const]
    }),
  )
}

function shapeOf(polygons: readonly (readonly (readonly Point[])[])[]): PlaceShape | null {
  const path = geoPath(null)
  const measured = polygons
    .map((rings) => rings.filter((ring) => ring.length > 3 && ring.every(([x]) => Number.isFinite(x))))
    .filter((rings) => rings.length > 0)
    .map((rings) => {
      const polygon = {
        type: 'Polygon',
        coordinates: rings.map((ring) => ring.map(([x, y]) => [x, y])),
      } as const
      return { rings, area: path.area(polygon), middle: path.centroid(polygon) }
    })
    .sort((a, b) => b.area - a.area)
  const [largest] = measured
  if (largest === undefined || !largest.middle.every(Number.isFinite)) return null
  const kept = measured.filter((part) => part === largest || part.area >= LEAST_AREA)
  const [x, y] = largest.middle
  return {
    path: kept.flatMap(({ rings }) => rings.map(ringPath)).join(''),
    anchor: [x, y],
    home: largest.area < TINY_AREA ? [x + OFF_COAST, y] : [x, y],
  }
}

/** 'M12 30l4-2…z' in whole units, each step from the last drawn point, so that rounding never adds up. */
function ringPath(ring: readonly Point[]): string {
  const [first, ...rest] = ring.slice(0, -1).map(([x, y]) => [Math.round(x), Math.round(y)] as const)
  if (first === undefined) return ''
  let [atX, atY] = first
  const steps = rest.flatMap(([x, y]) => {
    const [dx, dy] = [x - atX, y - atY]
    ;[atX, atY] = [x, y]
    return dx === 0 && dy === 0 ? [] : [`${dx}${dy < 0 ? '' : ' '}${dy}`]
  })
  return `M${first[0]} ${first[1]}l${steps.join(' ').replaceAll(' -', '-')}z`
}

function arcsOf(geometry: (typeof TOPOLOGY.objects.states.geometries)[number]): number[] {
  const arcs = 'arcs' in geometry ? (geometry.arcs as readonly unknown[]).flat(3) : []
  return arcs.flatMap((arc) => (typeof arc === 'number' ? [arc < 0 ? ~arc : arc] : []))
}

/** TopoJSON writes each point as a step from the one before, in whole units of its own grid. */
function absoluteArcs({ arcs, transform }: Topology): readonly (readonly Point[])[] {
  const [scaleX, scaleY] = transform?.scale ?? [1, 1]
  const [moveX, moveY] = transform?.translate ?? [0, 0]
  return arcs.map((arc) => {
    let [x, y] = [0, 0]
    return arc.map(([dx = 0, dy = 0]): Point => {
      ;[x, y] = [x + dx, y + dy]
      return [x * scaleX + moveX, y * scaleY + moveY]
    })
  })
}
