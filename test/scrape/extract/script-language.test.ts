import { expect, test } from 'vitest'
import { openPage } from '../../../server/scrape/extract/page.ts'

const languageOf = (title: string, attribute = '') => openPage({ url: 'https://shop.example/1', html: `<html${attribute}><title>${title}</title><p>1</p></html>` }).language

test.each([
  ['オーク材のテーブル', 'ja'],
  ['원목 테이블', 'ko'],
  ['โต๊ะไม้', 'th'],
  ['שולחן עץ', 'he'],
  ['Eichentisch', null],
  // One Japanese letter is an ornament that Chinese shops like.
  ['簡約の橡木桌', null],
])('where no language is stated, the script of "%s" tells %s', (title, language) => {
  expect(languageOf(title)).toBe(language)
})

test('a stated language is believed', () => {
  expect(languageOf('オーク材のテーブル', ' lang="en-GB"')).toBe('en-GB')
})
