import { ref } from 'vue'
import { remember, remembered } from './remembered'

const KEY = 'onegrid.elder'
export const elderMode = ref(remembered(KEY, false))

export function setElderMode(on: boolean) {
  elderMode.value = on
  remember(KEY, on)
  show()
}

function show() {
  document.documentElement.dataset.elder = elderMode.value ? 'on' : 'off'
}
show()
