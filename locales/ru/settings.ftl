### Настройки, которые не годятся. $name – имя настройки, как в файле .env.

settings-token = { $name }: это не похоже на токен бота. Токен выдаёт @BotFather, он выглядит так: 123456789:AAF…
settings-url = { $name }: нужен полный адрес, например https://api.telegram.org
settings-webhook-https = { $name }: Телеграм присылает сообщения только на адрес, который начинается с https://
settings-webhook-secret = { $name }: от 1 до 256 знаков, только латинские буквы, цифры, _ и -
settings-webhook-secret-missing = { $name }: задан WEBHOOK_URL, а секрета нет. Без секрета любой, кто узнает адрес, сможет писать от чужого имени. Придумайте длинную случайную строку.
settings-pepper = { $name }: нужно не меньше 32 знаков. Можно и не задавать: тогда секрет будет создан в файле.
settings-proxy = { $name }: адрес прокси выглядит так: socks5://имя:пароль@узел:порт или http://узел:порт
settings-database = { $name }: годятся sqlite:///папка/файл.db и postgresql://имя:пароль@узел/база
settings-listen = { $name }: нужны узел и порт, например 127.0.0.1:8080
settings-log-level = { $name }: одно из слов DEBUG, INFO, WARNING, ERROR
settings-language = { $name }: ru или en
settings-value = { $name }: это значение не подходит.
