import type { Words } from '@/i18n'

/** The district these pages stand for. Everything else about it comes from /api/grids. */
export const district: { code: string; streetCode: string; name: Words; hotline: string } = {
  code: '410212',
  streetCode: '410212001',
  name: { 'zh-CN': '祥符区', en: 'Xiangfu District' },
  hotline: '12345',
}
