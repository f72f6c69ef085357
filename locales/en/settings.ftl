### Settings that cannot be used. $name is the setting's name as in the file .env.

settings-token = { $name }: this does not look like a bot's token. @BotFather gives tokens; they look like 123456789:AAF…
settings-url = { $name }: a full address is needed, for example https://api.telegram.org
settings-webhook-https = { $name }: Telegram only delivers to an address that begins with https://
settings-webhook-secret = { $name }: 1 to 256 characters, only Latin letters, digits, _ and -
settings-webhook-secret-missing = { $name }: WEBHOOK_URL is set, the secret is not. Without it anybody who learns the address could write in other people's names. Make up a long random string.
settings-pepper = { $name }: at least 32 characters are needed. It may be left out: then a secret is made in a file.
settings-proxy = { $name }: a proxy's address looks like socks5://user:password@host:port or http://host:port
settings-database = { $name }: sqlite:///folder/file.db or postgresql://user:password@host/database
settings-listen = { $name }: host and port are needed, for example 127.0.0.1:8080
settings-log-level = { $name }: one of DEBUG, INFO, WARNING, ERROR
settings-language = { $name }: ru or en
settings-value = { $name }: this value does not fit.
