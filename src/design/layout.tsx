import type { ComponentChildren } from 'preact'
import { assetPath } from './assets.ts'
import { inlineScript } from './inline-script.ts'
import { BackLink, Breadcrumb, Footer, Header, type Html, NotificationBanner, SkipLink } from './nhsuk/index.ts'

interface Link {
  text: string
  href: string
}

export interface NavigationItem extends Link {
  /** This link is the page, or the part of the product, being shown. */
  current?: boolean
}

export interface LayoutProps {
  /** What this page is. The organisation's name is added. */
  title: string
  /** The page shows a form with mistakes in it: the title says so first. */
  error?: boolean
  /** `desk` is for staff: a white header, and the whole width for the work. */
  shell?: 'public' | 'desk'
  /** The commissioner's own name, and its first page. Without one, the page is the installation's. */
  organisation?: { name: string; href: string }
  lang?: string
  navigation?: readonly NavigationItem[]
  /** Who is signed in: their name, a page about it, and the address that signing out posts to. */
  account?: { name: string; href?: string; signOut: string }
  breadcrumbs?: readonly Link[]
  backLink?: { href: string; text?: string }
  banner?: { text: string; html?: undefined; success?: boolean } | { html: Html; text?: undefined; success?: boolean }
  footer?: readonly Link[]
  /** Names of our own browser modules, without `.js`; `start` is always there. */
  scripts?: readonly string[]
  /** `reading` keeps lines short enough to read; `full` is for tables and work. The shell decides when this is left out. */
  width?: 'reading' | 'full'
  /** Leads nowhere else: the organisation's name without a link, no menu, no foot. */
  bare?: boolean | undefined
  children: ComponentChildren
}

/** A whole NHS page. */
export function Layout({ shell = 'public', width = shell === 'desk' ? 'full' : 'reading', lang = 'en', ...page }: LayoutProps) {
  const { title, error, organisation, children, scripts = [] } = page
  const name = organisation?.name ?? 'Goldthread'
  const content = (
    <>
      {page.banner && (
        <NotificationBanner variant={page.banner.success ? 'success' : null} text={page.banner.text} html={page.banner.html} />
      )}
      {children}
    </>
  )
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <title>{`${error ? 'Error: ' : ''}${title} – ${name}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#005eb8" />
        <link rel="icon" href={assetPath('favicon.ico')} sizes="48x48" />
        <link rel="icon" href={assetPath('favicon.svg')} sizes="any" type="image/svg+xml" />
        <link rel="apple-touch-icon" href={assetPath('nhsuk-icon-180.png')} />
        <link rel="stylesheet" href={assetPath('nhsuk-frontend.css')} />
        <link rel="stylesheet" href={assetPath('goldthread.css')} />
        {['start', ...scripts].map((script) => (
          <script type="module" src={assetPath(`${script}.js`)} />
        ))}
      </head>
      <body class={`gt-${shell}${page.bare ? ' gt-bare' : ''}`}>
        <script>{inlineScript}</script>
        <SkipLink href="#maincontent" text="Skip to main content" />
        {page.bare ? (
          <Header logo={{}} organisation={organisation && { name: organisation.name.replace(/^NHS /, '') }} />
        ) : (
          <Top shell={shell} {...page} />
        )}
        <div class="nhsuk-width-container">
          {page.breadcrumbs?.length ? <Breadcrumb items={page.breadcrumbs} /> : null}
          {page.backLink && (
            <nav aria-label="Back">
              <BackLink href={page.backLink.href} text={page.backLink.text ?? 'Back'} />
            </nav>
          )}
          <main class="nhsuk-main-wrapper" id="maincontent">
            {width === 'full' ? content : <Reading>{content}</Reading>}
          </main>
        </div>
        {!page.bare && (
          <Footer
            meta={{
              items: page.footer,
              text: 'This site has no adverts and does not follow you. It sets one cookie, only when someone signs in.',
            }}
            copyright={`© ${name}`}
          />
        )}
      </body>
    </html>
  )
}

function Top({ shell, organisation, navigation, account }: Pick<LayoutProps, 'shell' | 'organisation' | 'navigation' | 'account'>) {
  return (
    <Header
      colour={shell === 'desk' ? 'white' : undefined}
      logo={{ href: organisation?.href ?? '/' }}
      // The logo already says NHS, so a name that begins with it would be read out twice.
      organisation={organisation && { name: organisation.name.replace(/^NHS /, '') }}
      service={organisation ? undefined : { text: 'Goldthread', href: '/' }}
      navigation={navigation?.length ? { items: navigation, ariaLabel: shell === 'desk' ? 'Desk' : 'Menu' } : undefined}
      account={
        account && {
          items: [
            { text: account.name, href: account.href, icon: true },
            { text: 'Sign out', action: account.signOut },
          ],
        }
      }
    />
  )
}

const Reading = ({ children }: { children: ComponentChildren }) => (
  <div class="nhsuk-grid-row">
    <div class="nhsuk-grid-column-two-thirds">{children}</div>
  </div>
)
