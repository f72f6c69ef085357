# `diary regulation`.

regulation-about = регламенты: кто, что и к какому сроку делает
regulation-show = показать все строки регламента
regulation-diff = сравнить два регламента
regulation-json = вывести JSON для других программ
regulation-name-moscow-region = Московская область
regulation-name-school-14 = Порядок школы № 14
regulation-name-antsir = Положение и регламенты сельской школы
regulation-name-sgo = Положение о журнале
regulation-heading = { $name }: обязанности – { $duties }, разрешения и запреты – { $permissions }, права семей – { $rights }
regulation-duty = – { $title }: { $term } [{ $clause }]
regulation-aim = лучше { $aim }, предел – { $limit }
regulation-also = Либо { $others }
regulation-each = Каждый сам: { $holders }
regulation-recommended = Рекомендация
regulation-exempt = Не нужно, если школа раньше работала в «Дневник.ру»
regulation-allowed = Можно
regulation-forbidden = Нельзя
regulation-rights = Что узнаёт семья
regulation-line = – { $title }: { $holders } [{ $clause }]
regulation-conventions = Как считаются сроки
regulation-convention-days = «N дней» – календарные дни: день урока или события не считается, последний день идёт до конца, до полуночи.
regulation-convention-working = Рабочие дни – дни сотрудников: будни без государственных праздников; каникулы и перенесённая суббота считаются.
regulation-convention-ahead = «За N дней до» – до конца N-го дня перед событием; «до N-го числа» – включая этот день.
regulation-convention-cycles = Неделя кончается в воскресенье; «каждый месяц» – до последнего дня месяца; срок в месяц от даты кончается в тот же день следующего месяца.
regulation-convention-earlier = Если в тексте два срока для одного дела, действует более ранний.
regulation-convention-holidays = Срок не переносится из-за выходных и праздников, если текст не говорит иного.
regulation-convention-done = Сделано – когда запись есть в журнале; чего журнал не видит, то подтверждает исполнитель.
regulation-same = Различий нет.
regulation-only = Есть только здесь: { $name }
regulation-differs = Сроки и исполнители различаются
regulation-side = { $name }: { $term }; { $holders } [{ $clause }]

## Кто

regulation-holder-teacher = учитель
regulation-holder-class-teacher = классный руководитель
regulation-holder-deputy = завуч
regulation-holder-head = директор
regulation-holder-administrator = администратор
regulation-holder-psychologist = психолог, социальный педагог
regulation-holder-student = ученик
regulation-holder-guardian = родитель
regulation-holder-working-group = рабочая группа
regulation-holder-secretary = секретарь
regulation-holder-inspector = проверяющий
regulation-holder-system = система

## Сроки; события – в родительном падеже

regulation-days = { $days } { $days ->
    [one] дня
    [few] дней
   *[many] дней
}
regulation-days-ahead = { $days } { $days ->
    [one] день
    [few] дня
   *[many] дней
}
regulation-working-days = { $days } { $days ->
    [one] рабочего дня
    [few] рабочих дней
   *[many] рабочих дней
}
regulation-working-days-ahead = { $days } { $days ->
    [one] рабочий день
    [few] рабочих дня
   *[many] рабочих дней
}
regulation-hours = { $hours } { $hours ->
    [one] часа
    [few] часов
   *[many] часов
}

