import { ref } from 'vue'
import { remember, remembered } from './remembered'

/** A report made on this device; its token opens the progress page without an account. */
export interface OwnNumber {
  number: string
  token: string
  matterName: string | null
  at: string
}

const KEY = 'onegrid.numbers'
const MOST = 20

export const ownNumbers = ref<OwnNumber[]>([])
export const readOwnNumbers = () => (ownNumbers.value = remembered<OwnNumber[]>(KEY, []))

export function keepNumber(one: OwnNumber) {
  keep([one, ...ownNumbers.value.filter((other) => other.number !== one.number)].slice(0, MOST))
}

export function forgetNumber(number: string) {
  keep(ownNumbers.value.filter((one) => one.number !== number))
}

export const tokenOf = (number: string) => ownNumbers.value.find((one) => one.number === number)?.token ?? ''

export const trackingPath = (number: string, token: string) =>
  `/track/${encodeURIComponent(number)}?token=${encodeURIComponent(token)}`

function keep(list: OwnNumber[]) {
  ownNumbers.value = list
  remember(KEY, list)
}
readOwnNumbers()
