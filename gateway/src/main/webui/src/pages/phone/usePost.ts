import { computed, ref, shallowRef } from 'vue'
import { loadMe, me, type Role } from '@/api/me'
import { bringAtHand } from './atHand'
import { keepMe, readMe, type KeptMe } from './kept'

const ROLES: readonly Role[] = ['grid-head', 'building-head', 'community']

const kept = shallowRef<KeptMe | null>(null)
/** `asking` until it is known, `out` when the server says that nobody is signed in. */
const signedIn = ref<'asking' | 'yes' | 'out' | 'unknown'>('asking')

/** Who works with this phone: as the server says, and without network as it said last. */
export function usePost() {
  return { post, signedIn, serves, ask }
}

const post = computed<KeptMe | null>(() => (me.value?.signedIn ? me.value : kept.value))
const serves = computed(() => !!post.value?.roles.some((role) => ROLES.includes(role)))

async function ask() {
  kept.value = (await readMe().catch(() => null)) ?? null
  try {
    const now = await loadMe()
    signedIn.value = now.signedIn ? 'yes' : 'out'
    if (!now.signedIn) return
    await keepMe(now).catch(() => undefined)
    void bringAtHand(now.gridScope).catch(() => undefined)
  } catch {
    // Without network whoever was here last is taken at their word; the server asks again before it takes anything.
    signedIn.value = 'unknown'
  }
}

/** For tests: a phone just switched on. */
export function forgetPost() {
  kept.value = null
  signedIn.value = 'asking'
}
