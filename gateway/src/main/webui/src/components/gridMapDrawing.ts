import L from 'leaflet'
import 'leaflet/dist/leaflet.css'
import { gridShapes, type GridShape } from '@/api/grids'
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import type { Point } from '@/api/cases'
import { district } from '@/domain/district'
import type { Tone } from '@/domain/caseStatus'

export interface MapMarker {
  id: string
  longitude: number
  latitude: number
  label: string
  tone?: Tone
}

export type MapOverlay = FeatureCollection<Polygon | MultiPolygon, { kind: string; label?: string }>

export interface MapWishes {
  level: number
  within?: string
  values?: Record<string, number>
  selected?: string | null
  /** Codes that have just changed: they pulse. */
  lit?: string[]
  point?: Point | null
  markers?: MapMarker[]
  /** Places drawn over the grids, each in the colours of its `properties.kind`. */
  overlay?: MapOverlay | null
  /** Finer grids appear as one zooms in. */
  drill: boolean
  still: boolean
  /** A grid without a value has no number: it is unknown, not zero. */
  sparse?: boolean
  onPick?: (point: Point) => void
  onSelect?: (code: string, name: string) => void
}

export interface Drawing {
  update: (wishes: MapWishes) => void
  zoom: (by: number) => void
  whole: () => void
  lookAt: (point: Point) => void
  end: () => void
}

/** Five steps of one hue, 0 … 4; the legend uses the same limits. */
export function heatLimits(values: Record<string, number>): number[] {
  const most = Math.max(1, ...Object.values(values))
  return most <= 4 ? [1, 2, 3, 4] : [1, Math.ceil(most / 4), Math.ceil(most / 2), Math.ceil((most * 3) / 4)]
}

export function heatOf(value: number, limits: number[]): number {
  return limits.filter((limit) => value >= limit).length
}

/** Below 14 the communities, then their grids, then the areas inside. */
function levelAt(zoom: number, wishes: MapWishes): number {
  if (!wishes.drill) return wishes.level
  return zoom < 15 ? wishes.level : zoom < 16.5 ? Math.max(3, wishes.level) : Math.max(4, wishes.level)
}

const PIN =
  '<svg viewBox="0 0 32 42" aria-hidden="true"><path d="M16 41S2 26 2 15.500a14 14 0 0 1 28 0C30 26 16 41 16 41z"/><circle cx="16" cy="15.500" r="5"/></svg>'

