// Generated from the macro-options.json files of nhsuk-frontend 10.6.1. Do not edit; instead run: npx tsx scripts/generate-nhsuk-props.ts

import type { ComponentChildren, VNode } from 'preact'

/** HTML, written as JSX. A plain string is not HTML. */
export type Html = VNode

/** An item of a list, or nothing where a condition did not hold. */
type Maybe<Item> = Item | false | null | undefined | ''

/** A component inside another. */
type Part<Props> = Partial<Omit<Props, 'children'>>

/** HTML attributes. Never a string: the macros would let it through unescaped. */

export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined | { value: unknown; optional?: boolean; type?: 'string' | 'array' }>>

export interface ActionLinkProps {
  id?: string | null
  text?: string | null
  html?: Html | null
  /** What is shown inside. */
  children?: ComponentChildren
  /** Type of action link as a button – `"button"` or `"submit"`. */
  type?: 'button' | 'submit' | null
  /** The action link `href` attribute. */
  href?: string | null
  /** If set to `true`, then the action link will open in a new window. */
  openInNewWindow?: boolean | null
  /** Optional variant of action link. */
  variant?: 'reverse' | null
  classes?: string | null
  attributes?: Attributes | null
}

export interface BackLinkProps {
  id?: string | null
  text?: string | null
  html?: Html | null
  /** What is shown inside. */
  children?: ComponentChildren
  /** Type of back link as a button – `"button"` or `"submit"`. */
  type?: 'button' | 'submit' | null
  /** The back link `href` attribute. */
  href?: string | null
  /** Optional variant of back link. */
  variant?: 'reverse' | null
  classes?: string | null
  attributes?: Attributes | null
  /** An optional visually hidden prefix used before the back link text, for example `"Back to"` used by the breadcrumbs component. */
  visuallyHiddenText?: string | null
}

export interface BreadcrumbProps {
  id?: string | null
  /** Array of breadcrumbs items. */
  items: readonly Maybe<{
    text?: string | null
    html?: Html | null
    /** The breadcrumb item `href` attribute. */
    href?: string | null
    attributes?: Attributes | null
  }>[]
  /** Optional variant of breadcrumb. */
  variant?: 'reverse' | null
  classes?: string | null
  attributes?: Attributes | null
  /** Accessible name identifying the landmark to screen readers. */
  ariaLabel?: string | null
  /** The back link used by the breadcrumbs component on mobile. */
  backLink?: Part<BackLinkProps> | null
}

export interface ButtonProps {
  id?: string | null
  text?: string | null
  html?: Html | null
  /** What is shown inside. */
  children?: ComponentChildren
  /** Name for the button. */
  name?: string | null
  /** Type of button – `"button"`, `"submit"` or `"reset"`. */
  type?: 'button' | 'submit' | 'reset' | null
  /** The button `value` attribute. */
  value?: string | number | null
  /** Whether the button should be disabled. */
  disabled?: boolean | null
  /** The button `href` attribute. */
  href?: string | null
  /** Optional variant of button – `"brand"`, `"login"`, `"reverse"`, `"secondary"`, `"secondary-solid"` or `"warning"`. */
  variant?: 'brand' | 'login' | 'reverse' | 'secondary' | 'secondary-solid' | 'warning' | null
  /** If set to `true`, smaller button size will be used. */
  small?: boolean | null
  classes?: string | null
  attributes?: Attributes | null
  /** Button text exposed to assistive technologies, like screen readers, when only an icon is used. */
  ariaLabel?: string | null
  /** Prevent accidental double clicks on submit buttons from submitting forms multiple times. */
  preventDoubleClick?: boolean | null
  /** Can be used to add an icon to the button. */
  icon?: string | {
    /** Icon name for the button – for example, `"search"`, `"arrow-right"`, `"plus"` or `"minus"`. */
    name: string
    html?: Html | null
    /** Placement of the icon within the button – `"start"` or `"end"`. */
    placement: string
  } | null
}

export interface CaptionProps {
  id?: string | null
  /** HTML element for the caption – for example, `"span"`, `"p"`, `"h2"` or `"h3"`. */
  element?: string | null
  text?: string | null
  html?: Html | null
  /** What is shown inside. */
  children?: ComponentChildren
  /** Placement of the caption relative to the heading – `"before"`, `"after"`, `"start"` or `"end"`. */
  placement?: string | null
  /** Size of the caption – `"m"`, `"l"`, `"xl"` or `"xxl"`. */
  size?: 'm' | 'l' | 'xl' | 'xxl' | null
  classes?: string | null
  attributes?: Attributes | null
}

export interface CardProps {
  id?: string | null
  /** Heading of the card component. */
  heading?: string | Html | Part<HeadingProps> & {
    id?: string | null
    text?: string | null
    html?: Html | null
    /** Optional visually hidden prefix used before the heading. */
    visuallyHiddenText?: string | null
    /** Size of the heading – `"xxs"`, `"xs"`, `"s"`, `"m"`, `"l"` or `"xl"`. */
    size?: 'xxs' | 'xs' | 's' | 'm' | 'l' | 'xl' | null
    /** Optional heading level. */
    level?: number | null
    classes?: string | null
    attributes?: Attributes | null
  } | null
  /** The card link `href` attribute. */
  href?: string | null
  /** If set to `true`, then the whole card will become a clickable card variant. */
  clickable?: boolean | null
  /** Optional variant of card – `"feature"`, `"primary"`, `"secondary"`, `"warning"`, `"non-urgent"`, `"urgent"` or `"emergency"`. */
  variant?: 'feature' | 'primary' | 'secondary' | 'warning' | 'non-urgent' | 'urgent' | 'emergency' | null
  /** Can be used to add an image to the card component. */
  image?: {
    /** The URL of the image in the card. */
    src?: string | null
    /** The alternative text of the image in the card. */
    alt?: string | null
    html?: Html | null
  } | null
  /** Description to use within the card content. */
  description?: string | Html | {
    text?: string | null
    html?: Html | null
    classes?: string | null
    attributes?: Attributes | null
  } | null
  /** Can be used to add actions to the card component. */
  actions?: {
    /** Array of actions as links for use in the card component. */
    items?: readonly Maybe<{
      id?: string | null
      text?: string | null
      html?: Html | null
      /** Actions rely on context from the surrounding content so may require additional accessible text. */
      visuallyHiddenText?: string | null
      /** Name for the action as a button. */
      name?: string | null
      /** Type of action as a button – `"button"`, `"submit"` or `"reset"`. */
      type?: 'button' | 'submit' | 'reset' | null
      /** The `value` attribute for the action as a button. */
      value?: string | number | null
      /** The action `href` attribute. */
      href?: string | null
      classes?: string | null
      attributes?: Attributes | null
    }>[] | null
    classes?: string | null
  } | null
  /** What is shown inside. */
  children?: ComponentChildren
  classes?: string | null
  attributes?: Attributes | null
}

