import { reactive, ref } from 'vue'
import { useAct } from '@/api/act'
import { asProblem, type Problem } from '@/api/client'
import { commandTask, type Task, type TaskArea } from '@/api/tasks'

/** One small form that records something into a task: its values, its problem, its one act. */
export function useTaskEntry<T extends Record<string, unknown>>(
  area: TaskArea,
  command: string,
  empty: () => T,
) {
  const values = reactive(empty()) as T
  const problem = ref<Problem | null>(null)
  const sending = ref(false)
  const act = useAct()

  async function send(task: Task): Promise<Task | null> {
    if (sending.value) return null
    sending.value = true
    problem.value = null
    const body = { ...values }
    try {
      const taken = await act.send(body, (key) =>
        commandTask(area, task.id, command, body, key, task.version),
      )
      Object.assign(values, empty())
      return taken
    } catch (error) {
      problem.value = asProblem(error)
      return null
    } finally {
      sending.value = false
    }
  }
  return { values, problem, sending, send }
}