export async function draw(element: HTMLElement, first: MapWishes): Promise<Drawing> {
  let wishes = first
  const map = L.map(element, {
    zoomControl: false,
    attributionControl: false,
    zoomSnap: 0.25,
    zoomDelta: 1,
    maxZoom: 19,
    dragging: !first.still,
    keyboard: !first.still,
    touchZoom: !first.still,
    doubleClickZoom: !first.still,
    scrollWheelZoom: false,
    zoomAnimation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
  })
  if (first.still) element.removeAttribute('tabindex')
  // The wheel belongs to the page until one works on the map.
  map.on('focus', () => first.still || map.scrollWheelZoom.enable())
  map.on('blur', () => map.scrollWheelZoom.disable())

  const [outline, shapes] = await Promise.all([
    gridShapes(0).catch(() => null),
    gridShapes(first.level, first.within),
  ])
  if (outline) L.geoJSON(outline, { interactive: false, style: { className: 'grid-outline' } }).addTo(map)

  let layer = layerOf(shapes.features)
  let shownLevel = first.level
  const home = layer.getBounds()
  layer.addTo(map)
  const overlay = L.layerGroup().addTo(map)
  let overlaid: MapOverlay | null | undefined
  const markers = L.layerGroup().addTo(map)
  let pin: L.Marker | null = null

  // As long as nobody moved it, the map shows the whole, however its box grows or shrinks.
  let atHome = false
  map.on('movestart', () => (atHome = false))
  const whole = () => {
    if (!home.isValid()) return
    map.fitBounds(home, {
      paddingTopLeft: [12, 12],
      paddingBottomRight: [first.still ? 12 : 60, first.values ? 44 : 12], // buttons, legend
      animate: false,
    })
    atHome = true
  }
  whole()
  if (!map.getZoom()) map.setView([34.755, 114.444], 13, { animate: false })
  if (outline) map.setMaxBounds(home.pad(1.5))

  map.on('click', (event) => wishes.onPick?.(pointOf(event.latlng)))
  map.on('zoomend', () => void showLevel())
  element.addEventListener('keydown', (event) => {
    if ((event.key === 'Enter' || event.key === ' ') && event.target === element && wishes.onPick) {
      event.preventDefault()
      wishes.onPick(pointOf(map.getCenter()))
    }
  })
  const resized = new ResizeObserver(() => {
    const stays = atHome
    map.invalidateSize({ animate: false })
    if (stays) whole()
  })
  resized.observe(element)
  apply()

  function layerOf(features: GridShape[]) {
    return L.geoJSON(features as never, {
      interactive: !!(first.onSelect || first.onPick),
      style: { className: 'grid-shape' },
      onEachFeature(feature: GridShape, path: L.Layer) {
        const { code, name } = feature.properties
        path.on('click', () => wishes.onSelect?.(code, name))
        path.bindTooltip('', {
          // The pin of a place stands where the name of its grid would.
          permanent: feature.properties.level <= 2 || (code === first.selected && !first.point),
          direction: 'center',
          className: 'grid-label',
          opacity: 1,
        })
      },
    })
  }

  async function showLevel() {
    const level = levelAt(map.getZoom(), wishes)
    if (level === shownLevel) return
    shownLevel = level
    const finer = await gridShapes(level, wishes.within ?? district.streetCode).catch(() => null)
    if (!finer || shownLevel !== level) return
    layer.remove()
    layer = layerOf(finer.features).addTo(map)
    apply()
  }

  function apply() {
    const values = wishes.values
    const limits = values ? heatLimits(values) : []
    layer.eachLayer((one) => {
      const path = one as L.Path & { feature: GridShape }
      const { code, name } = path.feature.properties
      const value = values?.[code] ?? 0
      const element = path.getElement?.()
      element?.setAttribute(
        'class',
        [
          'grid-shape',
          first.onSelect || first.onPick ? 'leaflet-interactive' : '',
          values ? `heat-${heatOf(value, limits)}` : '',
          wishes.selected && (code === wishes.selected || wishes.selected.startsWith(code)) ? 'chosen' : '',
          wishes.lit?.some((lit) => lit === code || lit.startsWith(code)) ? 'lit' : '',
        ].join(' '),
      )
      const shown = values && !(wishes.sparse && !(code in values)) ? value : null
      path.setTooltipContent(labelOf(name, shown, values ? heatOf(value, limits) : 0))
    })
    pin?.remove()
    pin = null
    if (wishes.point) {
      pin = L.marker([wishes.point.latitude, wishes.point.longitude], {
        interactive: false,
        keyboard: false,
        icon: L.divIcon({ className: 'grid-pin', html: PIN, iconSize: [32, 42], iconAnchor: [16, 41] }),
      }).addTo(map)
    }
    cover()
    markers.clearLayers()
    for (const marker of wishes.markers ?? []) {
      const tip = document.createElement('span')
      tip.textContent = marker.label
      L.marker([marker.latitude, marker.longitude], {
        keyboard: false,
        interactive: false,
        icon: L.divIcon({
          className: `grid-marker ${marker.tone ?? 'primary'}`,
          html: tip,
          iconSize: undefined,
        }),
      }).addTo(markers)
    }
  }

  /** What has just been found comes into sight. */
  function cover() {
    if (wishes.overlay === overlaid) return
    overlaid = wishes.overlay
    overlay.clearLayers()
    if (!overlaid?.features.length) return
    const drawn = L.featureGroup(
      overlaid.features.map((feature) =>
        L.geoJSON(feature, {
          interactive: !!feature.properties.label,
          style: { className: `grid-overlay ${feature.properties.kind}` },
        }).bindTooltip(feature.properties.label ?? '', { sticky: true }),
      ),
    ).addTo(overlay)
    const bounds = drawn.getBounds()
    if (bounds.isValid() && !map.getBounds().contains(bounds))
      map.fitBounds(bounds.pad(0.5), { animate: false })
  }

  return {
    update(next) {
      wishes = next
      apply()
    },
    zoom: (by) => map.setZoom(map.getZoom() + by),
    whole,
    lookAt: (point) => map.setView([point.latitude, point.longitude], Math.max(map.getZoom(), 16.5)),
    end() {
      resized.disconnect()
      map.remove()
    },
  }
}

function pointOf(at: L.LatLng): Point {
  return { longitude: +at.lng.toFixed(6), latitude: +at.lat.toFixed(6) }
}

function labelOf(name: string, value: number | null, heat: number): HTMLElement {
  const label = document.createElement('span')
  label.className = heat >= 3 ? 'on-dark' : ''
  label.textContent = name
  if (value !== null) {
    const number = document.createElement('b')
    number.textContent = ` ${value}`
    label.append(number)
  }
  return label
}
