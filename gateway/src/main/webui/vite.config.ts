/// <reference types="vitest/config" />
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import Components from 'unplugin-vue-components/vite'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import { defineConfig } from 'vite'
import { mockApi } from './mock/plugin.ts'
import { phoneWorker } from './worker/phoneWorker.ts'

export default defineConfig(({ mode }) => ({
  plugins: [
    vue(),
    // Element Plus is for the desk and the centre only: what a page does not name is not loaded.
    Components({ dirs: [], dts: false, resolvers: [ElementPlusResolver({ importStyle: 'css' })] }),
    phoneWorker(),
    ...(mode === 'mock' ? [mockApi()] : []),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: { host: '127.0.0.1', proxy: mode === 'mock' ? undefined : gateway() },
  // The same policy as the gateway sends, so that what it would refuse is seen here first.
  preview: { host: '127.0.0.1', headers: { 'Content-Security-Policy': "default-src 'self'" } },
  build: {
    outDir: 'dist',
    target: 'es2022',
    // The gateway sends `default-src 'self'`: a data: URI would be refused.
    assetsInlineLimit: 0,
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/testing/setup.ts'],
    css: false,
    server: { deps: { inline: ['element-plus'] } },
    // Pages are opened whole; the same tests must hold on a machine busy with the stack.
    testTimeout: 90_000,
  },
}))

function gateway() {
  const target = process.env.ONEGRID_GATEWAY ?? 'http://localhost:8080'
  return Object.fromEntries(['/api', '/login', '/logout'].map((path) => [path, { target }]))
}
