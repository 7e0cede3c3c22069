import { type ThreadStep, threadKinds } from './thread.ts'

/** The golden thread as a nested list: what followed from what. */
export const ThreadList = ({ steps, label = 'The thread' }: { steps: readonly ThreadStep[]; label?: string }) => (
  <Steps steps={steps} label={label} />
)

const Steps = ({ steps, label }: { steps: readonly ThreadStep[]; label?: string }) => (
  <ol class="gt-thread" aria-label={label}>
    {steps.map((step) => (
      <li class="gt-thread__step" aria-current={step.current ? 'true' : undefined}>
        <div class="gt-thread__knot">
          <span class="gt-thread__kind">{threadKinds[step.kind]}</span>
          <span class="gt-thread__text">{step.href ? <a href={step.href}>{step.text}</a> : step.text}</span>
          {step.note && <span class="gt-thread__note">{step.note}</span>}
        </div>
        {step.next?.length ? <Steps steps={step.next} /> : null}
      </li>
    ))}
  </ol>
)
