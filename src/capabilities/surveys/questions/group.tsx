import type { ComponentChildren } from 'preact'
import { ErrorMessage, Fieldset, Hint, type Html } from '#design'
import { askedAs, type Question } from '../question.ts'

interface Props {
  question: Question
  hint?: string | Html | undefined
  error: string | undefined
  children: ComponentChildren
}

/** Several fields that make one answer, under one question. A mistake about the whole leads here. */
export function Group({ question, hint, error, children }: Props) {
  const { key } = question
  const describedBy = [hint && `${key}-hint`, error && `${key}-error`].filter(Boolean).join(' ')
  return (
    <div class={`nhsuk-form-group${error ? ' nhsuk-form-group--error' : ''}`}>
      <Fieldset
        id={key}
        legend={{ text: askedAs(question), size: 'm' }}
        describedBy={describedBy || undefined}
        attributes={{ tabindex: '-1' }}
      >
        {hint && (typeof hint === 'string' ? <Hint id={`${key}-hint`} text={hint} /> : <Hint id={`${key}-hint`} html={hint} />)}
        {error && <ErrorMessage id={`${key}-error`} text={error} />}
        {children}
      </Fieldset>
    </div>
  )
}
