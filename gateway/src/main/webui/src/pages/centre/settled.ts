/**
 * Runs at once when nothing happened for a while, then at most once per `ms` while events come in bursts:
 * the first event is seen without delay and a thousand of them cost a few reads.
 */
export function settled(act: () => unknown, ms: number) {
  let last = -Infinity
  let timer: ReturnType<typeof setTimeout> | undefined
  const run = () => {
    timer = undefined
    last = Date.now()
    act()
  }
  const call = () => {
    if (timer) return
    const wait = last + ms - Date.now()
    if (wait <= 0) run()
    else timer = setTimeout(run, wait)
  }
  call.end = () => clearTimeout(timer)
  return call
}
