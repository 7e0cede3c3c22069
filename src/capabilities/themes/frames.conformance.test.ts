import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { readFrameFile } from './filed-frame.ts'

const folder = new URL('../../../../shared/data/feedback/experiencesdashboard/', import.meta.url)
const skip = existsSync(folder) ? false : 'the published NHS framework is not on this machine'

for (const name of ['framework_v7.csv', 'FFT-QDC_Framework_MVP_version_20230925.xlsx'])
  test(`INS-1: the NHS framework is read whole from ${name}`, { skip }, async () => {
    const plan = await readFrameFile(readFileSync(new URL(name, folder)))
    const below = plan.themes.flatMap(({ themes = [] }) => themes)
    assert.deepEqual(plan.rejected, [])
    assert.equal(plan.read, 33)
    assert.deepEqual([plan.themes.length, below.length], [10, 33])
    assert.ok(below.every(({ definition }) => definition))
    assert.ok(below.some(({ name: theme, examples }) => theme === 'Parking' && examples))
  })
