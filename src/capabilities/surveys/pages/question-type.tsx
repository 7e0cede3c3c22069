import { Button, Radios } from '#design'
import { paths } from '../paths.ts'
import { questionTypes } from '../questions/registry.ts'

/** The first step of a new question: how people will answer it. */
export const QuestionTypePage = ({ here }: { here: { commissioner: string; id: string } }) => (
  <form method="get" action={paths.newQuestion(here)}>
    <Radios
      name="type"
      idPrefix="type"
      fieldset={{ legend: { text: 'How will people answer your question?', size: 'l', heading: { level: 1 } } }}
      value={questionTypes[0]?.name}
      items={questionTypes.map(({ name, label }) => ({ value: name, text: label }))}
    />
    <Button text="Continue" />
  </form>
)
