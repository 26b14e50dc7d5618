/** Where a check is stated: facts of the semantics (`S-067`) or the page or function of the API that makes it. */
export type Source = string;
