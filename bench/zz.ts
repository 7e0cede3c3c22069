import { writeFile } from 'node:fs/promises'
import { slots } from '../src/app.ts'
import { askCrowd } from './crowd.ts'
import { openHouse } from './house.ts'
const house = await openHouse(slots)
try {
  const v = await askCrowd(house, 'X')
  const rows = 20000
  const header = 'id,' + v.questions.flatMap(q => q.type==='some-of' ? q.options!.map(o=>`${q.key}.${o.value}`) : [q.key]).join(',')
  await writeFile('/tmp/zz.csv', header + '\n' + Array.from({length: rows}, (_, at) => `${at},` + v.questions.flatMap(q => q.type==='some-of' ? q.options!.map((_, i)=> i%2?'yes':'no') : q.options ? [q.options[at % q.options.length]!.label] : [`Said ${at} about it`]).join(',')).join('\n') + '\n')
  const place = { ...house.place, commissioners: async () => [house.commissioner] }
  const c = slots.commands.find(c => c.name === 'import responses')!
  const t = performance.now(); const m = process.memoryUsage().rss
  console.log((await c.run(place as never, ['/tmp/zz.csv'], { survey: v.surveyId })).json, rows / (performance.now() - t) * 1000, 'rows/s', (process.memoryUsage().rss - m)/1e6)
  const t2 = performance.now()
  await c.run(place as never, ['/tmp/zz.csv'], { survey: v.surveyId }); console.log('again', rows / (performance.now() - t2) * 1000)
} finally { await house.close() }
