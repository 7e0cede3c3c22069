import { initAll } from 'nhsuk-frontend'

initAll()