export interface CharacterCountProps {
  id?: string | null
  /** The name of the textarea, which is submitted with the form data. */
  name: string
  /** Optional number of textarea rows (default is 5 rows). */
  rows?: string | number | null
  /** Optional initial value of the textarea. */
  value?: string | number | null
  /** The maximum number of characters (or words if `countType` is set to `"words"`). */
  maxlength?: string | number | null
  /** The count type used to count the text – `"length"` or `"words"`. */
  countType?: string | null
  /** The percentage value of the limit at which point the count message is displayed. */
  threshold?: string | number | null
  /** The label used by the character count component. */
  label: string | Html | Part<LabelProps>
  /** Can be used to add a hint to the character count component. */
  hint?: Part<HintProps> | null
  /** Can be used to add an error message to the character count component. */
  errorMessage?: Part<ErrorMessageProps> | null
  /** Additional options for the form group containing the character count component. */
  formGroup?: {
    classes?: string | null
    attributes?: Attributes | null
    /** Content to add before the textarea used by the character count component. */
    beforeInput?: {
      text?: string | null
      html?: Html | null
    } | null
    /** Content to add after the textarea used by the character count component. */
    afterInput?: {
      text?: string | null
      html?: Html | null
    } | null
  } | null
  classes?: string | null
  attributes?: Attributes | null
  /** Optional field to enable or disable the `spellcheck` attribute on the character count. */
  spellcheck?: boolean | null
  /** If `true`, textarea will be disabled. */
  disabled?: boolean | null
  /** Attribute to meet [WCAG success criterion 1.3.5: Identify input purpose](https://www.w3.org/WAI/WCAG22/Understanding/identify-input-purpose.html), for instance `"street-address"`. */
  autocomplete?: string | null
  /** Additional options for the count message used by the character count component. */
  countMessage?: {
    classes?: string | null
  } | null
  /** Message made available to assistive technologies to describe that the component accepts only a limited amount of content. */
  textareaDescriptionText?: string | null
  /** Message displayed when the number of characters is under the configured maximum, `maxlength`. */
  charactersUnderLimitText?: Readonly<Record<string, string>> | null
  /** Message displayed when the number of characters reaches the configured maximum, `maxlength`. */
  charactersAtLimitText?: string | null
  /** Message displayed when the number of characters is over the configured maximum, `maxlength`. */
  charactersOverLimitText?: Readonly<Record<string, string>> | null
  /** Message displayed when the number of words is under the configured maximum, `maxlength` with `countType: "words"`. */
  wordsUnderLimitText?: Readonly<Record<string, string>> | null
  /** Message displayed when the number of words reaches the configured maximum, `maxlength` with `countType: "words"`. */
  wordsAtLimitText?: string | null
  /** Message displayed when the number of words is over the configured maximum, `maxlength` with `countType: "words"`. */
  wordsOverLimitText?: Readonly<Record<string, string>> | null
}

export interface CheckboxesProps {
  id?: string | null
  /** One or more element IDs to add to the input `aria-describedby` attribute without a fieldset, used to provide additional descriptive information for screenreader users. */
  describedBy?: string | null
  /** Can be used to add a fieldset to the checkboxes component. */
  fieldset?: Part<FieldsetProps> | null
  /** Can be used to add a hint to the checkboxes component. */
  hint?: string | Html | Part<HintProps> | null
  /** Can be used to add an error message to the checkboxes component. */
  errorMessage?: string | Html | Part<ErrorMessageProps> | null
  /** Additional options for the form group containing the checkboxes component. */
  formGroup?: {
    classes?: string | null
    attributes?: Attributes | null
    /** Content to add before all checkbox items within the checkboxes component. */
    beforeInputs?: {
      text?: string | null
      html?: Html | null
    } | null
    /** Content to add after all checkbox items within the checkboxes component. */
    afterInputs?: {
      text?: string | null
      html?: Html | null
    } | null
  } | null
  /** Optional prefix. */
  idPrefix?: string | null
  /** The `name` attribute for all checkbox items. */
  name?: string | null
  /** The checkbox items within the checkboxes component. */
  items: readonly Maybe<{
    text?: string | null
    html?: Html | null
    id?: string | null
    /** Specific `name` attribute for the checkbox item. */
    name?: string | null
    /** The `value` attribute for the checkbox input. */
    value?: string | number | null
    /** The label used by each checkbox item within the checkboxes component. */
    label?: string | Html | Part<LabelProps> | null
    /** Can be used to add a hint to each checkbox item within the checkboxes component. */
    hint?: string | Html | Part<HintProps> | null
    /** Divider text to separate checkbox items, for example the text `"or"`. */
    divider?: string | null
    /** Whether the checkbox should be checked when the page loads. */
    checked?: boolean | null
    /** Provide additional content to reveal when the checkbox is checked. */
    conditional?: {
      html?: Html | null
    } | null
    /** If `true`, checkbox will be disabled. */
    disabled?: boolean | null
    classes?: string | null
    attributes?: Attributes | null
    /** Behaviour of the checkbox when JavaScript is enabled – `"exclusive"` or `"inclusive"`. */
    behaviour?: string | null
    /** Used in conjunction with `behaviour` - this should be set to a string which groups checkboxes together into a set for use with a "none" or "all" option. */
    behaviourGroup?: string | null
  }>[]
  /** Array of values for checkboxes which should be checked when the page loads. */
  values?: readonly string[] | null
  /** If `true`, checkbox inputs used by the checkboxes component will be disabled. */
  disabled?: boolean | null
  /** If set to `true`, small checkboxes will be used. */
  small?: boolean | null
  /** If set to `true`, inline checkboxes will be used. */
  inline?: boolean | null
  classes?: string | null
  attributes?: Attributes | null
}

export interface CodeProps {
  id?: string | null
  text?: string | null
  html?: Html | null
  /** What is shown inside. */
  children?: ComponentChildren
  classes?: string | null
  attributes?: Attributes | null
  /** Classes to add to the button. */
  copyButtonClassList?: readonly string[] | null
  /** Button text before the code is copied to clipboard. */
  copyButtonText?: string | null
  /** Button text when the code is copied to clipboard. */
  copiedButtonText?: string | null
  /** Announcement made to screen reader users when the code is copied to clipboard. */
  copiedAnnouncementText?: string | null
  /** Optional object allowing customisation of the copy button. */
  button?: Part<ButtonProps> & {
    classes?: string | null
  } | null
  /** Optional variant of code. */
  variant?: 'reverse' | null
  /** Optional background colour for the code element – `"body"` or `"template"`. */
  background?: string | null
  /** If set to `false`, remove border from the code container. */
  border?: boolean | null
}

export interface ContentsListProps {
  id?: string | null
  /** Array of contents list items objects. */
  items: readonly Maybe<{
    /** The contents list item `href` attribute. */
    href: string
    /** Set to `true` to indicate the current page the user is on. */
    current?: boolean | null
    text?: string | null
    html?: Html | null
    classes?: string | null
    attributes?: Attributes | null
  }>[]
  classes?: string | null
  attributes?: Attributes | null
  /** The accessible name for the navigation landmark that wraps the contents list. */
  ariaLabel?: string | null
  /** Visually hidden heading for the contents list items. */
  visuallyHiddenText?: string | null
}

export interface DateInputProps {
  id: string
  /** Optional prefix. */
  namePrefix?: string | null
  /** The inputs within the date input component. */
  items?: readonly Maybe<Part<InputProps> & {
    /** Item-specific `name` attribute. */
    name: string
    /** Item-specific label. */
    label?: string | Html | Part<LabelProps> | null
    /** If set to `true`, show a red border on the item input. */
    error?: boolean | null
  }>[] | null
  /** Can be used to add a hint to the date input component. */
  hint?: string | Html | Part<HintProps> | null
  /** Can be used to add an error message to the date input component. */
  errorMessage?: string | Html | Part<ErrorMessageProps> | null
  /** Additional options for the form group containing the date input component. */
  formGroup?: {
    classes?: string | null
    attributes?: Attributes | null
    /** Content to add before the inputs used by the date input component. */
    beforeInputs?: {
      text?: string | null
      html?: Html | null
    } | null
    /** Content to add after the inputs used by the date input component. */
    afterInputs?: {
      text?: string | null
      html?: Html | null
    } | null
  } | null
  /** Can be used to add a fieldset to the date input component. */
  fieldset?: Part<FieldsetProps> | null
  /** Can be used to customise the day input within the date input component. */
  day?: Part<InputProps> & {
    /** The `name` attribute for the day input. */
    name?: string | null
    /** The `value` attribute for the day input. */
    value?: string | number | null
    /** The label used by the day input. */
    label?: string | Html | Part<LabelProps> | null
    /** If set to `true`, show a red border on the day input. */
    error?: boolean | null
  } | null
  /** Can be used to customise the month input within the date input component. */
  month?: Part<InputProps> & {
    /** The `name` attribute for the month input. */
    name?: string | null
    /** The `value` attribute for the month input. */
    value?: string | number | null
    /** The label used by the month input. */
    label?: string | Html | Part<LabelProps> | null
    /** If set to `true`, show a red border on the month input. */
    error?: boolean | null
  } | null
  /** Can be used to customise the year input within the date input component. */
  year?: Part<InputProps> & {
    /** The `name` attribute for the year input. */
    name?: string | null
    /** The `value` attribute for the year input. */
    value?: string | number | null
    /** The label used by the year input. */
    label?: string | Html | Part<LabelProps> | null
    /** If set to `true`, show a red border on the year input. */
    error?: boolean | null
  } | null
  /** An optional object used to specify `value` attributes for the inputs within the date input component without setting `items`. */
  values?: {
    /** The `value` attribute for the day input. */
    day?: string | null
    /** The `value` attribute for the month input. */
    month?: string | null
    /** The `value` attribute for the year input. */
    year?: string | null
  } | null
  /** If `true`, inputs used by the date input component will be disabled. */
  disabled?: boolean | null
  classes?: string | null
  attributes?: Attributes | null
}

