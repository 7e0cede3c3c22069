import { arrivalFields } from '../arrival-field.ts'

/**
 * What a form on the web carries, unseen: an empty field that only a robot fills in, and when the page was drawn. On a page that is drawn
 * once for everyone there is no stamp: the module `arrival` counts instead.
 */
export const ArrivalFields = ({ stamp = '' }: { stamp?: string }) => (
  <>
    <div class="gt-unseen" aria-hidden="true">
      <label>
        Leave this empty
        <input type="text" name={arrivalFields.honeypot} tabIndex={-1} autocomplete="off" />
      </label>
    </div>
    <input type="hidden" name={arrivalFields.started} value={stamp} />
  </>
)