regulation-term-lesson-day-at = в день урока, не позднее { $at }
regulation-term-lesson-day-end = до конца дня урока
regulation-term-hours-after-classes = в течение { regulation-hours } после последнего урока класса
regulation-term-days-after-lesson = в течение { regulation-days } после урока
regulation-term-working-days-after-lesson = в течение { regulation-working-days } после урока
regulation-term-days-before-lesson = за { regulation-days-ahead } до урока
regulation-term-check-day-end = в день, когда закончена проверка работы
regulation-term-days-after-period-end = в течение { regulation-days } после конца периода
regulation-term-days-before-period-end = не позднее чем за { regulation-days-ahead } до конца периода
regulation-term-on-period-end = в последний день периода
regulation-term-days-before-period-start = за { regulation-days-ahead } до начала периода
regulation-term-once-per-period = один раз за период
regulation-term-days-before-year-start = { $days ->
    [1] до начала учебного года
   *[other] за { regulation-days-ahead } до начала учебного года
}
regulation-term-days-after-year-start = { $days ->
    [0] в первый день учебного года
   *[other] в течение { regulation-days } после начала учебного года
}
regulation-term-days-before-year-end = за { regulation-days-ahead } до конца учебного года
regulation-term-days-after-year-end = в течение { regulation-days } после конца учебного года
regulation-term-on-year-end = в последний день учебного года
regulation-term-fixed-date = до { $date } включительно
regulation-term-daily = каждый день
regulation-term-weekly = каждую неделю
regulation-term-weekly-ahead = каждую неделю – на следующую
regulation-term-monthly = каждый месяц
regulation-term-yearly = каждый год
regulation-term-hours-after-event = в течение { regulation-hours } после { $event }
regulation-term-days-after-event = в течение { regulation-days } после { $event }
regulation-term-working-days-after-event = в течение { regulation-working-days } после { $event }
regulation-term-on-event-day = в день { $event }
regulation-term-before-event = до { $event }
regulation-term-days-before-event = не позднее чем за { regulation-days-ahead } до { $event }
regulation-term-working-days-before-event = не позднее чем за { regulation-working-days-ahead } до { $event }
regulation-term-days-after-launch = в течение { regulation-days } после запуска системы
regulation-term-working-days-after-launch = в течение { regulation-working-days } после запуска системы
regulation-term-by-order = в срок по приказу школы
regulation-term-as-needed = по мере необходимости
regulation-term-standing = постоянно

regulation-event-absence-document = получения документа о причине пропуска
regulation-event-access-data = получения данных для доступа
regulation-event-breach = того, как стало известно о чужом доступе
regulation-event-class-event = классного мероприятия
regulation-event-data-entered = внесения данных в систему
regulation-event-discovery = обнаружения ошибки
regulation-event-employment = приказа о приёме на работу
regulation-event-enrolment = приказа о зачислении
regulation-event-exam = экзамена
regulation-event-holidays = начала каникул или праздника
regulation-event-moved-day = перенесённого учебного дня
regulation-event-request = обращения
regulation-event-result = получения результатов
regulation-event-school-event = школьного мероприятия

## Обязанности

