// Replaced by the version of the package when it is built; the sources of the repository have none of their own.
declare const __FIXPOINT_VERSION__: string | undefined;

/** The version of the product, as `fixpoint --version-of-fixpoint` prints it. */
export const PRODUCT_VERSION =
  typeof __FIXPOINT_VERSION__ === 'string' ? __FIXPOINT_VERSION__ : '0.0.0-source';
