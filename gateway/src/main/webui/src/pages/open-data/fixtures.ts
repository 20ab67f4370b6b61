import type { OpenColumn, OpenData, OpenDataSet } from '@/api/openData'

const column = (over: Partial<OpenColumn>): OpenColumn => ({
  name: 'matter_name',
  type: 'string',
  unit: null,
  title: '事项',
  englishTitle: 'Matter',
  meaning: '事项名称',
  englishMeaning: 'Name of the matter',
  oneOf: [],
  ...over,
})

const set = (over: Partial<OpenDataSet>): OpenDataSet => {
  const id = over.id ?? 'cases'
  return {
    id,
    title: '案件（不含个人信息）',
    englishTitle: 'Cases without personal data',
    meaning: '已立案的案件，一行一件。不含文字、照片、反映人和承办人。',
    englishMeaning: 'Filed cases, one a row. No words, no photos, nobody’s name.',
    released: true,
    files: [
      { format: 'csv', url: `/api/open-data/${id}.csv` },
      { format: 'excel', url: `/api/open-data/${id}.csv?for=excel` },
      { format: 'geojson', url: `/api/open-data/${id}.geojson` },
      { format: 'schema', url: `/api/open-data/${id}.schema.json` },
      { format: 'dictionary', url: `/api/open-data/${id}.dictionary.csv` },
    ],
    columns: [
      column({
        name: 'id',
        title: '序号',
        englishTitle: 'Number',
        meaning: '本次发布中的序号，与案件编号无关',
      }),
      column({}),
      column({
        name: 'status',
        title: '状态',
        englishTitle: 'Status',
        meaning: 'open 办理中，closed 已结案',
        englishMeaning: 'How it stands',
        oneOf: ['open', 'closed'],
      }),
      column({
        name: 'days_taken',
        type: 'integer',
        unit: '日',
        title: '用时',
        englishTitle: 'Days taken',
        meaning: '上报日到结案日',
        englishMeaning: 'From report to closing',
      }),
    ],
    ...over,
  }
}

/** A release in the shape of GET /api/open-data. */
export const released = (over: Partial<OpenData> = {}): OpenData => ({
  publisher: '开封市祥符区综合治理中心（示例）',
  englishPublisher: 'Governance Centre of Xiangfu District, Kaifeng (sample)',
  licence: 'https://creativecommons.org/licenses/by/4.0/',
  licenceName: 'CC BY 4.0',
  catalogue: '/api/open-data/catalog.jsonld',
  release: 7,
  releasedAt: '2026-11-24T03:00:00+08:00',
  renewedEverySeconds: 86_400,
  cases: 412,
  leastCases: 5,
  from: '2026-08',
  to: '2026-11',
  places: [
    { level: 'COMMUNITY', code: '410212001001', name: '温泉社区', cases: 148 },
    { level: 'COMMUNITY', code: '410212001002', name: '财源社区', cases: 97 },
    { level: 'COMMUNITY', code: '410212001004', name: '文东社区', cases: 61 },
    { level: 'STREET', code: '410212001', name: '城东街道', cases: 83 },
    { level: 'DISTRICT', code: '410212', name: '祥符区', cases: 23 },
  ],
  periods: [
    { period: '2026', cases: 9 },
    { period: '2026-08', cases: 71 },
    { period: '2026-09', cases: 102 },
    { period: '2026-10', cases: 119 },
    { period: '2026-11', cases: 111 },
  ],
  datasets: [
    set({}),
    set({
      id: 'figures',
      title: '案件统计',
      englishTitle: 'Figures of cases',
      meaning: '按事项、社区、月份统计的件数、结案、按时结案和中位用时。',
    }),
    set({
      id: 'grids',
      title: '网格',
      englishTitle: 'Grids',
      meaning: '现行各级网格的公示信息和边界。',
      released: false,
    }),
    set({
      id: 'stations',
      title: '暖心驿站',
      englishTitle: 'Warm stations',
      meaning: '户外劳动者可以歇脚、充电、热饭、饮水的地方。',
      released: false,
    }),
  ],
  ...over,
})
