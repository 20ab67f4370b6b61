import type { Role } from '@/api/me'

/** Who may subscribe; the same words as in docs/hooks.md. */
export const subscribers: readonly Role[] = [
  'district-system',
  'unit',
  'property',
  'community',
  'street',
  'centre',
  'supervisor',
  'system-admin',
]