rule-homework = Записать домашнее задание
rule-homework-day = Записать домашнее задание в день урока
rule-homework-hour = Записать домашнее задание после уроков класса
rule-marks = Выставить отметки за урок
rule-attendance = Отметить отсутствующих на уроке
rule-topic = Записать тему урока и вид работы
rule-long-check = Выставить отметки за письменную работу
rule-lesson-plan = Внести план урока
rule-week-plan = Внести планы уроков своего класса на следующую неделю
rule-daily-record = Заполнять журнал каждый день, точно и достоверно
rule-daily-topics = Вносить темы уроков по плану и виды работ
rule-class-daily = Каждый день заполнять журнал своего класса
rule-homework-daily = Каждый день вносить домашние задания
rule-systematic = Регулярно оценивать знания и отмечать посещаемость
rule-clear-records = Вести записи понятно, полно и вовремя
rule-russian = Вести записи на русском языке, указывать темы практических, лабораторных и контрольных работ
rule-plan = Внести календарно-тематическое планирование
rule-plan-passed = Пройти календарно-тематический план вовремя и в полном объёме
rule-curriculum = Сформировать учебный план
rule-period-marks = Выставить отметки за период
rule-period-marks-order = Выставить отметки за период в срок, названный приказом
rule-year-marks = Выставить годовые и итоговые отметки
rule-exam-marks = Выставить экзаменационные отметки
rule-diagnostics = Внести результаты внешней диагностической работы
rule-final-results = Открыть семьям итоговые и экзаменационные результаты
rule-marks-grounded = Выставлять обоснованные итоговые отметки
rule-written-works = Учитывать в итоговой отметке письменные, лабораторные и практические работы
rule-objectivity = Проверить объективность отметок и наличие контрольных работ
rule-wrong-mark = Сообщить учителю об ошибочной отметке
rule-absences = Вести ежедневный учёт пропущенных уроков
rule-absence-page = Отразить пропуски на странице посещаемости
rule-absences-week = Проверить посещаемость класса за неделю
rule-absences-verified = Сверить сведения о пропусках с учителями
rule-absence-reasons = Исправить причину пропуска по документу
rule-weekly-notice = Рассказать родителям об успехах и поведении за неделю
rule-period-notice = Рассказать родителям о дневнике и рассылках
rule-class-notices = Сообщать родителям об успеваемости и посещаемости
rule-families-told = Рассказать семьям об электронном дневнике
rule-failing-told = Сообщать о неуспевающих и пропускающих уроки
rule-forecast = Сообщить семьям прогноз отметок за период
rule-paper-summary = Выдать распечатанную ведомость за неделю
rule-paper-copy = Распечатать журналы за период
rule-paper-signed = Проверить и подписать копии журналов, передать в архив
rule-certified-print = Распечатать и заверить данные журнала
rule-timetable = Составить расписание уроков
rule-timetable-own = Составить расписание своего класса
rule-timetable-changes = Внести изменения в расписание
rule-substitution = Внести замену урока
rule-substitution-noted = Заполнить журнал замещённого урока и отметить замену
rule-bells = Внести расписание звонков
rule-periods = Внести учебные периоды
rule-new-year = Завершить переход на новый учебный год
rule-classes = Создать классы и разделить их на группы
rule-classes-own = Настроить свой класс и разделить его на группы
rule-class-groups = Разделить класс на подгруппы
rule-class-groups-deputy = Сформировать классы, предметы и подгруппы
rule-subgroups = Разделить классы на подгруппы вместе с классным руководителем
rule-groups-launch = Распределить учащихся по классам и группам
rule-year-transfer-launch = Перевести учащихся в новый учебный год, распределить поступивших
rule-directories = Поддерживать справочники и параметры школы
rule-directories-fill = Заполнить справочники зданий, кабинетов и предметов
rule-places = Заполнить справочники зданий, кабинетов и предметов
rule-links = Связать предметы с учителями, кабинетами и классами
rule-profile = Обновить сведения о школе
rule-settings-launch = Настроить основные параметры школы
rule-setup = Внести исходные данные школы
rule-setup-classes = Внести классы, руководителей, учителей, режим работы и расписание
rule-school-card = Заполнить карточку школы, лицензию и аккредитацию
rule-sections = Заполнить разделы об образовательном процессе
rule-school-events = Внести школьное мероприятие
rule-class-events = Внести классное мероприятие
rule-moved-days = Внести перенос учебного дня
rule-holidays = Внести каникулы и праздники
rule-people-launch = Внести данные учащихся, родителей и сотрудников
rule-staff-launch = Внести данные сотрудников
rule-staff-cards = Завести личные карты сотрудников
rule-family-cards = Заполнить личные карты учащихся и родителей
rule-newcomers = Внести данные поступивших
rule-movement = Проверить приказы о движении учащихся
rule-movement-told = Сообщить администратору о прибытии или выбытии ученика
rule-consent = Собрать согласия на обработку персональных данных
rule-consent-staff = Собрать согласия сотрудников на обработку персональных данных
rule-personal-data = Следить за соблюдением закона о персональных данных
rule-accounts = Выдать данные для входа учащимся, родителям и сотрудникам
rule-accounts-all = Выдать данные для входа всем пользователям
rule-accounts-print = Распечатать и выдать данные для входа семьям своего класса
rule-accounts-class = Выдать данные для входа своему классу
rule-accounts-families = Выдать данные для входа учащимся и родителям
rule-accounts-staff = Выдать данные для входа сотрудникам
rule-staff-accounts = Распечатать и выдать данные для входа сотрудникам
rule-staff-access = Выдать доступ учителям и рабочей группе
rule-access-rights = Назначать права доступа
rule-access-data = Получить данные для доступа сотрудников и передать их
rule-access-request = Выдать доступ по запросу сотрудника
rule-account-own = Получить доступ и зарегистрироваться в системе
rule-secrecy = Хранить свой доступ в тайне и никому его не передавать
rule-own-login = Не допускать учащихся к журналу под своим именем
rule-breach = Сообщить администратору о чужом доступе
rule-breach-void = Признать недействительными действия после нарушения доступа
rule-truth = Отвечать за своевременность и достоверность данных
rule-data-current = Поддерживать данные в актуальном состоянии
rule-data-corrections = Исправить данные, когда они изменились
rule-data-check = Проверить и исправить внесённые данные
rule-data-checked = Обеспечить проверку внесённых данных
rule-data-check-month = Сверить анкетные данные учащихся и родителей
rule-class-data = Следить за достоверностью списка класса и данных родителей
rule-archive-week = Сделать архив за неделю
rule-archive-period = Сделать архив за период
rule-archive-year = Сделать архив за год
rule-archive-journals = Хранить бумажные журналы 5 лет
rule-archive-summaries = Хранить сводные ведомости 25 лет
rule-paper-archive = Хранить результаты учащихся в архиве
rule-backup = Делать резервные копии и уметь их восстановить
rule-summary-live = Вести сводную ведомость итогов
rule-year-summary = Сформировать сводную ведомость за год
rule-report-month = Составить отчёт о работе учителей с журналом
rule-period-reports = Составить отчёты по успеваемости за период
rule-year-reports = Составить отчёты по успеваемости за год
rule-class-report = Сдать отчёт по классу за период
rule-class-report-draft = Составить предварительный отчёт по классу за период
rule-class-report-month = Составить отчёт о посещаемости класса за месяц
rule-attendance-report-month = Составить отчёт о посещаемости за месяц
rule-teacher-report = Составить отчёт учителя за период
rule-teacher-report-draft = Составить предварительный отчёт учителя за период
rule-quality-reports = Подготовить отчёты о качестве образования
rule-activity-report = Составить отчёт об активности пользователей
rule-analysis-week = Провести анализ журналов за неделю и показать его учителям
rule-analysis-month = Провести анализ журналов за месяц и передать завучу
rule-remarks = Устранить замечания к журналу
rule-check-results = Сообщить учителям результаты проверки журнала
rule-control-daily = Проверить ведение журнала
rule-control-week = Проверить ведение журнала за неделю
rule-control-month = Проверить ведение журнала за месяц
rule-control-periodic = Периодически проверять журнал и составлять отчёты
rule-control-record = Проверять полноту, своевременность и правильность записей
rule-control-year = Следить за ведением журнала весь учебный год
rule-group-control = Следить за работой и наполнением журнала
rule-journals-daily = Проверить заполнение журналов учителями
rule-order-daily-deputy = Проверить порядок ведения журнала педагогами
rule-deputies-daily = Проверить работу завуча и администратора с журналом
rule-class-watch = Следить за результатами класса по всем предметам
rule-class-marks-watch = Проверять отметки класса и сообщать завучу о нарушениях
rule-usage-watch = Следить за тем, как сотрудники пользуются журналом
rule-families-usage = Следить за тем, как семьи пользуются дневником
rule-quality = Следить за качеством образования
rule-rating = Поддерживать активность школы в системе
rule-help-launch = Проконсультировать сотрудников о работе в системе
rule-help-request = Помочь по запросу пользователя
rule-support = Связаться со службой поддержки
rule-training-own = Пройти очное обучение
rule-training-attendance = Обеспечить явку сотрудников на обучение
rule-training-point = Организовать обучение работе с журналом
rule-software = Устанавливать и обновлять программы, следить за их работой
rule-software-launch = Установить нужные программы
rule-software-update = Обновить нужные программы
rule-functioning = Поддерживать работу системы
rule-functioning-daily = Проверить работу системы
rule-reliable-work = Обеспечивать бесперебойную работу системы
rule-agreement = Заключить соглашение о работе в системе
rule-appointment = Назначить ответственных
rule-workplaces = Определить рабочие места с доступом к системе
rule-conditions = Создать условия для работы с журналом
rule-launch-order = Издать приказ о переходе на электронный журнал
rule-documents = Подготовить документы для внедрения
rule-order-plan-control = Следить за графиком внедрения
rule-order-filling = Обеспечить наполнение журнала и информирование родителей
rule-order-technical = Следить за техническим обеспечением
rule-order-help = Консультировать педагогов
rule-order-training = Организовать обучение сотрудников
rule-order-control = Проверять исполнение приказа о внедрении
rule-regulation = Разработать и утвердить документы о ведении журнала
rule-regulation-admin = Разработать документы о журнале вместе с администрацией
rule-regulation-deputy = Подготовить документы о журнале для сайта школы
rule-site-link = Разместить на сайте школы документы и инструкции
rule-group-appointed = Утвердить состав и план рабочей группы
rule-adopted = Принять регламент приказом по школе
rule-paper-request = Подать заявление, если нужна бумажная ведомость
rule-contact-data = Передать свои контакты письменно или с электронной подписью
rule-class-summaries = Составить сводные ведомости класса за период

