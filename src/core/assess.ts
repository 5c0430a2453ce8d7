/** The straight line from grid to result; the only file that knows the order. Written to be read first. */
