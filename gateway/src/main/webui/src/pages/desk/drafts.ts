import type { Values } from './moves'

/** Drafts live in this browser until the command succeeded; a lost line or a closed lid loses no text. */
const key = (caseId: string, command: string) => `onegrid.draft.${caseId}.${command}`

export function readDraft(caseId: string, command: string): Values | null {
  try {
    const text = localStorage.getItem(key(caseId, command))
    return text ? (JSON.parse(text) as Values) : null
  } catch {
    return null
  }
}

export function keepDraft(caseId: string, command: string, values: Values): void {
  try {
    localStorage.setItem(key(caseId, command), JSON.stringify(values))
  } catch {
    // Private windows may refuse storage: the form itself still holds the text.
  }
}

export function dropDraft(caseId: string, command: string): void {
  try {
    localStorage.removeItem(key(caseId, command))
  } catch {
    // see keepDraft
  }
}
