import { ErrorMessage } from '#design'
import type { Option } from '../question.ts'

interface Row {
  name: string
  label: string
  picked: string
  error: string | undefined
}

/**
 * A table of radios. Each is named "row: column", so that nobody depends on the table around it: where there is no room, every row is laid out as a
 * list under its heading.
 */
export const MatrixTable = ({ rows, columns }: { rows: readonly Row[]; columns: readonly Option[] }) => (
  <table class="gt-matrix">
    <thead>
      <tr>
        <td />
        {columns.map(({ label }) => (
          <th scope="col">{label}</th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(({ name, label, picked, error }) => (
        <tr>
          <th scope="row">
            {label}
            {error && <ErrorMessage id={`${name}-error`} text={error} />}
          </th>
          {columns.map((column, at) => (
            <td>
              <label class="gt-matrix__choice">
                <input
                  type="radio"
                  id={at === 0 ? name : `${name}.${at + 1}`}
                  name={name}
                  value={column.value}
                  checked={picked === column.value}
                  aria-describedby={error ? `${name}-error` : undefined}
                />
                <span class="nhsuk-u-visually-hidden">{label}: </span>
                <span class="gt-matrix__column">{column.label}</span>
              </label>
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)
