/** 一键批示: a template with who and by when filled in. */

export const filled = (text: string, organ: string, day: string): string =>
  text.replaceAll('{organ}', organ).replaceAll('{day}', day)
