import { ErrorMessage, Fieldset, type Html } from '#design'

export interface Choice {
  value: string
  label: string | Html
  hint?: string | undefined
  /** The key that chooses it, where the page's script runs. */
  key?: string | undefined
  id?: string
}

interface Props {
  type: 'radio' | 'checkbox'
  name: string
  legend: string
  hint?: string | undefined
  choices: readonly Choice[]
  chosen: readonly string[]
  error?: string | undefined
}

/** A close list of radios or tick boxes, as is needed where someone chooses from dozens of them all day. The first has the name as its id. */
export const Choices = ({ type, name, legend, hint, choices, chosen, error }: Props) => (
  <Fieldset
    legend={{ text: legend, size: 's' }}
    describedBy={[hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ') || undefined}
    classes={`gt-choices gt-choices--${name}`}
  >
    {hint && (
      <p class="gt-comments__about" id={`${name}-hint`}>
        {hint}
      </p>
    )}
    {error && <ErrorMessage id={`${name}-error`} text={error} />}
    {choices.map(({ value, label, hint: about, key, id = '' }, at) => {
      const own = id || (at === 0 ? name : `${name}-${at + 1}`)
      return (
        <div class="gt-choice">
          <input
            class="gt-choice__box"
            id={own}
            name={name}
            type={type}
            value={value}
            checked={chosen.includes(value)}
            data-key={key}
            aria-describedby={about ? `${own}-about` : undefined}
          />
          <label class="gt-choice__label" for={own}>
            {label}
          </label>
          {key && (
            <span class="gt-key" aria-hidden="true">
              {key}
            </span>
          )}
          {about && (
            <span class="gt-choice__about" id={`${own}-about`}>
              {about}
            </span>
          )}
        </div>
      )
    })}
  </Fieldset>
)
