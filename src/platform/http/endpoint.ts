/**
 * One way in or out of the house, as data: routes, the OpenAPI document and the web's typed client all come from it.
 * Contracts are made of these and are read by the browser, so nothing here may need Node.
 */
import { z } from 'zod'
import type { Post } from '../../kernel/viewer.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Who may call at all. What they see and may do there is for `decide` and the queries to say. */
export type Access = 'anyone' | 'petitioner' | 'staff' | 'petitioner-or-staff' | readonly Post[]

export interface Bilingual {
  readonly zh: string
  readonly en: string
}

/** A stricter pace for what can be guessed at: logging in, and looking a petition up by its number and key. */
export type GuessedPace = 'login' | 'lookup'
/** And for what a stranger leaves with the house for good: a registration is never deleted, and tells somebody by telephone. */
export type Pace = 'ordinary' | 'registration' | GuessedPace

export interface EndpointDefinition {
  /** `room.verb`, unique: `petition.register`. The part before the first dot groups it in the documentation. */
  readonly id: string
  readonly method: Method
  /** `/api/petitions/:number/transfer` */
  readonly path: string
  readonly access: Access
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  /** An allow-list: what is not named here never leaves. `z.void()` answers 204; `fileReply()` sends a file. */
  readonly response: z.ZodType
  /** Kinds of refusal that can be answered, for the documentation. */
  readonly refusals?: readonly string[]
  readonly summary: Bilingual
  /** 200 unless said; 204 for `z.void()`. */
  readonly status?: 200 | 201 | 202
  readonly pace?: Pace
  /** Pages of any other site, and pages that are opened from a disk, may read the answer: it is the same for everybody. */
  readonly readableFrom?: 'anywhere'
  /** Largest body, in bytes; a megabyte unless said. */
  readonly bodyLimitBytes?: number
  /** `Idempotency-Key`: without it a command that can be repeated by accident is refused, or merely not protected. */
  readonly idempotencyKey?: 'required' | 'optional'
  /** `If-Match: "version"`. */
  readonly ifMatch?: 'required' | 'optional'
  /** A multipart upload instead of a JSON body; its text fields are parsed by `body`. */
  readonly upload?: UploadLimits
}

export interface UploadLimits {
  /** Most files in one request. */
  readonly files: number
  /** Largest file, in bytes; 20 MB unless said. */
  readonly fileLimitBytes?: number
}

/** Declares an endpoint, keeping its exact types. */
export const endpoint = <const E extends EndpointDefinition>(definition: E): E => definition

/** What the commands to one kind of thing have in common. */
interface CommandsTo<Room, Path, Who, Params, Response> {
  /** Before the first dot of their ids. */
  readonly room: Room
  /** Where the thing itself is: `/api/tasks/:task`. */
  readonly path: Path
  readonly access: Who
  readonly params: Params
  readonly response: Response
}

/** Declares commands to one kind of thing: each goes to an address of its own under the thing's, and all are answered alike. */
export const commandsTo =
  <
    const Room extends string,
    const Path extends string,
    const Who extends Access,
    Params extends z.ZodType,
    Response extends z.ZodType,
  >({
    room,
    path,
    access,
    params,
    response,
  }: CommandsTo<Room, Path, Who, Params, Response>) =>
  <const Id extends string, Body extends z.ZodType>(id: Id, summary: Bilingual, body: Body) =>
    endpoint({
      id: `${room}.${id}`,
      method: 'POST',
      path: `${path}/${id}`,
      access,
      summary,
      params,
      body,
      ifMatch: 'optional',
      idempotencyKey: 'optional',
      response,
    })

type InputOf<S> = S extends z.ZodType ? z.input<S> : undefined
type OutputOf<S> = S extends z.ZodType ? z.output<S> : undefined
type Part<E, Name extends string> = Name extends keyof E ? E[Name] : undefined

/** What a client sends. Parts that the endpoint does not have are `undefined`. */
export interface Input<E extends EndpointDefinition> {
  readonly params: InputOf<Part<E, 'params'>>
  readonly query: InputOf<Part<E, 'query'>>
  readonly body: InputOf<Part<E, 'body'>>
}

/** What a handler gets, parsed. */
export interface Parsed<E extends EndpointDefinition> {
  readonly params: OutputOf<Part<E, 'params'>>
  readonly query: OutputOf<Part<E, 'query'>>
  readonly body: OutputOf<Part<E, 'body'>>
}

/** What a handler gives; more than the schema names is left behind. */
export type Reply<E extends EndpointDefinition> = z.input<E['response']>

/** What a client receives. */
export type Received<E extends EndpointDefinition> = z.output<E['response']>

/** A file that goes out: always as an attachment, never shown by the browser as a page of ours. */
export interface OutgoingFile {
  readonly stream: AsyncIterable<Uint8Array>
  readonly name: string
  readonly type: string
  readonly lengthBytes?: number
}

const files = new WeakSet<z.ZodType>()

/** The response of an endpoint that sends a file. */
export function fileReply(): z.ZodType<OutgoingFile> {
  const schema = z.custom<OutgoingFile>((value) => typeof value === 'object' && value !== null && 'stream' in value)
  files.add(schema)
  return schema
}

export const isFileReply = (schema: z.ZodType): boolean => files.has(schema)
