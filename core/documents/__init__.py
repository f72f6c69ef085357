"""Tables and values in, bytes out: sheets, papers, charts. Heavy libraries are imported when they are needed."""
