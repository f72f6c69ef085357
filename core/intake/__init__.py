"""Files from outside, taken for hostile: typed tables out, every problem with its place."""