export interface DetailsProps {
  /** Summary element content (the visible part of the details element). */
  summary?: string | Html | {
    text?: string | null
    html?: Html | null
    classes?: string | null
    attributes?: Attributes | null
  } | null
  text?: string | null
  html?: Html | null
  id?: string | null
  /** If `true`, details element will be expanded. */
  open?: boolean | null
  /** What is shown inside. */
  children?: ComponentChildren
  /** Optional variant of details. */
  variant?: 'reverse' | null
  classes?: string | null
  attributes?: Attributes | null
}

export interface DoDontListProps {
  id?: string | null
  /** Heading to be displayed on the do and don't list component. */
  heading?: string | Html | Part<HeadingProps> & {
    id?: string | null
    text?: string | null
    html?: Html | null
    /** A visually hidden suffix added to the heading. */
    visuallyHiddenText?: string | null
    /** Optional heading level. */
    level?: number | null
    classes?: string | null
    attributes?: Attributes | null
  } | null
  /** Optional icon modifier for the do and don't list items – `"cross"` or `"tick"`. */
  icon?: string | null
  /** Array of do and don't items objects. */
  items: readonly Maybe<{
    text?: string | null
    html?: Html | null
  }>[]
  /** Optional prefix text used before each do and don't item. */
  prefixText?: string | null
  /** If set to `true`, the optional `prefixText` will be removed from each do and don't item. */
  hidePrefix?: boolean | null
  classes?: string | null
  attributes?: Attributes | null
}

export interface ErrorMessageProps {
  text?: string | null
  html?: Html | null
  /** What is shown inside. */
  children?: ComponentChildren
  id?: string | null
  classes?: string | null
  attributes?: Attributes | null
  /** A visually hidden prefix used before the error message. */
  visuallyHiddenText?: string | null
}

export interface ErrorSummaryProps {
  id?: string | null
  /** Heading of the error summary component. */
  heading: string | Html | Part<HeadingProps> & {
    id?: string | null
    text?: string | null
    html?: Html | null
    classes?: string | null
    attributes?: Attributes | null
  }
  /** Description of the errors. */
  description?: string | Html | {
    text?: string | null
    html?: Html | null
    classes?: string | null
    attributes?: Attributes | null
  } | null
  /** What is shown inside. */
  children?: ComponentChildren
  /** A list of errors to include in the error summary. */
  errorList?: readonly Maybe<{
    /** The error `href` attribute. */
    href?: string | null
    text?: string | null
    html?: Html | null
    attributes?: Attributes | null
  }>[] | null
  /** Prevent moving focus to the error summary when the page loads. */
  disableAutoFocus?: boolean | null
  classes?: string | null
  attributes?: Attributes | null
}

export interface FieldsetProps {
  id?: string | null
  /** One or more element IDs to add to the `aria-describedby` attribute, used to provide additional descriptive information for screenreader users. */
  describedBy?: string | null
  /** The legend for the fieldset component. */
  legend?: string | Html | Part<LegendProps> | null
  classes?: string | null
  /** Optional ARIA `role` attribute. */
  role?: string | null
  attributes?: Attributes | null
  html?: Html | null
  /** What is shown inside. */
  children?: ComponentChildren
}

export interface FileUploadProps {
  /** The name of the input, which is submitted with the form data. */
  name: string
  id?: string | null
  /** If `true`, file input will be disabled. */
  disabled?: boolean | null
  /** If `true`, a user may select multiple files at the same time. */
  multiple?: boolean | null
  /** One or more element IDs to add to the `aria-describedby` attribute, used to provide additional descriptive information for screenreader users. */
  describedBy?: string | null
  /** The label used by the file upload component. */
  label: string | Html | Part<LabelProps>
  /** Can be used to add a hint to the file upload component. */
  hint?: string | Html | Part<HintProps> | null
  /** Can be used to add an error message to the file upload component. */
  errorMessage?: string | Html | Part<ErrorMessageProps> | null
  /** Additional options for the form group containing the file upload component. */
  formGroup?: {
    classes?: string | null
    attributes?: Attributes | null
    /** Content to add before the input used by the file upload component. */
    beforeInput?: {
      text?: string | null
      html?: Html | null
    } | null
    /** Content to add after the input used by the file upload component. */
    afterInput?: {
      text?: string | null
      html?: Html | null
    } | null
  } | null
  /** Classes to add to the button that opens the file picker. */
  chooseFilesButtonClassList?: readonly string[] | null
  /** The text of the button that opens the file picker. */
  chooseFilesButtonText?: string | null
  /** The text informing users they can drop files. */
  dropInstructionText?: string | null
  /** The text displayed when multiple files have been chosen by the user. */
  multipleFilesChosenText?: Readonly<Record<string, string>> | null
  /** The text displayed when no file has been chosen by the user. */
  noFileChosenText?: string | null
  /** The text announced by assistive technology when user drags files and enters the drop zone. */
  enteredDropZoneText?: string | null
  /** The text announced by assistive technology when user drags files and leaves the drop zone without dropping. */
  leftDropZoneText?: string | null
  classes?: string | null
  attributes?: Attributes | null
}

export interface FooterProps {
  id?: string | null
  /** Number of columns to display per row in the navigation section of the footer – `4`, `3`, `2` or `1`. */
  columns?: number | null
  /** The navigation section of the footer before the copyright information. */
  navigation?: {
    /** Heading for group of footer navigation links. */
    heading?: string | Html | Part<HeadingProps> & {
      id?: string | null
      text?: string | null
      html?: Html | null
      /** A visually hidden suffix added to the heading. */
      visuallyHiddenText?: string | null
      /** If set, the heading will become a link. */
      href?: string | null
      /** Optional caption for the heading. */
      caption?: Part<CaptionProps> | null
      classes?: string | null
      attributes?: Attributes | null
    } | null
    text?: string | null
    html?: Html | null
    /** Width of each navigation section column in the footer. */
    width?: string | number | null
    /** Contains the array of footer navigation link items for this group. */
    items?: readonly Maybe<{
      /** Footer navigation link `href` attribute. */
      href: string
      text?: string | null
      html?: Html | null
      attributes?: Attributes | null
    }>[] | null
  } | readonly ({
    /** Heading for group of footer navigation links. */
    heading?: string | Html | Part<HeadingProps> & {
      id?: string | null
      text?: string | null
      html?: Html | null
      /** A visually hidden suffix added to the heading. */
      visuallyHiddenText?: string | null
      /** If set, the heading will become a link. */
      href?: string | null
      /** Optional caption for the heading. */
      caption?: Part<CaptionProps> | null
      classes?: string | null
      attributes?: Attributes | null
    } | null
    text?: string | null
    html?: Html | null
    /** Width of each navigation section column in the footer. */
    width?: string | number | null
    /** Contains the array of footer navigation link items for this group. */
    items?: readonly Maybe<{
      /** Footer navigation link `href` attribute. */
      href: string
      text?: string | null
      html?: Html | null
      attributes?: Attributes | null
    }>[] | null
  })[] | null
  /** The meta section of the footer after any navigation, before the copyright information. */
  meta?: string | Html | {
    /** Visually hidden heading for meta `items` links. */
    visuallyHiddenText?: string | null
    html?: Html | null
    text?: string | null
    /** Contains the array of key policy footer link items. */
    items?: readonly Maybe<{
      /** Footer meta link `href` attribute. */
      href: string
      text?: string | null
      html?: Html | null
      attributes?: Attributes | null
    }>[] | null
  } | null
  /** The copyright information in the footer component, this defaults to `"© NHS England"`. */
  copyright?: string | Html | {
    text?: string | null
    html?: Html | null
  } | null
  /** Classes to add to the footer container, useful if you want to make the footer fixed width. */
  containerClasses?: string | null
  classes?: string | null
  /** What is shown inside. */
  children?: ComponentChildren
  attributes?: Attributes | null
}

