# Отступления школы от регламента и её настройки.

error-overlay-row = В регламенте школы нет строки «{ $row }». Все строки показывает «diary regulation show».
error-overlay-field = У строки «{ $row }» нельзя изменить «{ $field }».
error-overlay-term = «{ $value }» – не срок. Пример: «days-after-lesson days=2».
error-overlay-kind = Срок «{ $value }» отсчитывается не от того, от чего он считается в этой строке.
error-overlay-holders = «{ $value }» – не список исполнителей. Пример: «class_teacher,teacher».
error-overlay-yes-no = Здесь бывает только «yes» или «no», а не «{ $value }».
error-overlay-number = «{ $value }» не подходит: нужно целое число, не больше { $limit }.
error-setting-value = «{ $value }» не подходит для настройки «{ $setting }».
error-setting-window = Регламент школы не знает такого срока правки: «{ $value }».
