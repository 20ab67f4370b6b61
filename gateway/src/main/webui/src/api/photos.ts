import { postBytes } from './client'

export interface StoredPhoto {
  id: string
  contentType: string
  width: number
  height: number
  url: string
}

export const uploadPhoto = (photo: Blob, key: string) => postBytes<StoredPhoto>('/api/photos', photo, { key })
