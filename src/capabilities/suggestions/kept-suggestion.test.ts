import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keep } from './kept-suggestion.ts'

const theme = (name: string, likelihood: number) => ({ theme: name, likelihood, because: [] })

test('INS-2: every theme that is offered is kept, and beside them the likeliest up to five', () => {
  const themes = [0.9, 0.5, 0.4, 0.3, 0.2, 0.15, 0.04].map((likelihood, at) => theme(`t${at}`, likelihood))
  const kept = keep({ themes, offered: ['t0', 't5'], uncertainty: 0.5, sentiment: null })
  assert.deepEqual(
    kept.themes.map((one) => [one.theme, one.offered]),
    [
      ['t0', true],
      ['t5', true],
      ['t1', false],
      ['t2', false],
      ['t3', false],
    ],
  )
})

test('INS-2: what is hardly likely is not kept, and a comment may be left without any theme', () => {
  assert.deepEqual(keep({ themes: [theme('t', 0.04)], offered: [], uncertainty: 0.1, sentiment: null }).themes, [])
})
