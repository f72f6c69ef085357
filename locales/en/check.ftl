### diary check: what is right and what is not.

check-good = ✓ { $text }
check-note = • { $text }
check-bad = ✗ { $text }
check-verdict-good = Everything is ready.
check-verdict-sandbox = Everything is ready for the school to try out: “diary sandbox”. For Telegram, add a line BOT_TOKEN=… to .env
check-verdict-bad = Mend the lines with ✗ and run “diary check” again.

check-unknown-name = The file .env has { $name }: there is no such setting. Is it a slip?

check-token-none = No token: “diary run” will not start, “make run” opens the demo school. @BotFather gives tokens.
check-token-shape = BOT_TOKEN does not look like one of Telegram's. Copy it from @BotFather whole, with the digits and the colon.
check-token-shape-good = The token looks right.

check-clock-good = Clock: { $now }.
check-clock-behind = The clock is behind: it says { $now }, but the database was written later. Switch on exact time (timedatectl set-ntp true), or every deadline will be wrong.
check-clock-off = The clock differs from Telegram's by { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
}. Switch on exact time (timedatectl set-ntp true), or every deadline will be wrong.
check-zones = There is no data on time zones. Install again: make setup.

check-disk = Disk space: { $megabytes } MB free in { $folder }.
check-disk-full = The disk is almost full: { $megabytes } MB in { $folder }. Free 2 GB at least.
check-folder-closed = The folder { $folder } cannot be written to. Give rights to the user that the bot runs as.

check-pepper-given = The secret of the invitation codes is set in INVITE_PEPPER.
check-pepper-good = The secret of the invitation codes lies in { $file }, closed to others.
check-pepper-later = The secret of the invitation codes will be made at the first start: { $file }. Keep a copy of it apart from the copies of the database.
check-pepper-open = Others can read the file { $file }. Close it: chmod 600 { $file }

check-database-good = The database is in order, version { $revision }.
check-database-later = There is no database yet: it will be made at the first start in { $file }.
check-database-older = The database is of an earlier version: it brings itself up to { $newest } at the start. Make a backup first.
check-database-newer = The database was made by a newer program (version { $revision }). Update the program: an older one could spoil records.
check-database-closed = The database cannot be opened: { $fault }. Check DATABASE_URL.
check-database-damaged = The database is damaged: { $damage }. Stop the bot and restore the last backup.
check-database-setting = The database runs with a dangerous setting { $name }. Update the program or tell its developers.

check-online-good = Telegram answers, the token belongs to the bot @{ $name }.
check-online-refused = Telegram does not accept this token. Get a new one from @BotFather (command /token).
check-online-unreachable = Telegram cannot be reached ({ $fault }). Check the network; where it is closed, set TELEGRAM_PROXY.
