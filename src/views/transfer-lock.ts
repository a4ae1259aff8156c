/** The lock of trunks that may not move, as a path 10 wide and 14 high. */
export const LOCK = 'M2,6V4.2a3,3 0 0 1 6,0V6M1,6h8v6h-8z';