export interface HeaderProps {
  id?: string | null
  /** Object containing options for the logo. */
  logo?: {
    /** The `href` of the link for the logo. */
    href?: string | null
    /** The path of the logo image, if you are not using the default NHS logo. */
    src?: string | null
    /** The alt text for the logo. */
    alt?: string | null
    /** The `aria-label` for a linked logo. */
    ariaLabel?: string | null
  } | null
  /** Object containing options for the service name. */
  service?: {
    text?: string | null
    /** The `href` of the link for the service name. */
    href?: string | null
  } | null
  /** If set to `true`, positions the search box (or account links) inline with the NHS logo. */
  inline?: boolean | null
  /** Settings for header with organisational logo. */
  organisation?: {
    /** Organisation name. */
    name?: string | null
    /** Longer organisation names can be split onto multiple lines. */
    split?: string | null
    /** Organisation descriptor. */
    descriptor?: string | null
  } | null
  /** Object containing settings for the primary navigation. */
  navigation?: {
    /** Array of navigation links for use in the header. */
    items?: readonly Maybe<{
      /** The href of a navigation item in the header. */
      href?: string | null
      text?: string | null
      html?: Html | null
      /** Set to `true` if this links to the current page being shown. */
      current?: boolean | null
      /** Set to `true` if the current page is within this section, but the link doesn't necessarily link to the current page */
      active?: boolean | null
      classes?: string | null
      attributes?: Attributes | null
    }>[] | null
    /** The `aria-label` for the primary navigation. */
    ariaLabel?: string | null
    /** Text for the toggle menu button. */
    toggleMenuText?: string | null
    /** A visually hidden prefix used before the toggle menu button text. */
    toggleMenuVisuallyHiddenText?: string | null
    classes?: string | null
    attributes?: Attributes | null
    /** If set to `true`, use justified alignment where navigation items appeared evenly spaced out. */
    justified?: boolean | null
    /** Optional colour modifier for the primary navigation. */
    colour?: 'white' | null
  } | null
  /** Object containing settings for a search box. */
  search?: {
    /** The search form `action` attribute. */
    action?: string | null
    /** The search form `method` attribute. */
    method?: string | null
    /** The `name` attribute for the search input. */
    name?: string | null
    /** Optional object allowing customisation of the search input label. */
    label?: Part<LabelProps> & {
      /** The visually hidden label text for the search input. */
      visuallyHiddenText?: string | null
    } | null
    /** Optional object allowing customisation of the search input. */
    input?: Part<InputProps> & {
      /** The placeholder text for the search input. */
      placeholder?: string | null
    } | null
    /** Optional object allowing customisation of the search button. */
    button?: Part<ButtonProps> & {
      /** Search button text exposed to assistive technologies, like screen readers, when only an icon is used. */
      ariaLabel?: string | null
    } | null
    classes?: string | null
    attributes?: Attributes | null
  } | null
  /** Object containing settings for the account section of the header. */
  account?: {
    /** Array of account items for use in the header. */
    items?: readonly Maybe<{
      /** The href of an account item in the header. */
      href?: string | null
      text?: string | null
      html?: Html | null
      /** Whether to include the account icon for the account item. */
      icon?: boolean | null
      /** If set, the item will become a button wrapped in a form with the action given. */
      action?: string | null
      /** The value to use for the `method` of the form if `action` is set. */
      method?: string | null
      classes?: string | null
    }>[] | null
    /** The `aria-label` for the account navigation. */
    ariaLabel?: string | null
    classes?: string | null
    attributes?: Attributes | null
  } | null
  /** Classes to add to the header container, useful if you want to make the header fixed width. */
  containerClasses?: string | null
  classes?: string | null
  attributes?: Attributes | null
  /** Optional colour modifier for the header. */
  colour?: 'white' | null
}

export interface HeadingProps {
  id?: string | null
  text?: string | null
  html?: Html | null
  /** What is shown inside. */
  children?: ComponentChildren
  /** A visually hidden suffix added to the heading. */
  visuallyHiddenText?: string | null
  /** If set, the heading will become a link. */
  href?: string | null
  /** Optional caption for the heading. */
  caption?: string | Html | Part<CaptionProps> | null
  /** Size of the heading – `"xxs"`, `"xs"`, `"s"`, `"m"`, `"l"` or `"xl"`. */
  size?: 'xxs' | 'xs' | 's' | 'm' | 'l' | 'xl' | null
  /** Allowed sizes for the heading – Defaults to `["xxs", "xs", "s", "m", "l", "xl"]`. */
  sizes?: readonly string[] | null
  /** Optional heading level. */
  level?: number | null
  /** Optional class to use for the heading. */
  className?: string | null
  /** Optional class prefix to use for the heading. */
  classPrefix?: string | null
  classes?: string | null
  attributes?: Attributes | null
  /** HTML element for the heading component – for example, `"caption"`. */
  element?: string | null
}

export interface HeroProps {
  id?: string | null
  /** The content section of the hero. */
  content?: {
    /** Optional heading for content column. */
    heading?: string | Html | Part<HeadingProps> & {
      id?: string | null
      text?: string | null
      html?: Html | null
      /** A visually hidden suffix added to the heading. */
      visuallyHiddenText?: string | null
      /** If set, the heading will become a link. */
      href?: string | null
      /** Optional caption for the heading. */
      caption?: Part<CaptionProps> | null
      /** Size of the heading – `"m"`, `"l"` or `"xl"`. */
      size?: 'm' | 'l' | 'xl' | null
      /** Optional heading level. */
      level?: number | null
      classes?: string | null
      attributes?: Attributes | null
    } | null
    text?: string | null
    html?: Html | null
    /** Optional image to use within each content column. */
    image?: Part<ImageProps> | null
    /** Width of each content column. */
    width?: string | number | null
    classes?: string | null
  } | null
  /** Heading of the hero. */
  heading?: string | Html | Part<HeadingProps> & {
    id?: string | null
    text?: string | null
    html?: Html | null
    /** A visually hidden suffix added to the heading. */
    visuallyHiddenText?: string | null
    /** If set, the heading will become a link. */
    href?: string | null
    /** Optional caption for the heading. */
    caption?: Part<CaptionProps> | null
    /** Size of the heading – `"m"`, `"l"` or `"xl"`. */
    size?: 'm' | 'l' | 'xl' | null
    /** Optional heading level. */
    level?: number | null
    classes?: string | null
    attributes?: Attributes | null
  } | null
  text?: string | null
  html?: Html | null
  /** What is shown inside. */
  children?: ComponentChildren
  /** Can be used to add an image to the hero component. */
  image?: {
    /** The URL of the image in the hero. */
    src: string
  } | null
  /** Width of the hero content. */
  width?: string | number | null
  /** Classes to add to the hero container, useful if you want to make the hero fixed width. */
  containerClasses?: string | null
  classes?: string | null
  attributes?: Attributes | null
  /** If set to `false`, remove border from the hero. */
  border?: boolean | null
}

export interface HintProps {
  text?: string | null
  html?: Html | null
  /** What is shown inside. */
  children?: ComponentChildren
  id?: string | null
  classes?: string | null
  attributes?: Attributes | null
}

export interface ImageProps {
  id?: string | null
  /** The source location of the image. */
  src?: string | null
  /** A list of image source URLs and their respective sizes. */
  srcset?: string | null
  /** A list of screen sizes for the browser to load the correct image from the srcset images. */
  sizes?: string | null
  /** The alt text of the image. */
  alt?: string | null
  html?: Html | null
  /** What is shown inside. */
  children?: ComponentChildren
  /** Optional caption for the image. */
  caption?: string | Html | {
    text?: string | null
    html?: Html | null
    classes?: string | null
  } | null
  /** Background colour for the image component – `"card"` or `false`. */
  background?: string | null
  /** If set to `false`, removes the border-bottom from the image component. */
  border?: boolean | null
  /** Width of the image component. */
  width?: string | number | null
  classes?: string | null
  attributes?: Attributes | null
}

