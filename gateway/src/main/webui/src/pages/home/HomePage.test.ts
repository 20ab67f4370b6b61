import { screen, waitFor } from '@testing-library/vue'
import { describe, expect, test } from 'vitest'
import { readOwnNumbers } from '@/domain/ownNumbers'
import { card, community, list, shapes } from '@/testing/district'
import { fakeServer } from '@/testing/fakeServer'
import { axeFindings, openPage } from '@/testing/openPage'

function district() {
  readOwnNumbers()
  return fakeServer({
    'GET /api/grids/geojson': shapes,
    'GET /api/grids': list(community),
    'GET /api/grids/*': card(),
  })
}

describe('the portal', () => {
  test('says what can be done, where my community is and whom to call', async () => {
    district()
    await openPage('/')
    expect(await screen.findByRole('link', { name: /^我要报事\s*拍照片/ })).toHaveAttribute('href', '/report')
    expect(await screen.findByRole('link', { name: '温泉社区' })).toHaveAttribute(
      'href',
      '/grids/410212001001',
    )
    expect(await screen.findByRole('link', { name: '0371-26660012' })).toHaveAttribute(
      'href',
      'tel:0371-26660012',
    )
    expect(await axeFindings()).toEqual([])
  })

  test('the switch of language changes every word, is remembered and tells the reader program', async () => {
    district()
    const { user } = await openPage('/')
    await screen.findByRole('heading', { name: '要办什么事？' })
    await user.click(screen.getByRole('button', { name: 'Switch to English' }))

    expect(await screen.findByRole('heading', { name: 'What would you like to do?' })).toBeVisible()
    expect(document.documentElement.lang).toBe('en')
    expect(localStorage.getItem('onegrid.locale')).toBe('"en"')
    await waitFor(() => expect(document.title).toBe('Xiangfu Grid Service'))
    expect(await axeFindings()).toEqual([])
  })

  test('elder mode is one switch and remembered', async () => {
    district()
    const { user } = await openPage('/')
    await user.click(await screen.findByRole('button', { name: '长辈版' }))
    expect(document.documentElement).toHaveAttribute('data-elder', 'on')
    expect(localStorage.getItem('onegrid.elder')).toBe('true')
    expect(screen.getByRole('button', { name: '标准版' })).toHaveAttribute('aria-pressed', 'true')
    expect(await axeFindings()).toEqual([])
  })

  test('an unknown address leads back', async () => {
    district()
    await openPage('/nowhere')
    expect(await screen.findByRole('link', { name: '回到首页' })).toHaveAttribute('href', '/')
    expect(await axeFindings()).toEqual([])
  })

  test('a new page is announced and takes the keyboard along', async () => {
    district()
    const { user } = await openPage('/')
    await user.click(await screen.findByRole('link', { name: '查进度' }))
    await screen.findByRole('heading', { level: 1, name: '查进度' })
    expect(await screen.findByText('查进度，页面已打开')).toBeInTheDocument()
    await waitFor(() => expect(screen.getByRole('main')).toHaveFocus())
  })
})
