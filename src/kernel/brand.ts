declare const brand: unique symbol

/** A primitive that only its parser can make, so that inside the house it can be trusted. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name }
