### Слова журнала, общие для учителя, семьи и уведомлений.
### mark-*: что стоит в клетке; mark-*-full: то же словами. presence-*: буква; presence-*-full: словами, без рода.
### work-kind-*: именительный; *-short: для кнопок и строк; *-for: после «за».

## Отметки

mark-1 = 1
mark-2 = 2
mark-3 = 3
mark-4 = 4
mark-5 = 5
mark-passed = зач
mark-failed = незач
mark-na = н/а
mark-exempt = осв

mark-1-full = 1
mark-2-full = 2
mark-3-full = 3
mark-4-full = 4
mark-5-full = 5
mark-passed-full = зачёт
mark-failed-full = незачёт
mark-na-full = нет аттестации
mark-exempt-full = освобождение

# Показатель веса рядом с отметкой: «5 (вес 3)».
mark-weight = вес { $weight }

## Посещаемость

presence-present = ✓
presence-absent = н
presence-ill = б
presence-excused = у
presence-late = о

presence-present-full = на уроке
presence-absent-full = отсутствие
presence-ill-full = болезнь
presence-excused-full = уважительная причина
presence-late-full = { $minutes ->
    [0] опоздание
   *[other] опоздание на { $minutes } мин
}

## Виды работ

work-kind-answer = ответ на уроке
work-kind-homework = домашняя работа
work-kind-independent = самостоятельная работа
work-kind-control = контрольная работа
work-kind-test = тест
work-kind-dictation = диктант
work-kind-essay = сочинение
work-kind-lab = лабораторная работа
work-kind-practical = практическая работа
work-kind-project = проект
work-kind-diagnostic = диагностическая работа

work-kind-answer-short = ответ
work-kind-homework-short = д/р
work-kind-independent-short = с/р
work-kind-control-short = к/р
work-kind-test-short = тест
work-kind-dictation-short = диктант
work-kind-essay-short = соч.
work-kind-lab-short = л/р
work-kind-practical-short = пр/р
work-kind-project-short = проект
work-kind-diagnostic-short = диагн.

work-kind-answer-for = ответ на уроке
work-kind-homework-for = домашнюю работу
work-kind-independent-for = самостоятельную работу
work-kind-control-for = контрольную работу
work-kind-test-for = тест
work-kind-dictation-for = диктант
work-kind-essay-for = сочинение
work-kind-lab-for = лабораторную работу
work-kind-practical-for = практическую работу
work-kind-project-for = проект
work-kind-diagnostic-for = диагностическую работу

## Домашнее задание

homework-kind-unspecified = не указан
homework-kind-written = письменно
homework-kind-oral = устно
homework-kind-practical = практически
homework-kind-reading = чтение
homework-kind-creative = творческое


## Причины исправлений

correction-reason-typo = ошибка ввода
correction-reason-retake = пересдача
correction-reason-appeal = по обращению
correction-reason-comment = пояснение

## Откуда правило: тексты регламента и места в них

clause-text-000 = Порядок ведения
clause-text-001 = Порядок школы
clause-text-002 = Положение школы
clause-text-003 = Порядок использования
clause-text-004 = Положение о журнале
clause-paragraph = п. { $numbers }
clause-chapter = разд. { $numbers }
clause-annex = прил. { $annex } п. { $numbers }
clause-named = { $numbers }
clause-none = правило школы