export interface InputProps {
  id?: string | null
  /** The name of the input, which is submitted with the form data. */
  name: string
  /** Type of input control, for example, an email input control. */
  type?: 'text' | null
  /** Optional value for [the `inputmode` attribute](https://developer.mozilla.org/en-US/docs/Web/HTML/Global_attributes/inputmode). */
  inputmode?: string | null
  /** Optional initial value of the input. */
  value?: string | number | null
  /** If `true`, input will be disabled. */
  disabled?: boolean | null
  /** One or more element IDs to add to the `aria-describedby` attribute, used to provide additional descriptive information for screenreader users. */
  describedBy?: string | null
  /** The label used by the text input component. */
  label: string | Html | Part<LabelProps>
  /** Can be used to add a hint to a text input component. */
  hint?: string | Html | Part<HintProps> | null
  /** Can be used to add an error message to the text input component. */
  errorMessage?: string | Html | Part<ErrorMessageProps> | null
  /** Can be used to add a prefix to the text input component. */
  prefix?: string | Html | {
    text?: string | null
    html?: Html | null
    classes?: string | null
    attributes?: Attributes | null
  } | null
  /** Can be used to add a suffix to the text input component. */
  suffix?: string | Html | {
    text?: string | null
    html?: Html | null
    classes?: string | null
    attributes?: Attributes | null
  } | null
  /** If set to `true`, use a monospace font for codes or sequences. */
  code?: boolean | null
  /** Optional fixed width for the text input component – `2`, `3`, `4`, `5`, `10`, `20` or `30`. */
  width?: number | null
  /** If set to `true`, larger input size will be used. */
  large?: boolean | null
  /** Additional options for the form group containing the text input component. */
  formGroup?: {
    classes?: string | null
    attributes?: Attributes | null
    /** Content to add before the input used by the text input component. */
    beforeInput?: {
      text?: string | null
      html?: Html | null
    } | null
    /** Content to add after the input used by the text input component. */
    afterInput?: {
      text?: string | null
      html?: Html | null
    } | null
  } | null
  classes?: string | null
  /** Attribute to meet [WCAG success criterion 1.3.5: Identify input purpose](https://www.w3.org/WAI/WCAG22/Understanding/identify-input-purpose.html), for instance `"bday-day"`. */
  autocomplete?: string | null
  /** Attribute to [provide a regular expression pattern](https://html.spec.whatwg.org/multipage/input.html#the-pattern-attribute), used to match allowed character combinations for the input value. */
  pattern?: string | null
  /** Attribute to provide placeholder text for the input. */
  placeholder?: string | null
  /** Optional field to enable or disable the `spellcheck` attribute on the input. */
  spellcheck?: boolean | null
  /** Optional field to enable or disable autocapitalisation of user input. */
  autocapitalize?: string | null
  /** If any of `prefix`, `suffix`, `formGroup.beforeInput` or `formGroup.afterInput` have a value, a wrapping element is added around the input and inserted content. */
  inputWrapper?: {
    classes?: string | null
    attributes?: Attributes | null
  } | null
  attributes?: Attributes | null
}

export interface InsetTextProps {
  id?: string | null
  text?: string | null
  html?: Html | null
  /** What is shown inside. */
  children?: ComponentChildren
  classes?: string | null
  attributes?: Attributes | null
  /** A visually hidden prefix used before the inset text. */
  visuallyHiddenText?: string | null
}

export interface LabelProps {
  id?: string | null
  text?: string | null
  html?: Html | null
  /** What is shown inside. */
  children?: ComponentChildren
  /** A visually hidden suffix added to the label. */
  visuallyHiddenText?: string | null
  /** Optional caption for the label. */
  caption?: string | Html | Part<CaptionProps> | null
  /** The label `for` attribute, the ID of the input the label is associated with. */
  for?: string | null
  /** Whether the label also acts as a heading. */
  heading?: string | Html | Part<HeadingProps> & {
    id?: string | null
    text?: string | null
    html?: Html | null
    /** A visually hidden suffix added to the label as a heading. */
    visuallyHiddenText?: string | null
    /** Optional caption for the label as a heading. */
    caption?: string | Html | Part<CaptionProps> | null
    /** Size of the label as a heading – `"s"`, `"m"`, `"l"` or `"xl"`. */
    size?: 's' | 'm' | 'l' | 'xl' | null
    /** Optional label heading level. */
    level?: number | null
    attributes?: Attributes | null
  } | null
  /** Size of the label – `"s"`, `"m"`, `"l"` or `"xl"`. */
  size?: 's' | 'm' | 'l' | 'xl' | null
  classes?: string | null
  attributes?: Attributes | null
}

export interface LegendProps {
  id?: string | null
  text?: string | null
  html?: Html | null
  /** What is shown inside. */
  children?: ComponentChildren
  /** A visually hidden suffix added to the legend. */
  visuallyHiddenText?: string | null
  /** Optional caption for the legend. */
  caption?: string | Html | Part<CaptionProps> | null
  /** Size of the legend – `"s"`, `"m"`, `"l"` or `"xl"`. */
  size?: 's' | 'm' | 'l' | 'xl' | null
  /** Whether the legend also acts as a heading. */
  heading?: string | Html | Part<HeadingProps> & {
    id?: string | null
    text?: string | null
    html?: Html | null
    /** A visually hidden suffix added to the legend as a heading. */
    visuallyHiddenText?: string | null
    /** Optional caption for the legend as a heading. */
    caption?: string | Html | Part<CaptionProps> | null
    /** Size of the legend as a heading – `"s"`, `"m"`, `"l"` or `"xl"`. */
    size?: 's' | 'm' | 'l' | 'xl' | null
    /** Optional legend heading level. */
    level?: number | null
    attributes?: Attributes | null
  } | null
  classes?: string | null
  attributes?: Attributes | null
}

export interface NotificationBannerProps {
  id?: string | null
  /** The title that displays in the notification banner: */
  title?: string | Html | Part<HeadingProps> & {
    id?: string | null
    text?: string | null
    html?: Html | null
    /** A visually hidden suffix added to the title. */
    visuallyHiddenText?: string | null
    /** Optional alias for the title heading `level` option. */
    headingLevel?: number | null
    /** Optional heading level for the title. */
    level?: number | null
    classes?: string | null
    attributes?: Attributes | null
  } | null
  /** Heading to be used within the notification banner. */
  heading?: string | Html | Part<HeadingProps> & {
    id?: string | null
    text?: string | null
    html?: Html | null
    /** A visually hidden suffix added to the heading. */
    visuallyHiddenText?: string | null
    /** If set, the heading will become a link. */
    href?: string | null
    /** Optional caption for the heading. */
    caption?: Part<CaptionProps> | null
    /** Optional heading level for the heading. */
    level?: number | null
    classes?: string | null
    attributes?: Attributes | null
    /** HTML element for the heading – for example, `"p"`. */
    element?: string | null
  } | null
  text?: string | null
  html?: Html | null
  /** What is shown inside. */
  children?: ComponentChildren
  /** Optional variant of notification banner. */
  variant?: 'success' | 'alert' | 'region' | null
  /** Overrides the value of the `role` attribute for the notification banner. */
  role?: string | null
  /** If you set `variant` to `"success"`, or `role` to `"alert"`, JavaScript moves the keyboard focus to the notification banner when the page loads. */
  disableAutoFocus?: boolean | null
  classes?: string | null
  attributes?: Attributes | null
}

