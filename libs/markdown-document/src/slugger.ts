// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- the package has no types, and every program that compiles this file needs them
/// <reference path="./github-slugger.d.ts" />
import Slugger from 'github-slugger';

/** Gives the titles of one document their anchors by GitHub's rule: the second of the same name gets a number. */
export function createSlugger(): (title: string) => string {
  const slugger = new Slugger();
  return (title) => slugger.slug(title);
}
