import { computed, ref, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { asProblem, type Problem } from '@/api/client'
import { figureFile, figureTable, type FigureTable } from '@/api/figures'
import { addressOf, queryOf, requestOf, type FigureAddress } from './address'

/** The figures of the address. Which one is looked at changes nothing of what is read. */
export function useFigures() {
  const route = useRoute()
  const router = useRouter()
  const address = computed(() => addressOf(route.query))
  const table = shallowRef<FigureTable | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const loading = ref(true)
  let turn = 0

  const go = (change: Partial<FigureAddress>) =>
    router.push({ query: queryOf({ ...address.value, ...change }) })

  async function load() {
    const mine = ++turn
    loading.value = true
    problem.value = null
    try {
      const read = await figureTable(requestOf(address.value))
      if (mine === turn) table.value = read
    } catch (error) {
      if (mine === turn) {
        problem.value = asProblem(error)
        table.value = null
      }
    } finally {
      if (mine === turn) loading.value = false
    }
  }

  async function download() {
    problem.value = null
    try {
      const file = await figureFile(requestOf(address.value))
      const link = document.createElement('a')
      link.href = URL.createObjectURL(file.content)
      link.download = file.name
      link.click()
      URL.revokeObjectURL(link.href)
    } catch (error) {
      problem.value = asProblem(error)
    }
  }

  watch(() => JSON.stringify(requestOf(address.value)), load, { immediate: true })
  return { address, table, problem, loading, go, load, download }
}
