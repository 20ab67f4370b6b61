import type { Locale } from '@/i18n'

/** The service gives its reasons in English; here they are in Chinese, the numbers and codes left as they are. */
const CHINESE: [RegExp, string][] = [
  [/^the line has (\d+) fields, the header has (\d+)$/, '这一行有 $1 列，表头有 $2 列'],
  [/^is empty$/, '没有填'],
  [/^is not a grid code.*$/, '不是网格编码：应为 9、12、15、17 或 19 位数字'],
  [/^is not a whole number$/, '不是整数'],
  [/^is negative$/, '不能是负数'],
  [/^is not a number of degrees$/, '不是经纬度'],
  [/^is not one of BASE, SCATTERED, DEDICATED$/, '只能是 BASE、SCATTERED、DEDICATED 之一'],
  [/^is used more than once$/, '编码重复'],
  [/^the code has more than one feature$/, '同一编码有多个图形'],
  [/^the feature has no property code$/, '图形没有编码'],
  [/^the code was retired with version (\d+).*$/, '该编码已随第 $1 版停用，编码永不重用'],
  [/^the code is in use.*$/, '该编码正在使用，编码永不重用'],
  [/^level (\d), but the code has level (\d)$/, '层级填了 $1，按编码应为 $2'],
  [/^kind (\w+), but the code is (\w+)$/, '类型填了 $1，按编码应为 $2'],
  [/^parent (\S*), but the code belongs to (\S+)$/, '上级填了 $1，按编码应为 $2'],
  [/^its parent (\S+) does not exist$/, '上级 $1 不存在'],
  [/^is not in divisions\.csv$/, '不在官方区划名单中'],
  [/^is called (.+) in divisions\.csv$/, '官方区划名称是“$1”'],
  [/^has no shape$/, '没有图形'],
  [/^has no row in grids\.csv$/, '在 grids.csv 中没有这一行'],
  [/^is not a GeoJSON geometry$/, '不是 GeoJSON 图形'],
  [/^is not a polygon$/, '不是多边形'],
  [/^Self-intersection at (.+)$/, '边界自相交，位置 $1'],
  [/^is not a valid polygon.*$/, '边界自相交'],
  [/^overlaps (.+)$/, '与 $1 重叠'],
  [/^is not inside its parent (\S+)$/, '超出上级 $1 的范围'],
  [/^its lon,lat lie outside its shape$/, '坐标点不在图形内'],
  [/^has land that belongs to none of its grids any more$/, '有地方不再属于任何下级网格'],
  [/^belongs to no street any more$/, '有地方不再属于任何街道'],
  [/^was retired with version (\d+)$/, '已随第 $1 版停用'],
  [/^is not a grid in force$/, '不是现行网格'],
  [/^is where the grid lies already$/, '网格本来就在这里'],
  [/^is not of the level that such a grid hangs on$/, '层级不对，不能挂在这里'],
  [/^would have no land left.*$/, '移走后没有地方了：请改用合并'],
  [/^are of different levels$/, '层级不同，不能合并'],
  [/^names a grid twice$/, '同一网格写了两次'],
  [/^lies outside the grid that is split$/, '画的范围不在这个网格内'],
  [/^leaves nothing to the part without a shape$/, '没有给剩下的部分留下地方'],
  [/^has no number left.*$/, '编号已用完'],
]

export function reasonIn(locale: Locale, reason: string): string {
  if (locale === 'en') return reason
  const found = CHINESE.find(([pattern]) => pattern.test(reason))
  return found ? reason.replace(found[0], found[1]) : reason
}
