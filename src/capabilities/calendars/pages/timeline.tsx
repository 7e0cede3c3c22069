import { formatDate } from '#design'
import type { Days, Period } from '../period.ts'
import { type Planned, placeIn, planOf } from '../planned.ts'

interface Props {
  span: Days
  planned: readonly Planned[]
  periods: readonly Period[]
}

/** What runs when, one line each, over the holidays and pre-election periods. The lists beside it say the same in words. */
export const Timeline = ({ span, planned, periods }: Props) => (
  <div
    class="gt-timeline"
    role="img"
    aria-label={`What runs from ${formatDate(span.from)} to ${formatDate(span.to)}. The lists below say the same in words.`}
  >
    {periods.map((period) => (
      <Line label={period.name} days={period} span={span} kind={period.kind === 'pre-election' ? 'election' : 'away'} />
    ))}
    {planned.map((one) => (
      <Line label={one.title} days={planOf(one)} span={span} kind={one.from === 'us' ? 'ours' : 'others'} />
    ))}
  </div>
)

function Line({ label, days, span, kind }: { label: string; days: Days; span: Days; kind: string }) {
  const { start, length } = placeIn(span, days)
  const percent = (part: number) => Number((part * 100).toFixed(2))
  return (
    <div class="gt-timeline__line">
      <div class="gt-timeline__label">{label}</div>
      <svg class="gt-timeline__track" viewBox="0 0 100 10" preserveAspectRatio="none" focusable="false">
        <line x1="33.3" x2="33.3" y1="0" y2="10" />
        <line x1="66.6" x2="66.6" y1="0" y2="10" />
        <rect
          class={`gt-timeline__bar gt-timeline__bar--${kind}`}
          x={percent(start)}
          y="1"
          width={Math.max(0.8, percent(length))}
          height="8"
        />
      </svg>
    </div>
  )
}
