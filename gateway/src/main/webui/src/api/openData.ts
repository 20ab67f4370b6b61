import { get } from './client'

export interface OpenColumn {
  name: string
  type: 'string' | 'integer' | 'number' | 'date'
  unit: string | null
  title: string
  englishTitle: string
  meaning: string
  englishMeaning: string
  oneOf: string[]
}

export interface OpenFile {
  format: 'csv' | 'excel' | 'geojson' | 'schema' | 'dictionary'
  url: string
}

export interface OpenDataSet {
  id: string
  title: string
  englishTitle: string
  meaning: string
  englishMeaning: string
  /** Made anew with each release; else it is as it is now. */
  released: boolean
  files: OpenFile[]
  columns: OpenColumn[]
}

export interface OpenData {
  publisher: string
  englishPublisher: string
  licence: string
  licenceName: string
  catalogue: string
  release: number
  releasedAt: string
  renewedEverySeconds: number
  cases: number
  leastCases: number
  from: string | null
  to: string | null
  /** Streets and the district stand for what is pooled there. */
  places: { level: 'COMMUNITY' | 'STREET' | 'DISTRICT'; code: string; name: string; cases: number }[]
  periods: { period: string; cases: number }[]
  datasets: OpenDataSet[]
}

export const openData = () => get<OpenData>('/api/open-data')
