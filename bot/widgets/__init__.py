"""Parts of screens that several families use: pager, month to pick a day from, fitting into one message."""
