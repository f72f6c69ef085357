"""The demo school of the sandbox: an invented school, imported and then lived through the program's own use cases."""
