import { ref, shallowRef } from 'vue'

interface InstallPrompt extends Event {
  prompt: () => Promise<void>
  userChoice: Promise<{ outcome: 'accepted' | 'dismissed' }>
}

/** The browser's offer to put the page on the home screen, until it is taken. */
const offer = shallowRef<InstallPrompt | null>(null)
const newVersion = shallowRef<ServiceWorker | null>(null)
const installed = ref(typeof matchMedia === 'function' && matchMedia('(display-mode: standalone)').matches)

export function useInstall() {
  return { offer, installed, newVersion, install, takeNewVersion }
}

async function install() {
  const prompt = offer.value
  if (!prompt) return
  await prompt.prompt()
  if ((await prompt.userChoice).outcome === 'accepted') installed.value = true
  offer.value = null
}

function takeNewVersion() {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  newVersion.value?.postMessage('take-over')
}

function hold(event: Event) {
  event.preventDefault()
  offer.value = event as InstallPrompt
}

const HEAD: [string, Record<string, string>][] = [
  ['link', { rel: 'manifest', href: '/phone.webmanifest' }],
  ['link', { rel: 'apple-touch-icon', href: '/icons/phone-180.png' }],
  ['meta', { name: 'mobile-web-app-capable', content: 'yes' }],
  ['meta', { name: 'apple-mobile-web-app-capable', content: 'yes' }],
  ['meta', { name: 'apple-mobile-web-app-title', content: '网格通' }],
  ['meta', { name: 'apple-mobile-web-app-status-bar-style', content: 'default' }],
]

/** Makes this page, and only this, one that can be put on the home screen and opens without network. */
export function becomeInstallable(): () => void {
  const added = HEAD.map(([tag, attributes]) => {
    const element = document.createElement(tag)
    Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value))
    document.head.append(element)
    return element
  })
  window.addEventListener('beforeinstallprompt', hold)
  if (import.meta.env.PROD && 'serviceWorker' in navigator) void startWorker().catch(() => undefined)
  return () => {
    added.forEach((element) => element.remove())
    window.removeEventListener('beforeinstallprompt', hold)
  }
}

async function startWorker() {
  const registration = await navigator.serviceWorker.register('/phone-sw.js', { scope: '/phone' })
  const look = () => {
    const next = registration.waiting
    // The first worker of all replaces nothing.
    if (next && registration.active) newVersion.value = next
  }
  look()
  registration.addEventListener('updatefound', () =>
    registration.installing?.addEventListener('statechange', look),
  )
}
