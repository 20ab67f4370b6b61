import { onScopeDispose, type Ref } from 'vue'

/** Whether a key press belongs to a field and not to the page. */
export function typing(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true
  const target = event.target as HTMLElement | null
  return !!target?.closest?.('input, textarea, select, [contenteditable="true"], dialog')
}

export function useKeys(handle: (event: KeyboardEvent) => void) {
  const listen = (event: KeyboardEvent) => {
    if (!event.defaultPrevented && !typing(event)) handle(event)
  }
  document.addEventListener('keydown', listen)
  onScopeDispose(() => document.removeEventListener('keydown', listen))
}

/** j and k or the arrows walk over the links of a list; `/` goes to the search; digits are the page's own. */
export function useListKeys(
  list: Ref<HTMLElement | null>,
  search: Ref<HTMLInputElement | null>,
  digit: (digit: number) => void = () => {},
) {
  const move = (step: number) => {
    const links = [...(list.value?.querySelectorAll<HTMLElement>('a.open') ?? [])]
    const at = links.indexOf(document.activeElement as HTMLElement)
    const link =
      links[at < 0 ? (step > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, at + step))]
    link?.focus()
    link?.scrollIntoView({ block: 'nearest' })
  }
  useKeys((event) => {
    // Arrows scroll the page until the keyboard is in the list.
    const inside = !!list.value?.contains(document.activeElement)
    if (event.key === 'j' || (event.key === 'ArrowDown' && inside)) move(1)
    else if (event.key === 'k' || (event.key === 'ArrowUp' && inside)) move(-1)
    else if (event.key === '/') search.value?.focus()
    else if (/^[0-9]$/.test(event.key)) digit(+event.key)
    else return
    event.preventDefault()
  })
}
