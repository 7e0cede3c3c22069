import { krippendorffAlpha, type Level } from '#capabilities/statistics'
import { measure, median } from './measure.ts'

const levels: readonly Level[] = ['nominal', 'ordinal', 'interval', 'ratio']

/** Alpha on four levels over 50,000 units of five coders, against one bare pass that reads every answer and adds it up. */
export async function benchmark({ short }: { short: boolean }) {
  const units = short ? 10_000 : 50_000
  const runs = short ? 3 : 7
  const [coded, tenth] = [codedBy(5, units), codedBy(5, units / 10)]
  const growth: number[] = []
  const whole: number[] = []
  const measured = await measure({
    name: 'alpha',
    unit: 'alphas a second',
    runs,
    notes: '',
    async ours() {
      const took = alphas(coded)
      growth.push(took / alphas(tenth))
      whole.push(took)
      return (levels.length * 1000) / took
    },
    bare: async () => 1000 / timed(() => addUp(coded)),
  })
  return {
    ...measured,
    notes: [
      `${units} units, five coders, seven values, one answer in ten missing; ratio: ours to a bare pass over the same answers`,
      `all four levels in ${Math.round(median(whole))} ms; one to be under 1,000`,
      `ten times the units cost ${Math.round(median(growth) * 10) / 10} times as much; to be at most fifteen`,
    ].join('; '),
  }
}

const alphas = (coded: (number | null)[][]) => timed(() => levels.map((level) => krippendorffAlpha(coded, level)))

/** Coders who mostly follow the same pattern, and sometimes leave a unit out: the same on every machine. */
const codedBy = (coders: number, units: number): (number | null)[][] =>
  Array.from({ length: coders }, (_, coder) =>
    Array.from({ length: units }, (_, unit) => {
      const chance = Math.imul(unit * 31 + coder * 17 + 1, 0x9e3779b1) >>> 16
      return chance % 10 === 0 ? null : chance % 3 === 0 ? 1 + (chance % 7) : 1 + (unit % 7)
    }),
  )

function addUp(coded: readonly (readonly (number | null)[])[]) {
  let total = 0
  for (const row of coded) for (const value of row) total += value ?? 0
  return total
}

function timed(work: () => unknown): number {
  const started = performance.now()
  work()
  return performance.now() - started
}