## Можно и нельзя

permission-view-all = смотреть все журналы без права правки
permission-print = печатать страницы журналов и дневников
permission-view-class = смотреть журнал своего класса по всем предметам
permission-own-journals = смотреть и заполнять журналы классов, где ведёт уроки
permission-edit-after-period = править журнал после отметок за период
permission-later-marks = ставить отметки позже, если работа долго проверяется
permission-retake = изменить отметку после пересдачи, пока открыт срок правки
permission-edit-window = назначить срок правки отметок
permission-change-report = весь учебный год видеть отчёт об изменениях отметок
permission-no-attestation = назначить предмету «Без аттестации»
permission-any-summary = составить ведомость за любой срок внутри периода
permission-inspect = смотреть журналы и дневники в любое время
permission-pass-login = передавать свой логин и пароль
permission-no-launch-rows = не выполнять пункты запуска, если школа работала в «Дневник.ру»
permission-class-period-marks = ставить отметки за период по всем предметам своего класса
permission-class-year-marks = ставить годовые, экзаменационные и итоговые отметки своему классу
permission-access-always = пользоваться журналом каждый день и круглосуточно
permission-help = получать консультации вовремя
permission-class-reports = сообщать родителям об успехах через отчёты из журнала
permission-measures = поощрять и взыскивать по этому положению
permission-correct-marks = исправлять отметки
permission-backdate = ставить отметки задним числом
permission-student-access = допускать учащихся к работе с журналом
permission-reports-school = видеть отчёты по школе
permission-reports-class = видеть отчёты по своим классам и предметам
permission-fill-anywhere = заполнять журнал на уроке или в отведённом месте
permission-proposals = предлагать улучшения
permission-first-grade = ставить отметки и домашнее задание в 1 классе

## Что узнаёт семья

right-marks = текущая успеваемость
right-control-works = результаты контрольных работ
right-period-results = результаты промежуточной аттестации
right-final-results = итоговые результаты
right-timetable = расписание уроков
right-timetable-changes = изменения в расписании
right-attendance = посещаемость уроков
right-topics-homework = темы уроков и домашние задания
right-own-marks = своя успеваемость
right-own-homework = свои домашние задания
right-child-marks = успеваемость своего ребёнка
right-homework-advice = задания, темы и рекомендации педагогов
right-services = рассылка отметок и сообщений
right-paper = печатная ведомость вместо электронного дневника
right-diary = доступ к электронному дневнику
right-own-child-only = сведения только о своём ребёнке
right-automatic = сведения без обращения к сотрудникам школы
right-forecast = прогноз отметок за период
right-agreed-form = сообщения удобным, согласованным способом
right-reports = отчёты об ученике
right-events = события школы и класса
