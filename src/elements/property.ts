import type { LitElement, PropertyDeclaration } from 'lit';

/**
 * Makes a field a property of the element, as Lit's decorator of the same name does. That one also knows
 * standard decorators, which nothing here uses (see `experimentalDecorators`) and every page would load.
 */
export const property =
  (options?: PropertyDeclaration) =>
  (prototype: object, name: string): void =>
    (prototype.constructor as typeof LitElement).createProperty(name, options);
