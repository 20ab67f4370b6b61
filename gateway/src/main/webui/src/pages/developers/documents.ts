import { get } from '@/api/client'

/** What the page reads of OpenAPI 3.1 and AsyncAPI 3; both are served by this very gateway. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json }
export interface Schema {
  $ref?: string
  type?: string | string[]
  format?: string
  enum?: Json[]
  const?: Json
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  description?: string
  default?: Json
  minimum?: number
  maximum?: number
  maxLength?: number
  pattern?: string
}
export interface Parameter {
  $ref?: string
  name: string
  in: string
  required?: boolean
  description?: string
  schema?: Schema
  example?: Json
}
export interface Media {
  schema?: Schema
  example?: Json
  examples?: Record<string, { value: Json }>
}
export interface Answer {
  $ref?: string
  description: string
  content?: Record<string, Media>
}
export interface Operation {
  method: string
  path: string
  operationId: string
  tags: string[]
  summary: string
  'x-summary-zh'?: string
  description?: string
  'x-roles'?: string[]
  security?: Record<string, string[]>[]
  parameters?: Parameter[]
  requestBody?: { required?: boolean; content: Record<string, Media> }
  responses: Record<string, Answer>
}
export interface Tag {
  name: string
  description: string
  'x-name-zh'?: string
  'x-description-zh'?: string
}
export interface OpenApi {
  info: { title: string; version: string }
  tags: Tag[]
  paths: Record<string, Record<string, Omit<Operation, 'method' | 'path'>>>
  components: {
    schemas: Record<string, Schema>
    parameters: Record<string, Parameter>
    responses: Record<string, Answer>
  }
}
export interface Message {
  name: string
  title: string
  payload: { $ref: string }
  examples: { payload: { subject: string } & Record<string, Json> }[]
}
export interface AsyncApi {
  channels: Record<string, { address: string; title: string; messages: Record<string, unknown> }>
  components: { messages: Record<string, Message>; schemas: Record<string, Json> }
}

export const openApi = () => get<OpenApi>('/openapi.json', { timeoutMs: 30_000 })
export const asyncApi = () => get<AsyncApi>('/asyncapi.json', { timeoutMs: 30_000 })

export function operations(document: OpenApi): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ ...operation, method, path })),
  )
}

/** Follows a reference inside the document. */
export function resolved<T extends object>(document: OpenApi, node: T & { $ref?: string }): T {
  if (!node.$ref) return node
  return node.$ref
    .slice(2)
    .split('/')
    .reduce(
      (at, name) => at[name] as Record<string, unknown>,
      document as unknown as Record<string, unknown>,
    ) as T
}

/** A type in few words: `CaseView`, `string (uuid)`, `FILED | DISPATCHED`, `array of string`. */
export function typeWords(schema: Schema | undefined): string {
  if (!schema) return ''
  if (schema.$ref) return schema.$ref.split('/').at(-1)!
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return choices.map(typeWords).filter(Boolean).join(' | ')
  if (schema.const !== undefined) return String(schema.const)
  if (schema.enum) return schema.enum.map(String).join(' | ')
  const types = [schema.type ?? []].flat()
  const words = types.map((type) =>
    type === 'array' && schema.items ? `array of ${typeWords(schema.items)}` : type,
  )
  return words.join(' | ') + (schema.format ? ` (${schema.format})` : '')
}

/** The schemas that a schema is made of, its own first. */
export function parts(document: OpenApi, schema: Schema | undefined): [string, Schema][] {
  const found = new Map<string, Schema>()
  const walk = (one: Schema | undefined) => {
    if (!one) return
    const name = one.$ref?.split('/').at(-1)
    if (name && !found.has(name)) {
      const target = document.components.schemas[name]
      if (target) {
        found.set(name, target)
        walk(target)
      }
    }
    walk(one.items)
    Object.values(one.properties ?? {}).forEach(walk)
    ;[one.anyOf, one.oneOf].flatMap((list) => list ?? []).forEach(walk)
  }
  if (schema && !schema.$ref && schema.properties) found.set('', schema)
  walk(schema)
  return [...found]
}

export const isPublic = (operation: Operation) =>
  !!operation.security?.some((way) => Object.keys(way).length === 0)

/** Found by words of address, summary or name; several words must all be there. */
export function matching(all: Operation[], words: string, tag: string): Operation[] {
  const asked = words.toLowerCase().split(/\s+/).filter(Boolean)
  return all.filter(
    (one) =>
      (!tag || one.tags.includes(tag)) &&
      asked.every((word) =>
        `${one.method} ${one.path} ${one.summary} ${one['x-summary-zh'] ?? ''} ${one.operationId}`
          .toLowerCase()
          .includes(word),
      ),
  )
}
