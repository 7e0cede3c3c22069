/** An address made of a title: small letters, digits and hyphens, 60 at most. Empty where the title has none of these. */
export const slugOf = (title: string) =>
  title
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{Mark}|['’]/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, '')
