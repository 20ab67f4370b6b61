import { shallowRef } from 'vue'
import { matters, units, type Matter, type Unit } from '@/api/catalogue'

const allMatters = shallowRef<Matter[]>([])
const allUnits = shallowRef<Unit[]>([])
let asked: Promise<unknown> | null = null

/** Matters and units, read once: they change with a release, not with a case. */
export function useCatalogue() {
  asked ??= Promise.all([
    matters().then((read) => (allMatters.value = read.items)),
    units().then((read) => (allUnits.value = read.items)),
  ]).catch(() => (asked = null))
  return { matters: allMatters, units: allUnits }
}

/** A catalogue may name a unit by code or by its Chinese name. */
export const unitCode = (units: readonly Unit[], word: string) =>
  units.find((unit) => unit.code === word || unit.name === word)?.code ?? word

/** For tests: the next page asks the server again. */
export function forgetCatalogue() {
  asked = null
  allMatters.value = []
  allUnits.value = []
}
