/** All of it is read when it is asked for. */
export type MirrorMapper = object;
