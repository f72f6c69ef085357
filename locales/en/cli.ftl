### The command line: diary …

cli-about = A school's electronic journal and diary in Telegram.
cli-command = command
cli-run = start the bot: needs BOT_TOKEN
cli-or-sandbox = without BOT_TOKEN open the demo school in the browser
cli-sandbox = open the demo school in the browser: no Telegram, no token
cli-check = check settings, clock, disk space and database
cli-check-online = ask Telegram as well: is the token right, is the clock exact
cli-no-token = BOT_TOKEN is not set. Get a token from @BotFather and write the line BOT_TOKEN=… into the file .env – or start “diary sandbox”: a demo school in the browser.
cli-sandbox-ready = The demo school is open: { $url } (stop with Ctrl+C)
