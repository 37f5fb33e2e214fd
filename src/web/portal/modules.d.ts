/** The bundler takes style sheets; the compiler must only know that they are there. */
declare module '*.css'
