/** Types of site-address.mjs for the tests. */
export declare function siteAddress(given?: string): string;
