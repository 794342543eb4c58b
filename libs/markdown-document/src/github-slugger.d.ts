declare module 'github-slugger' {
  class Slugger {
    /** The slug of a title; one that was given before gets a number. */
    slug(title: string): string;
  }
  export = Slugger;
}
