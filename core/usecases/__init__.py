"""One async function per action: authorise, load, decide, write. A module per chapter of the requirements."""
