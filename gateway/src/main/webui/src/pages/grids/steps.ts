import type { Point } from '@/api/cases'
import type { Geometry } from 'geojson'
import type { Operation } from '@/api/gridVersions'
import type { GridNode } from '@/api/grids'

/**
 * One step as it is filled in. Of a merge `code` holds all codes, of a split `name` is the part that is drawn, of a new
 * grid `code` is the one above it.
 */
export interface Step {
  type: Operation['type']
  code: string
  to: string
  name: string
  rest: string
  kind: GridNode['kind']
  headPost: string
}

export const STEPS: Operation['type'][] = ['rename', 'move', 'merge', 'split', 'reshape', 'create']

export const emptyStep = (type: Operation['type']): Step => ({
  type,
  code: '',
  to: '',
  name: '',
  rest: '',
  kind: 'BASE',
  headPost: '',
})

/** Whether corners are set for it on the map. */
export const isDrawn = (step: Step) => ['split', 'reshape', 'create'].includes(step.type)

const codesOf = (text: string) => text.split(/[\s,，;；、]+/).filter(Boolean)

export function isComplete(step: Step, corners: Point[]): boolean {
  const codes = codesOf(step.code)
  switch (step.type) {
    case 'rename':
      return codes.length === 1 && !!step.name
    case 'move':
      return codes.length === 1 && !!step.to
    case 'merge':
      return codes.length > 1 && !!step.name
    case 'split':
      return codes.length === 1 && !!step.name && !!step.rest && corners.length > 2
    case 'reshape':
      return codes.length === 1 && corners.length > 2
    case 'create': // a compound need not have an area
      return codes.length === 1 && !!step.name && (!corners.length || corners.length > 2)
  }
}

function polygon(corners: Point[]): Geometry {
  const ring = [...corners, corners[0]!].map((at) => [at.longitude, at.latitude])
  return { type: 'Polygon', coordinates: [ring] }
}

/** The drawn part may reach beyond the grid that is split: the service cuts it off at its border. */
export function operationOf(step: Step, corners: Point[]): Operation {
  const codes = codesOf(step.code)
  const code = codes[0] ?? ''
  switch (step.type) {
    case 'rename':
      return { type: 'rename', code, name: step.name }
    case 'move':
      return { type: 'move', code, to: step.to }
    case 'merge':
      return { type: 'merge', codes, into: { name: step.name } }
    case 'split':
      return {
        type: 'split',
        code,
        into: [{ name: step.name, shape: polygon(corners) }, { name: step.rest }],
      }
    case 'reshape':
      return { type: 'reshape', code, shape: polygon(corners) }
    case 'create':
      return {
        type: 'create',
        parent: code,
        grid: {
          name: step.name,
          kind: step.kind,
          ...(step.headPost && { headPost: step.headPost }),
          ...(corners.length && { shape: polygon(corners) }),
        },
      }
  }
}