export interface PaginationProps {
  id?: string | null
  /** The items within the pagination component. */
  items?: readonly Maybe<{
    /** The pagination item text – usually a page number. */
    number?: string | null
    /** The accessible name for the pagination item, which will be applied to an `aria-label` and announced by screen readers on the pagination item link. */
    ariaLabel?: string | null
    /** The pagination item `href` attribute. */
    href?: string | null
    /** Set to `true` to indicate the current page the user is on. */
    current?: boolean | null
    /** Use this option if you want to specify an ellipsis at a given point between numbers. */
    ellipsis?: boolean | null
    attributes?: Attributes | null
  }>[] | null
  /** A link to the previous page, if there is a previous page. */
  previous?: {
    text?: string | null
    html?: Html | null
    /** The optional label that goes underneath the link to the previous page, providing further context for the user about where the link goes. */
    label?: string | Html | {
      text?: string | null
      html?: Html | null
    } | null
    /** The previous page's URL. */
    href: string
    attributes?: Attributes | null
  } | null
  /** A link to the next page, if there is a next page. */
  next?: {
    text?: string | null
    html?: Html | null
    /** The optional label that goes underneath the link to the next page, providing further context for the user about where the link goes. */
    label?: string | Html | {
      text?: string | null
      html?: Html | null
    } | null
    /** The next page's URL. */
    href: string
    attributes?: Attributes | null
  } | null
  /** The accessible name for the navigation landmark that wraps the pagination. */
  ariaLabel?: string | null
  classes?: string | null
  attributes?: Attributes | null
}

export interface PanelProps {
  id?: string | null
  /** Heading of the panel component. */
  heading: string | Html | Part<HeadingProps> & {
    id?: string | null
    text?: string | null
    html?: Html | null
    /** A visually hidden suffix added to the heading. */
    visuallyHiddenText?: string | null
    /** If set, the heading will become a link. */
    href?: string | null
    /** Optional caption for the heading. */
    caption?: Part<CaptionProps> | null
    /** Size of the heading – `"m"`, `"l"` or `"xl"`. */
    size?: 'm' | 'l' | 'xl' | null
    /** Optional heading level. */
    level?: number | null
    classes?: string | null
    attributes?: Attributes | null
  }
  text?: string | null
  html?: Html | null
  /** What is shown inside. */
  children?: ComponentChildren
  classes?: string | null
  attributes?: Attributes | null
  /** Optional variant of panel. */
  variant?: 'interruption' | null
}

export interface PasswordInputProps {
  id?: string | null
  /** The name of the input, which is submitted with the form data. */
  name: string
  /** Optional initial value of the input. */
  value?: string | number | null
  /** If `true`, input will be disabled. */
  disabled?: boolean | null
  /** One or more element IDs to add to the `aria-describedby` attribute, used to provide additional descriptive information for screenreader users. */
  describedBy?: string | null
  /** Options for the label component. */
  label: Part<LabelProps>
  /** Options for the hint component. */
  hint?: Part<HintProps> | null
  /** Options for the error message component. */
  errorMessage?: Part<ErrorMessageProps> | null
  /** Can be used to add a prefix to the password input component. */
  prefix?: {
    text?: string | null
    html?: Html | null
    classes?: string | null
    attributes?: Attributes | null
  } | null
  /** Can be used to add a suffix to the password input component. */
  suffix?: {
    text?: string | null
    html?: Html | null
    classes?: string | null
    attributes?: Attributes | null
  } | null
  /** If set to `true`, use a monospace font for codes or sequences. */
  code?: boolean | null
  /** Optional fixed width for the text input component – `2`, `3`, `4`, `5`, `10`, `20` or `30`. */
  width?: number | null
  /** If set to `true`, larger input size will be used. */
  large?: boolean | null
  /** Additional options for the form group containing the text input component. */
  formGroup?: {
    classes?: string | null
    attributes?: Attributes | null
    /** Content to add before the input used by the text input component. */
    beforeInput?: {
      text?: string | null
      html?: Html | null
    } | null
    /** Content to add after the input used by the text input component. */
    afterInput?: {
      text?: string | null
      html?: Html | null
    } | null
  } | null
  classes?: string | null
  /** Attribute to meet [WCAG success criterion 1.3.5: Identify input purpose](https://www.w3.org/WAI/WCAG22/Understanding/identify-input-purpose.html). */
  autocomplete?: string | null
  /** Additional options for the wrapping element containing the password input component. */
  inputWrapper?: {
    classes?: string | null
    attributes?: Attributes | null
  } | null
  attributes?: Attributes | null
  /** Button text when the password is hidden. */
  showPasswordText?: string | null
  /** Button text when the password is visible. */
  hidePasswordText?: string | null
  /** Button text exposed to assistive technologies, like screen readers, when the password is hidden. */
  showPasswordAriaLabel?: string | null
  /** Button text exposed to assistive technologies, like screen readers, when the password is visible. */
  hidePasswordAriaLabel?: string | null
  /** Announcement made to screen reader users when their password has become visible in plain text. */
  passwordShownAnnouncementText?: string | null
  /** Announcement made to screen reader users when their password has been obscured and is not visible. */
  passwordHiddenAnnouncementText?: string | null
  /** Optional object allowing customisation of the toggle button. */
  button?: Part<ButtonProps> & {
    /** Optional variant of password input button – `"brand"`, `"login"`, `"reverse"`, `"secondary"`, `"secondary-solid"` or `"warning"`. */
    variant?: 'brand' | 'login' | 'reverse' | 'secondary' | 'secondary-solid' | 'warning' | null
    classes?: string | null
  } | null
}

export interface RadiosProps {
  id?: string | null
  /** The fieldset used by the radios component. */
  fieldset?: Part<FieldsetProps> | null
  /** Can be used to add a hint to the radios component. */
  hint?: string | Html | Part<HintProps> | null
  /** Can be used to add an error message to the radios component. */
  errorMessage?: string | Html | Part<ErrorMessageProps> | null
  /** Additional options for the form group containing the radios component. */
  formGroup?: {
    classes?: string | null
    attributes?: Attributes | null
    /** Content to add before all radio items within the radios component. */
    beforeInputs?: {
      text?: string | null
      html?: Html | null
    } | null
    /** Content to add after all radio items within the radios component. */
    afterInputs?: {
      text?: string | null
      html?: Html | null
    } | null
  } | null
  /** Optional prefix. */
  idPrefix?: string | null
  /** The `name` attribute for the radio items. */
  name: string
  /** The radio items within the radios component. */
  items: readonly Maybe<{
    text?: string | null
    html?: Html | null
    id?: string | null
    /** The `value` attribute for the radio input. */
    value?: string | number | null
    /** The label used by each radio item within the radios component. */
    label?: string | Html | Part<LabelProps> | null
    /** Can be used to add a hint to each radio item within the radios component. */
    hint?: string | Html | Part<HintProps> | null
    /** Divider text to separate radio items, for example the text `"or"`. */
    divider?: string | null
    /** Whether the radio should be checked when the page loads. */
    checked?: boolean | null
    /** Provide additional content to reveal when the radio is checked. */
    conditional?: {
      html?: Html | null
    } | null
    /** If `true`, radio will be disabled. */
    disabled?: boolean | null
    classes?: string | null
    attributes?: Attributes | null
  }>[]
  /** The value for the radio which should be checked when the page loads. */
  value?: string | number | null
  /** If `true`, radio inputs used by the radios component will be disabled. */
  disabled?: boolean | null
  /** If set to `true`, small radios will be used. */
  small?: boolean | null
  /** If set to `true`, inline radios will be used. */
  inline?: boolean | null
  classes?: string | null
  attributes?: Attributes | null
}

export interface ScrollProps {
  id?: string | null
  /** One or more element IDs to add to the scrolling content `aria-labelledby` attribute, used to provide accessible names for screenreader users. */
  labelledBy?: string | null
  text?: string | null
  html?: Html | null
  /** What is shown inside. */
  children?: ComponentChildren
  /** Optional variant of scroll. */
  variant?: 'reverse' | null
  classes?: string | null
  attributes?: Attributes | null
}

