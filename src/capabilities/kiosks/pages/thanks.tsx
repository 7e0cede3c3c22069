import { Button } from '#design'
import { paths } from '../paths.ts'
import { Thanks } from './kiosk.tsx'

/** Thanks, and the way for the next person. */
export const ThanksPage = ({ here }: { here: { commissioner: string; token: string } }) => (
  <div class="gt-kiosk">
    <Thanks />
    <Button text="Start for the next person" href={paths.kiosk(here)} />
  </div>
)
