import { linkHorizontal } from 'd3-shape'
import { type ThreadKind, type ThreadStep, threadKinds } from './thread.ts'

// Shorter than in the list, to stand side by side.
const heads: Record<ThreadKind, string> = {
  contribution: 'Said',
  theme: 'Theme',
  finding: 'Finding',
  decision: 'Decision',
  change: 'Change',
  notice: 'Told',
}

interface Knot {
  id: string
  kind: ThreadKind
  current: boolean
}

const kinds = Object.keys(threadKinds) as ThreadKind[]
const width = 640
const margin = 36
const top = 40

/** The golden thread as a drawing. It is decoration: a `ThreadList` of the same steps must accompany it. */
export function ThreadDrawing({ steps }: { steps: readonly ThreadStep[] }) {
  const { knots, links } = gathered(steps)
  const columns = kinds.map((kind) => knots.filter((knot) => knot.kind === kind)).filter((column) => column.length > 0)
  if (columns.length < 2) return <></>

  const tallest = Math.max(...columns.map((column) => column.length))
  const height = Math.min(360, Math.max(64, tallest * 32))
  const places = new Map<string, { x: number; y: number }>()
  const across = (width - 2 * margin) / (columns.length - 1)
  columns.forEach((column, index) => {
    column.forEach((knot, at) => {
      places.set(knot.id, { x: margin + index * across, y: top + ((at + 0.5) * height) / column.length })
    })
  })
  const curve = linkHorizontal<{ source: [number, number]; target: [number, number] }, [number, number]>()
  const point = (id: string): [number, number] => [places.get(id)!.x, places.get(id)!.y]

  return (
    <svg class="gt-thread-drawing" viewBox={`0 0 ${width} ${top + height}`} aria-hidden="true" focusable="false">
      {columns.map((column, index) => (
        <text class="gt-thread-drawing__kind" x={margin + index * across} y="20" text-anchor="middle">
          {heads[column[0]!.kind]}
        </text>
      ))}
      {links.map(([from, to]) => (
        <path class="gt-thread-drawing__thread" d={curve({ source: point(from), target: point(to) })!} />
      ))}
      {knots.map((knot) => {
        const { x, y } = places.get(knot.id)!
        return (
          <circle
            class={`gt-thread-drawing__knot${knot.current ? ' gt-thread-drawing__knot--current' : ''}`}
            cx={x}
            cy={y}
            r={knot.current ? 9 : 6}
          />
        )
      })}
    </svg>
  )
}

/** Every knot once, in the order met, and every link between two of them once. */
function gathered(steps: readonly ThreadStep[]) {
  const knots = new Map<string, Knot>()
  const links = new Map<string, [string, string]>()
  const walk = (step: ThreadStep) => {
    const known = knots.get(step.id)
    knots.set(step.id, { id: step.id, kind: step.kind, current: Boolean(known?.current || step.current) })
    for (const next of step.next ?? []) {
      // A list may run either way; the drawing always runs from what was said to who was told.
      const [from, to] = kinds.indexOf(step.kind) <= kinds.indexOf(next.kind) ? [step, next] : [next, step]
      links.set(`${from.id} ${to.id}`, [from.id, to.id])
      walk(next)
    }
  }
  steps.forEach(walk)
  return { knots: [...knots.values()], links: [...links.values()] }
}
