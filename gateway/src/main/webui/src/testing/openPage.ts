import { render } from '@testing-library/vue'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { createMemoryHistory } from 'vue-router'
import App from '@/App.vue'
import { i18n } from '@/i18n'
import { createAppRouter } from '@/router'

/** The whole application at an address, as a person opens it. Stub the server first (fakeServer). */
export async function openPage(address: string) {
  const router = createAppRouter(createMemoryHistory())
  await router.push(address)
  await router.isReady()
  const page = render(App, { global: { plugins: [router, i18n] } })
  return { ...page, router, user: userEvent.setup({ delay: null }) }
}

/** What axe finds on the page as it stands; colours and sizes need a real browser and are tried there. */
export async function axeFindings(): Promise<string[]> {
  const { violations } = await axe.run(document.documentElement, {
    rules: { 'color-contrast': { enabled: false }, 'target-size': { enabled: false } },
  })
  return violations.map((found) => `${found.id}: ${found.nodes.map((node) => node.html).join(' | ')}`)
}
