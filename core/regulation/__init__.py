"""The regulation texts as rows of data, and the loader that reads them."""
