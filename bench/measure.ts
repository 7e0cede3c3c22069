/** What one benchmark found. `ours` and `bare` are medians in `unit`; `ratio` is the median of the runs' own ratios, so that a noisy minute hits both sides. */
export interface Measured {
  name: string
  ratio: number
  unit: string
  ours: number
  bare: number
  runs: number
  notes: string
}

export interface Plan {
  name: string
  unit: string
  notes: string
  runs: number
  /** Each gives its rate, in `unit`; the two take turns, and which begins alternates. */
  ours(run: number): Promise<number>
  bare(run: number): Promise<number>
}

/** Run both sides in turn, so often, after one run of each that does not count. */
export async function measure({ name, unit, notes, runs, ours, bare }: Plan): Promise<Measured> {
  const found: { ours: number; bare: number }[] = []
  for (let run = 0; run <= runs; run++) {
    const first = run % 2 === 0 ? await ours(run) : undefined
    const rate = await bare(run)
    found.push({ ours: first ?? (await ours(run)), bare: rate })
  }
  const counted = found.slice(1)
  return {
    name,
    ratio: round(median(counted.map((one) => one.ours / one.bare)), 3),
    unit,
    ours: round(median(counted.map((one) => one.ours))),
    bare: round(median(counted.map((one) => one.bare))),
    runs,
    notes,
  }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length / 2
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle) - 1] ?? sorted.at(-1) ?? 0)) / 2
}

const round = (value: number, places = 0) => Math.round(value * 10 ** places) / 10 ** places
