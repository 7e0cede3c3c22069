import { z } from 'zod'
import { FileUpload, Input, Radios } from '#design'
import type { Body } from '#platform/forms.ts'
import { isId } from '#platform/ids.ts'
import { askedAs, type FieldProps, missing, type Question, type QuestionType, sent } from '../question.ts'
import { notCounted } from './own-words.tsx'
import { OnPaper } from './paper.tsx'
import { numberSet, wording } from './wording.ts'

const usual = { most: 1, largest: 10 }

const kindsOf = {
  pictures: { type: 'image', names: 'pictures (JPEG, PNG, WebP)', accept: '.jpg,.jpeg,.png,.webp' },
  documents: { type: 'document', names: 'documents (PDF, Word, Excel, OpenDocument)', accept: '.pdf,.docx,.xlsx,.odt' },
} as const

const kindsIn = ({ kinds = ['pictures', 'documents'] }: Question) => kinds.map((kind) => kindsOf[kind])

/** What may be uploaded in answer, as `keepFile` takes it: kinds of file, and the most bytes of each; and how many files. */
export const uploadLimits = (question: Question) => ({
  types: kindsIn(question).map(({ type }) => type),
  largest: (question.largest ?? usual.largest) * 1024 * 1024,
  most: Number(question.most ?? usual.most),
})

/**
 * Files sent in answer. The form's owner keeps what comes in `key.file`, and sends its ids back in hidden fields, so that nothing has to be chosen
 * twice; here ids are read and names are only shown again.
 */
export const file: QuestionType = {
  name: 'file',
  label: 'A file: a picture or a document',
  settings: z.object({
    ...wording,
    kinds: z
      .enum(['pictures', 'documents', 'both'])
      .default('both')
      .transform((kinds) => (kinds === 'both' ? (['pictures', 'documents'] as const).slice() : [kinds])),
    most: numberSet('How many files', { least: 1, most: 5 }).transform((most) => most ?? usual.most),
    largest: numberSet('The size of a file', { least: 1, most: 20 }).transform((largest) => largest ?? usual.largest),
  }),
  SettingsFields: ({ values, errors }) => (
    <>
      <Radios
        name="kinds"
        idPrefix="kinds"
        fieldset={{ legend: { text: 'What people can send', size: 's' } }}
        value={values.kinds || 'both'}
        items={[
          { value: 'both', text: 'Pictures and documents' },
          { value: 'pictures', text: 'Pictures' },
          { value: 'documents', text: 'Documents' },
        ]}
      />
      <Input
        id="most"
        name="most"
        label={{ text: 'How many files they can send', size: 's' }}
        hint={`Up to 5. We use ${usual.most} if you leave this empty.`}
        inputmode="numeric"
        width={2}
        value={values.most}
        errorMessage={errors.most}
      />
      <Input
        id="largest"
        name="largest"
        label={{ text: 'Most megabytes (MB) of one file', size: 's' }}
        hint={`Up to 20. We use ${usual.largest} if you leave this empty.`}
        inputmode="numeric"
        width={2}
        value={values.largest}
        errorMessage={errors.largest}
      />
    </>
  ),
  fields: ({ key }) => [key, `${key}.name`, `${key}.remove`],
  answer: (question, body) => {
    const { key, text } = question
    const removed = sent(body, `${key}.remove`)
    const kept = [...new Set(sent(body, key))].filter((id) => !removed.includes(id))
    const files = kept.filter(isId)
    const { most } = uploadLimits(question)
    const mistake =
      files.length < kept.length
        ? `Choose the files for “${text}” again`
        : files.length > most
          ? `Send ${most === 1 ? 'one file' : `${most} files`} or fewer for “${text}”. Remove ${files.length - most === 1 ? 'one' : files.length - most}.`
          : question.required && files.length === 0 && missing(question, `Choose a file for “${text}”`)
    return {
      choices: null,
      words: null,
      ...(files.length > 0 && { files: files.slice(0, most) }),
      mistakes: mistake ? { [`${key}.file`]: mistake } : {},
    }
  },
  typed: ({ key }, { files }) => (files?.length ? { [key]: [...files] } : {}),
  Field,
  Paper: (props) => (
    <OnPaper {...props}>
      <p>If you have something to show us, put a copy in the envelope with this form. Do not send the only one you have.</p>
    </OnPaper>
  ),
  shown: (_, { files }) => (files?.length ? `${files.length} ${files.length === 1 ? 'file' : 'files'}` : ''),
  ...notCounted,
  columns: ({ key, text }) => [{ key, label: `${text}: number of files`, values: null }],
  cells: ({ key }, { files }) => (files?.length ? { [key]: String(files.length) } : {}),
}

function Field({ question, values, errors }: FieldProps) {
  const { key } = question
  const { most } = uploadLimits(question)
  const kept = keptIn(values, key)
  return (
    <div id={key}>
      <FileUpload
        id={`${key}.file`}
        name={`${key}.file`}
        label={{ text: askedAs(question), size: 'm' }}
        hint={[question.hint, whatIsTaken(question), kept.length > 0 && 'What you choose now is added to the files below.']
          .filter(Boolean)
          .join(' ')}
        multiple={most > 1}
        attributes={{
          accept: kindsIn(question)
            .map(({ accept }) => accept)
            .join(','),
        }}
        errorMessage={errors[`${key}.file`] ?? errors[key]}
      />
      {kept.length > 0 && (
        <ul class="gt-kept-files">
          {kept.map(({ id, name, isRemoved }, at) => (
            <li>
              <span>{name}</span>
              <input type="hidden" name={key} value={id} />
              <input type="hidden" name={`${key}.name`} value={name} />
              <label class="gt-kept-files__remove">
                <input type="checkbox" id={`${key}.remove.${at + 1}`} name={`${key}.remove`} value={id} checked={isRemoved} />
                <span>
                  Remove<span class="nhsuk-u-visually-hidden"> {name}</span>
                </span>
              </label>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function keptIn(values: Body, key: string) {
  const [names, removed] = [[values[`${key}.name`] ?? []].flat(), [values[`${key}.remove`] ?? []].flat()]
  return [values[key] ?? []]
    .flat()
    .flatMap((id, at) => (id ? [{ id, name: names[at] || `File ${at + 1}`, isRemoved: removed.includes(id) }] : []))
}

function whatIsTaken(question: Question): string {
  const { most } = uploadLimits(question)
  const what = kindsIn(question)
    .map(({ names }) => names)
    .join(' and ')
  return `You can send ${most === 1 ? 'one file' : `up to ${most} files`}: ${what}. Each can be up to ${question.largest ?? usual.largest} MB.`
}
