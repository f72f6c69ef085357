# `diary backup` and `diary restore`.

cli-backup = make a checked copy of the database while the bot runs
cli-restore = bring the database back from a copy (the bot must be stopped)
cli-backup-file = the copy's file
cli-backup-done = The copy is ready and checked: { $file }. Keep it away from this computer.
cli-restore-done = The database was restored from { $file }. Now start the bot.
cli-restore-kept = The replaced database is kept beside it: { $file }. Delete it once you have seen that all is there.
cli-restore-in-use = The database is in use: the bot still runs. Stop it and try again; nothing was changed.
cli-backup-server = The database is on a PostgreSQL server: its own program pg_dump makes the copy.
cli-backup-missing = There is no file { $file }. Check the path.
cli-backup-damaged = The copy is damaged; the database was not touched. Take an older copy.
cli-backup-failed = The file could not be written ({ $reason }). Check disk space and permissions.
