import { post, postBytes } from './client'

export interface StoredPhoto {
  id: string
  contentType: string
  width: number
  height: number
  url: string
}

export const uploadPhoto = (photo: Blob, key: string) => postBytes<StoredPhoto>('/api/photos', photo, { key })

/** Lets everybody see a photo that somebody has looked at, or takes it back. */
export const publishPhoto = (id: string, word: 'publish' | 'withdraw', key: string) =>
  post<{ id: string; published: boolean }>(`/api/photos/${encodeURIComponent(id)}/${word}`, {}, { key })
