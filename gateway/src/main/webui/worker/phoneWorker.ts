import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { build, type Plugin, type Rollup } from 'vite'

const SOURCE = fileURLToPath(new URL('../src/pages/phone/worker.ts', import.meta.url))
const OURS = /\/src\/(pages\/phone\/|shells\/PhoneShell)/

type Chunk = Rollup.OutputChunk & { viteMetadata?: { importedCss: Set<string> } }

/**
 * Makes `phone-sw.js`, the worker of the phone page, and tells it the files of that page: the entry, what
 * /phone and its parts load, and nothing of the other pages. A resident never meets it.
 */
export function phoneWorker(): Plugin {
  return {
    name: 'onegrid-phone-worker',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const page = bundle['index.html']
        if (page?.type !== 'asset') return
        const revision = createHash('sha256').update(page.source).digest('hex').slice(0, 16)
        const files = [
          { url: '/index.html', revision },
          ...filesOf(bundle as unknown as Rollup.OutputBundle).map((file) => ({
            url: `/${file}`,
            revision: null,
          })),
        ]
        const worker = await compiled()
        const source = worker.replace('self.__PHONE_FILES', () => JSON.stringify(files))
        if (source === worker) this.error('the worker does not ask for its files')
        this.emitFile({ type: 'asset', fileName: 'phone-sw.js', source })
      },
    },
  }
}

function filesOf(bundle: Rollup.OutputBundle): string[] {
  const chunks = Object.values(bundle).filter((one): one is Chunk => one.type === 'chunk')
  const named = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const needed = new Set<Chunk>()
  const take = (chunk: Chunk | undefined, lazy: boolean) => {
    if (!chunk || needed.has(chunk)) return
    needed.add(chunk)
    chunk.imports.forEach((name) => take(named.get(name), false))
    if (lazy) chunk.dynamicImports.forEach((name) => take(named.get(name), true))
  }
  // The entry's own lazy parts are all the other pages.
  take(
    chunks.find((chunk) => chunk.isEntry),
    false,
  )
  chunks.filter((chunk) => OURS.test(chunk.facadeModuleId ?? '')).forEach((chunk) => take(chunk, true))
  // The map is loaded by a component that other pages share.
  chunks
    .filter((chunk) => chunk.facadeModuleId?.endsWith('/gridMapDrawing.ts'))
    .forEach((chunk) => take(chunk, true))
  const styles = [...needed].flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])])
  return [...new Set([...[...needed].map((chunk) => chunk.fileName), ...styles])].sort()
}

/** In one piece and no module: older phones start it too. */
async function compiled(): Promise<string> {
  const made = (await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { alias: { '@': fileURLToPath(new URL('../src', import.meta.url)) } },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: SOURCE, formats: ['iife'], name: 'onegridPhone' },
    },
  })) as Rollup.RollupOutput[]
  return made[0]!.output[0].code
}
