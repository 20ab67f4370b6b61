import { resolved, isPublic, type OpenApi, type Operation } from './documents'

/** In single quotes, as a shell takes it unchanged. */
const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`

/** The call of an operation with its own examples. */
export function curl(document: OpenApi, operation: Operation, origin: string): string {
  const parameters = (operation.parameters ?? []).map((one) => resolved(document, one))
  let path = operation.path
  const query = new URLSearchParams()
  for (const one of parameters) {
    if (one.in === 'path')
      path = path.replace(`{${one.name}}`, encodeURIComponent(String(one.example ?? one.name)))
    if (one.in === 'query' && one.example !== undefined && (one.required || one.name !== 'after'))
      query.set(one.name, String(one.example))
  }
  const lines = [`curl -s ${quoted(`${origin}${path}${query.size ? `?${query}` : ''}`)}`]
  if (operation.method !== 'get')
    lines[0] = lines[0]!.replace('curl -s', `curl -s -X ${operation.method.toUpperCase()}`)
  if (!isPublic(operation)) lines.push(`-H "Authorization: Bearer $TOKEN"`)
  const [type, media] = Object.entries(operation.requestBody?.content ?? {})[0] ?? []
  if (type) {
    lines.push(`-H 'Content-Type: ${type}'`)
    if (type.startsWith('image/') || type.includes('multipart')) lines.push('--data-binary @photo.jpg')
    else if (type.includes('urlencoded') && media?.example && typeof media.example === 'object')
      Object.entries(media.example).forEach(([name, value]) =>
        lines.push(`--data-urlencode ${quoted(`${name}=${String(value)}`)}`),
      )
    else if (media?.example !== undefined)
      lines.push(
        `-d ${quoted(typeof media.example === 'string' ? media.example : JSON.stringify(media.example))}`,
      )
  }
  return lines.join(' \\\n  ')
}