export interface SearchInputProps {
  id?: string | null
  /** The name of the input, which is submitted with the form data. */
  name: string
  /** Type of input control, for example, an email input control. */
  type?: 'search' | null
  /** Optional value for [the `inputmode` attribute](https://developer.mozilla.org/en-US/docs/Web/HTML/Global_attributes/inputmode). */
  inputmode?: string | null
  /** Optional initial value of the input. */
  value?: string | number | null
  /** If `true`, input will be disabled. */
  disabled?: boolean | null
  /** One or more element IDs to add to the `aria-describedby` attribute, used to provide additional descriptive information for screenreader users. */
  describedBy?: string | null
  /** The label used by the search input component. */
  label: Part<LabelProps>
  /** Can be used to add a hint to a search input component. */
  hint?: Part<HintProps> | null
  /** Can be used to add an error message to the search input component. */
  errorMessage?: Part<ErrorMessageProps> | null
  /** Can be used to add a prefix to the search input component. */
  prefix?: {
    text?: string | null
    html?: Html | null
    classes?: string | null
    attributes?: Attributes | null
  } | null
  /** Can be used to add a suffix to the search input component. */
  suffix?: {
    text?: string | null
    html?: Html | null
    classes?: string | null
    attributes?: Attributes | null
  } | null
  /** If set to `true`, use a monospace font for codes or sequences. */
  code?: boolean | null
  /** Optional fixed width for the search input component – `2`, `3`, `4`, `5`, `10`, `20` or `30`. */
  width?: number | null
  /** If set to `true`, larger input size will be used. */
  large?: boolean | null
  /** Additional options for the form group containing the search input component. */
  formGroup?: {
    classes?: string | null
    attributes?: Attributes | null
    /** Content to add before the input used by the search input component. */
    beforeInput?: {
      text?: string | null
      html?: Html | null
    } | null
    /** Content to add after the input used by the search input component. */
    afterInput?: {
      text?: string | null
      html?: Html | null
    } | null
  } | null
  classes?: string | null
  /** Attribute to meet [WCAG success criterion 1.3.5: Identify input purpose](https://www.w3.org/WAI/WCAG22/Understanding/identify-input-purpose.html), for instance `"bday-day"`. */
  autocomplete?: string | null
  /** Attribute to provide placeholder text for the search input. */
  placeholder?: string | null
  /** Optional field to enable or disable the `spellcheck` attribute on the search input. */
  spellcheck?: boolean | null
  /** Optional field to enable or disable autocapitalisation of user input. */
  autocapitalize?: string | null
  /** Additional options for the wrapping element containing the search input component. */
  inputWrapper?: {
    classes?: string | null
    attributes?: Attributes | null
  } | null
  attributes?: Attributes | null
  /** Optional object allowing customisation of the search button. */
  button?: Part<ButtonProps> & {
    /** Optional variant of search button – `"brand"`, `"login"`, `"reverse"`, `"secondary"`, `"secondary-solid"` or `"warning"`. */
    variant?: 'brand' | 'login' | 'reverse' | 'secondary' | 'secondary-solid' | 'warning' | null
    classes?: string | null
    /** Button text exposed to assistive technologies, like screen readers, when only an icon is used. */
    ariaLabel?: string | null
    /** Can be used to add an icon to the search button. */
    icon?: {
      /** Icon name for the button – for example, `"search"`, `"arrow-right"`, `"plus"` or `"minus"`. */
      name?: string | null
      html?: Html | null
      /** Placement of the icon within the button – `"start"` or `"end"`. */
      placement?: string | null
    } | null
  } | null
}

export interface SelectProps {
  id?: string | null
  /** The `name` attribute for the select. */
  name: string
  /** The items within the select component. */
  items: readonly Maybe<{
    /** The `value` attribute for the option. */
    value?: string | number | null
    text?: string | null
    /** Divider line used to separate option items. */
    divider?: boolean | null
    /** Whether the option should be selected when the page loads. */
    selected?: boolean | null
    /** Sets the option item as disabled. */
    disabled?: boolean | null
    attributes?: Attributes | null
  }>[]
  /** The value for the option which should be selected. */
  value?: string | number | null
  /** If `true`, select will be disabled. */
  disabled?: boolean | null
  /** One or more element IDs to add to the `aria-describedby` attribute, used to provide additional descriptive information for screenreader users. */
  describedBy?: string | null
  /** The label used by the select component. */
  label: string | Html | Part<LabelProps>
  /** Can be used to add a hint to the select component. */
  hint?: string | Html | Part<HintProps> | null
  /** Can be used to add an error message to the select component. */
  errorMessage?: string | Html | Part<ErrorMessageProps> | null
  /** Additional options for the form group containing the select component. */
  formGroup?: {
    classes?: string | null
    attributes?: Attributes | null
    /** Content to add before the select used by the select component. */
    beforeInput?: {
      text?: string | null
      html?: Html | null
    } | null
    /** Content to add after the select used by the select component. */
    afterInput?: {
      text?: string | null
      html?: Html | null
    } | null
  } | null
  classes?: string | null
  /** If any of `formGroup.beforeInput` or `formGroup.afterInput` have a value, a wrapping element is added around the select and inserted content. */
  inputWrapper?: {
    classes?: string | null
    attributes?: Attributes | null
  } | null
  attributes?: Attributes | null
}

export interface SkipLinkProps {
  id?: string | null
  text?: string | null
  html?: Html | null
  /** What is shown inside. */
  children?: ComponentChildren
  /** The skip link `href` attribute. */
  href?: string | null
  classes?: string | null
  attributes?: Attributes | null
}

export interface SummaryListProps {
  id?: string | null
  /** If set to `false`, remove separating borders from all rows. */
  border?: boolean | null
  /** If set to `false`, remove separating border from the last row. */
  lastRowBorder?: boolean | null
  /** The rows within the summary list component. */
  rows: readonly Maybe<{
    id?: string | null
    classes?: string | null
    attributes?: Attributes | null
    /** If set to `false`, remove separating border from the row. */
    border?: boolean | null
    /** The reference content (key) for each row item in the summary list component. */
    key: {
      id?: string | null
      text?: string | null
      html?: Html | null
      /** Specify the key wrapper width. */
      width?: string | number | null
      classes?: string | null
      attributes?: Attributes | null
    }
    /** The value for each row item in the summary list component. */
    value: {
      id?: string | null
      text?: string | null
      html?: Html | null
      /** Specify the value wrapper width. */
      width?: string | number | null
      classes?: string | null
      attributes?: Attributes | null
    }
    /** The action link content for each row item in the summary list component. */
    actions?: {
      /** The action link items within the row item of the summary list component. */
      items?: readonly Maybe<{
        id?: string | null
        text?: string | null
        html?: Html | null
        /** Actions rely on context from the surrounding content so may require additional accessible text. */
        visuallyHiddenText?: string | null
        /** Name for the action as a button. */
        name?: string | null
        /** Type of action as a button – `"button"`, `"submit"` or `"reset"`. */
        type?: 'button' | 'submit' | 'reset' | null
        /** The `value` attribute for the action as a button. */
        value?: string | number | null
        /** The action `href` attribute. */
        href?: string | null
        classes?: string | null
        attributes?: Attributes | null
      }>[] | null
      /** Specify the actions wrapper width. */
      width?: string | number | null
      classes?: string | null
      attributes?: Attributes | null
    } | null
  }>[]
  html?: Html | null
  /** What is shown inside. */
  children?: ComponentChildren
  /** Can be used to wrap a card around the summary list component. */
  card?: Part<CardProps> | null
  classes?: string | null
  attributes?: Attributes | null
}

