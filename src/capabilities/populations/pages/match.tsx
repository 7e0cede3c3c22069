import { Button, Details, Input, Mistakes, Select } from '#design'
import type { Baseline } from '../baseline.ts'
import type { Naming } from '../bin.ts'
import { type Asked, isUnsaid, traps } from '../crosswalk.ts'
import { paths } from '../paths.ts'

interface Props {
  here: { commissioner: string; kind: string; id: string; dimension: string }
  asked: Asked
  baselines: readonly Baseline[]
  /** The population that is chosen; null where none is. */
  baseline: Baseline | null
  naming: Naming
  mistake: string | undefined
}

/** Says which answers to a question go with which groups of a population: what has one name is compared. */
export const MatchPage = ({ here, asked, baselines, baseline, naming, mistake }: Props) => (
  <>
    <Mistakes errors={{ names: mistake }} />
    <h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">{asked.text}</span> What it is held against
    </h1>
    <form method="get" action={paths.match(here)}>
      <Select
        id="baseline"
        name="baseline"
        label={{ text: 'Population', size: 's' }}
        value={baseline?.id ?? ''}
        items={[{ value: '', text: 'None: it is not compared' }, ...baselines.map(({ id, title }) => ({ value: id, text: title }))]}
      />
      <Button text="Use this population" variant="secondary" />
    </form>
    <form method="post" action={paths.match(here)} novalidate>
      <input type="hidden" name="baseline" value={baseline?.id ?? ''} />
      {baseline && (
        <div id="names">
          <p>
            Answers and groups that have the same name are compared. Give several the same name to add them up. Empty a box to leave it out:
            nobody in it is compared.
          </p>
          <Details summary="What to look out for with ethnic groups">
            <ul>
              {traps.map((trap) => (
                <li>{trap}</li>
              ))}
            </ul>
          </Details>
          <fieldset class="nhsuk-fieldset">
            <legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--m">Answers</legend>
            {asked.options
              .filter((option) => !isUnsaid(option))
              .map(({ value, label }, at) => (
                <Input id={`choice-${at}`} name={`choice:${value}`} label={label} value={naming.choices[value] ?? ''} />
              ))}
          </fieldset>
          <fieldset class="nhsuk-fieldset">
            <legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--m">Groups of the population</legend>
            {baseline.groups.map(({ value, label, count }, at) => (
              <Input
                id={`group-${at}`}
                name={`group:${value}`}
                label={`${label} (${count.toLocaleString('en-GB', { maximumFractionDigits: 0 })})`}
                value={naming.groups[value] ?? ''}
              />
            ))}
          </fieldset>
        </div>
      )}
      <div class="nhsuk-button-group">
        <Button text={baseline ? 'Save' : 'Do not compare this'} preventDoubleClick />
        <a class="nhsuk-link" href={paths.heard(here)}>
          Cancel
        </a>
      </div>
    </form>
  </>
)
