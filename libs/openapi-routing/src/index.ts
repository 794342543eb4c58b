export { routeTable, type Claim, type Match, type RouteTable } from './route-table';
export { basePathsOf } from './base-paths';
export { responseFor, type DeclaredResponse } from './responses';
export { isJsonType, matchMediaType, mediaTypesOf, typeOf, type MediaType } from './media-types';
