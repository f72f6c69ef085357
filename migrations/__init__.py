"""The shape of the disk, as numbered steps; configured from code by `core.storage.schema`."""