export interface TableProps {
  id?: string | null
  /** If set to `false`, remove separating borders from all rows. */
  border?: boolean | null
  /** If set to `false`, remove separating border from the last row. */
  lastRowBorder?: boolean | null
  /** Array of table rows and cells. */
  rows: readonly (readonly Maybe<string | Html | {
    text?: string | null
    html?: Html | null
    /** A visually hidden suffix added to the table cell. */
    visuallyHiddenText?: string | null
    /** If set, the table cell will become a link. */
    href?: string | null
    /** Specify format of a cell – `"numeric"` or `"string"`. */
    format?: string | null
    /** Sort value text for cells in table rows. */
    sortValue?: string | null
    /** Specify how many columns a cell spans. */
    colspan?: number | null
    /** Specify how many rows a cell spans. */
    rowspan?: number | null
    /** Specify the table cell alignment – `"left"`, `"centre"`, or `"right"`. */
    align?: string | null
    /** Specify the table cell width. */
    width?: string | number | null
    classes?: string | null
    attributes?: Attributes | null
  }>[])[]
  /** Array of table head cells. */
  head?: readonly Maybe<string | Html | {
    text?: string | null
    html?: Html | null
    /** A visually hidden suffix added to the table head cell. */
    visuallyHiddenText?: string | null
    /** If set, the table header will become a link for server-side table sorting. */
    href?: string | null
    /** Specify format of a cell – `"numeric"` or `"string"`. */
    format?: string | null
    /** Specify how many columns a cell spans. */
    colspan?: number | null
    /** Specify how many rows a cell spans. */
    rowspan?: number | null
    /** Specify the table head cell alignment – `"left"`, `"centre"`, or `"right"`. */
    align?: string | null
    /** Specify the table head cell width. */
    width?: string | number | null
    classes?: string | null
    attributes?: Attributes | null
    /** The sort direction applied to the column using `aria-sort` – `"ascending"`, `"descending"`, `"none"` or `true`. */
    sort?: string | null
    /** The next sort direction applied to the column using `aria-sort` when clicked – `"ascending"` or `"descending"`. */
    sortNext?: string | null
  }>[] | null
  /** Table caption. */
  caption?: string | Html | Part<HeadingProps> & {
    id?: string | null
    text?: string | null
    html?: Html | null
    /** Message made available to assistive technologies to describe that the table is sortable. */
    visuallyHiddenText?: string | null
    /** Optional caption for the table caption. */
    caption?: string | Html | Part<CaptionProps> | null
    /** Size of the table caption – `"s"`, `"m"`, `"l"` or `"xl"`. */
    size?: 's' | 'm' | 'l' | 'xl' | null
    classes?: string | null
    attributes?: Attributes | null
  } | null
  /** If set to `true`, first cell in table row will be a `th` instead of a `td`. */
  firstCellIsHeader?: boolean | null
  /** If set to `true`, vertical padding will be reduced for table cells. */
  compact?: boolean | null
  /** If set to `true`, responsive table classes will be applied. */
  responsive?: boolean | null
  /** If set to `true`, wrap a scrolling container around the table component. */
  scroll?: boolean | null
  /** If set to `true`, striped background colours will be applied to table rows. */
  striped?: boolean | null
  /** Optional variant of table. */
  variant?: 'reverse' | null
  /** Can be used to wrap a card around the table component. */
  card?: Part<CardProps> | null
  classes?: string | null
  attributes?: Attributes | null
  /** Text for columns in ascending sort order, used to populate the `%{direction}` placeholder in `sortAnnouncementText`. */
  ascendingText?: string | null
  /** Text for columns in descending sort order, used to populate the `%{direction}` placeholder in `sortAnnouncementText`. */
  descendingText?: string | null
  /** Announcement made to screen reader users when a table column has been sorted. */
  sortAnnouncementText?: string | null
}

export interface TabsProps {
  id?: string | null
  /** Optional prefix. */
  idPrefix?: string | null
  /** Visually hidden heading for the tabs contents list items. */
  visuallyHiddenText?: string | null
  /** Array of tab items. */
  items: readonly Maybe<{
    id?: string | null
    /** The text label of a tab item. */
    label: string
    attributes?: Attributes | null
    /** Content for the tab panel. */
    panel: {
      text?: string | null
      html?: Html | null
      attributes?: Attributes | null
    }
  }>[]
  classes?: string | null
  attributes?: Attributes | null
}

export interface TagProps {
  id?: string | null
  text?: string | null
  html?: Html | null
  /** What is shown inside. */
  children?: ComponentChildren
  classes?: string | null
  attributes?: Attributes | null
  /** Optional colour modifier for the tag – `"white"`, `"grey"`, `"green"`, `"aqua-green"`, `"blue"`, `"purple"`, `"pink"`, `"red"`, `"orange"` or `"yellow"`. */
  colour?: 'white' | 'grey' | 'green' | 'aqua-green' | 'blue' | 'purple' | 'pink' | 'red' | 'orange' | 'yellow' | false | null
  /** If set to `false`, remove border from the tag. */
  border?: boolean | null
}

export interface TaskListProps {
  id?: string | null
  classes?: string | null
  attributes?: Attributes | null
  /** Optional prefix. */
  idPrefix?: string | null
  /** The items for each task within the task list component. */
  items: readonly Maybe<{
    /** The main heading for the task within the task list component. */
    heading?: string | Html | Part<HeadingProps> & {
      id?: string | null
      text?: string | null
      html?: Html | null
      /** A visually hidden suffix added to the heading. */
      visuallyHiddenText?: string | null
      classes?: string | null
      attributes?: Attributes | null
    } | null
    /** Can be used to add a hint to each task within the task list component. */
    hint?: string | Html | {
      text?: string | null
      html?: Html | null
    } | null
    /** The status for each task within the task list component. */
    status: string | Html | {
      /** Can be used to add a tag to the status of the task within the task list component. */
      tag?: Part<TagProps> | null
      text?: string | null
      html?: Html | null
      classes?: string | null
    }
    /** The value of the link's `href` attribute for the task list item. */
    href?: string | null
    classes?: string | null
  }>[]
}

export interface TextareaProps {
  id?: string | null
  /** The name of the textarea, which is submitted with the form data. */
  name: string
  /** Optional field to enable or disable the `spellcheck` attribute on the textarea. */
  spellcheck?: boolean | null
  /** Optional number of textarea rows (default is 5 rows). */
  rows?: string | number | null
  /** Optional initial value of the textarea. */
  value?: string | number | null
  /** If `true`, textarea will be disabled. */
  disabled?: boolean | null
  /** One or more element IDs to add to the `aria-describedby` attribute, used to provide additional descriptive information for screenreader users. */
  describedBy?: string | null
  /** The label used by the textarea component. */
  label: string | Html | Part<LabelProps>
  /** Can be used to add a hint to the textarea component. */
  hint?: string | Html | Part<HintProps> | null
  /** Can be used to add an error message to the textarea component. */
  errorMessage?: string | Html | Part<ErrorMessageProps> | null
  /** Additional options for the form group containing the textarea component. */
  formGroup?: {
    classes?: string | null
    attributes?: Attributes | null
    /** Content to add before the textarea used by the textarea component. */
    beforeInput?: {
      text?: string | null
      html?: Html | null
    } | null
    /** Content to add after the textarea used by the textarea component. */
    afterInput?: {
      text?: string | null
      html?: Html | null
    } | null
  } | null
  classes?: string | null
  /** Attribute to meet [WCAG success criterion 1.3.5: Identify input purpose](https://www.w3.org/WAI/WCAG22/Understanding/identify-input-purpose.html), for instance `"street-address"`. */
  autocomplete?: string | null
  attributes?: Attributes | null
}

export interface WarningCalloutProps {
  id?: string | null
  /** Heading to be used on the warning callout. */
  heading?: string | Html | Part<HeadingProps> & {
    id?: string | null
    text?: string | null
    html?: Html | null
    /** A visually hidden suffix added to the heading. */
    visuallyHiddenText?: string | null
    /** Optional heading level for the heading. */
    level?: number | null
    classes?: string | null
    attributes?: Attributes | null
  } | null
  text?: string | null
  html?: Html | null
  /** Can be used to add actions to the warning callout. */
  actions?: {
    /** Array of actions as links for use in the warning callout. */
    items?: readonly Maybe<{
      id?: string | null
      text?: string | null
      html?: Html | null
      /** Actions rely on context from the surrounding content so may require additional accessible text. */
      visuallyHiddenText?: string | null
      /** Name for the action as a button. */
      name?: string | null
      /** Type of action as a button – `"button"`, `"submit"` or `"reset"`. */
      type?: 'button' | 'submit' | 'reset' | null
      /** The `value` attribute for the action as a button. */
      value?: string | number | null
      /** The action `href` attribute. */
      href?: string | null
      classes?: string | null
      attributes?: Attributes | null
    }>[] | null
    classes?: string | null
  } | null
  /** What is shown inside. */
  children?: ComponentChildren
  classes?: string | null
  attributes?: Attributes | null
  /** A visually hidden prefix used before the heading. */
  visuallyHiddenText?: string | null
}
