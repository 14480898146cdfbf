// Answers have all their fields, requests those that the caller wants to send.

type Part<T> = T extends (infer Item)[]
  ? Part<Item>[]
  : T extends object
    ? { [Key in keyof T]?: Part<T[Key]> }
    : T;

type LoosenedContent<Content> = { content: { [Type in keyof Content]: Part<Content[Type]> } };

// A body that may be left out altogether is there as `requestBody?`, and where there is none as never.
type LoosenedOperation<Operation> = Operation extends { requestBody: { content: infer Content } }
  ? Omit<Operation, "requestBody"> & { requestBody: LoosenedContent<Content> }
  : Operation extends { requestBody?: infer Body }
    ? NonNullable<Body> extends { content: infer Content }
      ? [NonNullable<Body>] extends [never]
        ? Operation
        : Omit<Operation, "requestBody"> & { requestBody?: LoosenedContent<Content> }
      : Operation
    : Operation;

/** The paths of the schema, with bodies of requests of which any field may be left out. */
export type Loosened<Paths> = {
  [Path in keyof Paths]: { [Method in keyof Paths[Path]]: LoosenedOperation<Paths[Path][Method]> };
};
