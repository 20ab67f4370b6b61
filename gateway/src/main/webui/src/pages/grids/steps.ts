import type { Point } from '@/api/cases'
import type { Operation } from '@/api/gridVersions'

/** One step as it is filled in. Of a merge `code` holds all codes, of a split `name` is the part that is drawn. */
export interface Step {
  type: Operation['type']
  code: string
  to: string
  name: string
  rest: string
}

export const emptyStep = (type: Operation['type']): Step => ({ type, code: '', to: '', name: '', rest: '' })

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
  }
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
    case 'split': {
      const ring = [...corners, corners[0]!].map((at) => [at.longitude, at.latitude])
      const shape = { type: 'Polygon' as const, coordinates: [ring] }
      return { type: 'split', code, into: [{ name: step.name, shape }, { name: step.rest }] }
    }
  }
}
